"""Scenarios, as a learner meets them: where they are, what came of their last choice, and how it went."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from learners.attempts.models import Attempt, ScenarioRun, ScenarioStep
from learners.organisations.models import Membership
from modules.scenarios.graph import DIMENSIONS, Choice, Node, Scenario, Start
from modules.scenarios.paths import best_path

if TYPE_CHECKING:
    from learners.attempts.parts import Sight

VERDICTS = {"good": "Good", "okay": "Okay", "unsafe": "Not safe"}


@dataclass(frozen=True, slots=True)
class Walked:
    """A choice that was made (or would have been best) at a situation."""

    node: Node
    choice: Choice
    went_back: bool = False
    counts: bool = True

    @property
    def verdict(self) -> str:
        """In words."""
        return VERDICTS[self.choice.verdict]

    @property
    def hits(self) -> list[str]:
        """What it got right, in words."""
        return [DIMENSIONS[name] for name in self.choice.hits if name in DIMENSIONS]

    @property
    def misses(self) -> list[str]:
        """What it missed, in words."""
        return [DIMENSIONS[name] for name in self.choice.misses if name in DIMENSIONS]


def present_scenario(part: Scenario, sight: "Sight") -> dict[str, Any]:
    """What the template parts/scenario.html shows.

    `last` is the choice that led here, with `is_fresh` unless they came back since; `tried` are the choices that were
    made here before; `starts` are those among which they may still choose.
    """
    run = sight.attempt.scenario_runs.filter(scenario_id=part.id).first()
    steps = list(run.steps.all()) if run else []
    shown = {
        "scenario": part,
        "is_new": sight.just == part.id,
        "unchosen": sight.unchosen == part.id,
        "starts": [] if steps else starts_for(part, sight.attempt),
    }
    if run is None:
        return shown
    trail = [walked for key, choice in run.trail if (walked := _walked(part, key, choice))]
    ending = part.ending(run.cursor)
    return shown | {
        "run": run,
        "you": next((start.label for start in part.starts if start.node == run.start), ""),
        "node": part.node(run.cursor),
        "tried": {step.choice for step in steps if step.node == run.cursor},
        "last": trail[-1] if trail else None,
        "is_fresh": bool(trail) and [steps[-1].node, steps[-1].choice] == run.trail[-1],
        "ending": ending,
        "trail": trail,
        "replay": replay(part, run, steps) if run.ended_at and ending else None,
    }


def starts_for(scenario: Scenario, attempt: Attempt) -> list[Start]:
    """The starts of a scenario, that of the role in which this learner works first."""
    worn = Membership.objects.in_force(on=timezone.localdate()).filter(
        person=attempt.person, organisation=attempt.organisation
    )
    roles = list(worn.order_by("starts_on").values_list("role__slug", flat=True))
    own = next((start for role in roles if (start := scenario.start_for(role)) and start.roles), None)
    own = own or scenario.start_for(None)
    return sorted(scenario.starts, key=lambda start: start is not own)


@dataclass(frozen=True, slots=True)
class Replay:
    """The path that counts beside the best one, and what it hit of each dimension."""

    taken: list[Walked]
    best: list[Walked]
    dimensions: list[tuple[str, int, int]]


def replay(scenario: Scenario, run: ScenarioRun, steps: Sequence[ScenarioStep]) -> Replay:
    """The first path, back-tracks and all, and the best one from the same start."""
    ended = next((n for n, step in enumerate(steps, 1) if _leads_to(scenario, step, run.ending)), len(steps))
    first = steps[:ended]
    onward = [*(step.node for step in first[1:]), run.ending]
    taken = [
        Walked(walked.node, walked.choice, went_back=walked.choice.next != following, counts=step.counts)
        for step, following in zip(first, onward, strict=True)
        if (walked := _walked(scenario, step.node, step.choice))
    ]
    best = best_path(scenario, run.start)
    return Replay(
        taken,
        [Walked(step.node, step.choice) for step in best.steps] if best else [],
        _dimensions([walked for walked in taken if walked.counts]),
    )


def _leads_to(scenario: Scenario, step: ScenarioStep, ending: str) -> bool:
    walked = _walked(scenario, step.node, step.choice)
    return bool(walked and walked.choice.next == ending)


def _dimensions(steps: list[Walked]) -> list[tuple[str, int, int]]:
    """For each dimension that came up: its name, how often it was hit, out of how often."""
    counted = []
    for name, words in DIMENSIONS.items():
        hits = sum(name in walked.choice.hits for walked in steps)
        misses = sum(name in walked.choice.misses for walked in steps)
        if hits + misses:
            counted.append((words, hits, hits + misses))
    return counted


def _walked(scenario: Scenario, key: str, choice_id: str) -> Walked | None:
    node = scenario.node(key)
    choice = node.choice(choice_id) if node else None
    return Walked(node, choice) if node and choice else None
