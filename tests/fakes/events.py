"""Learning events as the service records them, without the screens."""

import datetime
import uuid
from typing import Any

from learners.records.actions import Journey, record_events
from learners.records.models import LearningEvent, Verb
from modules.models import Role
from tests.factories import ModuleFactory, OrganisationFactory, PersonFactory, one_question
from tests.factories.modules import block_id, section
from tests.factories.scenarios import scenario_for

AT = datetime.datetime(2026, 11, 22, 10, 0, 0, 123456, tzinfo=datetime.UTC)


def a_journey(**kwargs: Any) -> Journey:
    """A person's way through a module, for an organisation."""
    given: dict[str, Any] = {
        "person": kwargs.pop("person", None) or PersonFactory(),
        "organisation": OrganisationFactory(),
        "edition": (kwargs.pop("module", None) or module_with_a_scenario()).editions.newest(),
        "registration": uuid.uuid4(),
        "session_id": uuid.uuid4(),
    }
    return Journey(**given | kwargs)


SELECTED = {
    "scenario": block_id("calls"),
    "node": "first",
    "choice": "guess",
    "verdict": "unsafe",
    "next": "trouble",
    "counts": True,
}


def module_with_a_scenario() -> Any:
    """A module of ModuleFactory, and a scenario in its last section."""
    walked = scenario_for(Role.objects.get(slug="care-worker").pk)
    return ModuleFactory(
        sections=[
            section("Story"),
            section("Where to look", one_question("in place")),
            section("Habits", walked),
        ]
    )


def every_verb(journey: Journey) -> list[LearningEvent]:
    """One event of each verb, and answers of each type of question. Not saved."""
    answers: list[dict[str, Any]] = [
        {
            "question": "in place",
            "section": block_id("Where to look"),
            "answer": {"chosen": "wrong"},
            "points": 0.0,
        },
        {"question": "check 1", "sitting": 1, "answer": {"chosen": "right"}, "points": 1.0},
        {"question": "check 2", "sitting": 1, "answer": {"chosen": ["a"]}, "points": 0.5},
        {
            "question": "check 3",
            "sitting": 1,
            "answer": {"verdict": "false", "reason": "late"},
            "points": 1.0,
        },
    ]
    judged = {"raw": 4.5, "maximum": 5.0, "scaled": 0.9, "pass_mark": 0.8, "sitting": 1}
    return [
        journey.event(Verb.LAUNCHED, at=AT),
        journey.event(
            Verb.EXPERIENCED, at=AT, section=block_id("Story"), title="Story", seconds=102.5, progress=30
        ),
        *(
            journey.event(
                Verb.ANSWERED,
                at=AT,
                **answer
                | {
                    "question": block_id(answer["question"]),
                    "available": 1.0,
                    "right": answer["points"] == 1,
                },
            )
            for answer in answers
        ),
        journey.event(Verb.SELECTED, at=AT, **SELECTED),
        journey.event(Verb.FAILED, at=AT, **judged | {"raw": 2.0, "scaled": 0.4}),
        journey.event(Verb.PASSED, at=AT, **judged),
        journey.event(Verb.COMPLETED, at=AT, seconds=1930),
        journey.event(Verb.EARNED, at=AT, completion=str(journey.registration), score=0.9),
    ]


def record_launches(count: int, journey: Journey | None = None) -> list[LearningEvent]:
    """Record so many events, and with them their statements."""
    journey = journey or a_journey()
    return record_events(
        journey.event(Verb.LAUNCHED, at=AT + datetime.timedelta(minutes=number)) for number in range(count)
    )
