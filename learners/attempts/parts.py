"""The parts of a section as its page shows them: each kind with a template of its own."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.template.loader import render_to_string

from learners.attempts.film_watching import present_video
from learners.attempts.forms import AnswerForm
from learners.attempts.local_facts import present_local_fact
from learners.attempts.models import Attempt, Response
from learners.attempts.presenting import empty_fields, marked
from learners.attempts.record_viewing import present_visit
from learners.attempts.scenario_walking import present_scenario
from learners.attempts.visibility import present_visibility
from learners.organisations.models import LocalFact
from modules.outline import LocalFactNeeded, Part, Passage, RecordVisit, Video, VisibilityNeeded
from modules.questions.question import Question
from modules.scenarios.graph import Scenario


@dataclass(frozen=True, slots=True)
class Sight:
    """What a section's page is shown from: the attempt, the answers so far, a form that was sent with a mistake.

    `just` is the id of the part that was acted on last, which takes the focus. `facts` are what is true where the
    learner works, by the slug of their kind. `unchosen` is a scenario in which nothing was chosen. `seen` is what
    can be seen where they work, as HTML, by the id of the part that asks.
    """

    attempt: Attempt
    number: int
    given: Mapping[str, Response] = field(default_factory=dict)
    failed: AnswerForm | None = None
    just: str = ""
    facts: Mapping[str, LocalFact] = field(default_factory=dict)
    unchosen: str = ""
    seen: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Shown:
    """One part, ready for its template (in templates/learners/attempts/parts/), which gets `values`."""

    template: str
    values: Mapping[str, Any]


def shown(part: Part, sight: Sight) -> Shown:
    """A part of a section as this learner meets it now."""
    for kind, (name, present) in _KINDS.items():
        if isinstance(part, kind):
            return Shown(f"learners/attempts/parts/{name}.html", present(part, sight))
    raise TypeError(f"No way to show {part!r}")


def _passage(part: Passage, sight: Sight) -> dict[str, Any]:
    return {"html": part.html}


def _question(part: Question, sight: Sight) -> dict[str, Any]:
    """Its fields as HTML, or what was answered and what came of it."""
    response = sight.given.get(part.id)
    if response:
        return {"marked": marked(part, response, is_new=part.id == sight.just)}
    if sight.failed is not None and sight.failed.question.id == part.id:
        return {"question": part, "fields": render_to_string(part.template, {"form": sight.failed})}
    return {"question": part, "fields": empty_fields(part)}


_KINDS: dict[type, tuple[str, Callable[[Any, Sight], dict[str, Any]]]] = {
    Passage: ("passage", _passage),
    Question: ("question", _question),
    RecordVisit: ("visit", present_visit),
    LocalFactNeeded: ("local_fact", present_local_fact),
    VisibilityNeeded: ("visibility", present_visibility),
    Video: ("video", present_video),
    Scenario: ("scenario", present_scenario),
}
