"""Events as xAPI statements: their shape, and that the same event always gives the same bytes."""

import json
import subprocess
import sys
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learners.record_store.notation import duration, number, seconds_in
from learners.records.models import LearningEvent, Verb
from learners.statements import builder
from learners.statements.outbox import frozen
from tests.factories import PersonFactory
from tests.factories.modules import block_id
from tests.fakes import statement_rules
from tests.fakes.events import AT, a_journey, every_verb

HOME = "https://learn.example.org"


def statement(event: LearningEvent) -> Any:
    return json.loads(frozen(event))


@pytest.fixture
def events(db: None) -> list[LearningEvent]:
    return every_verb(a_journey())


def the(verb: Verb, events: list[LearningEvent]) -> LearningEvent:
    return next(event for event in events if event.verb == verb)


def test_every_verb_has_a_statement_that_a_strict_store_takes(events: list[LearningEvent]) -> None:
    wrong = a_journey().event(Verb.VOIDED, at=AT, event=str(events[0].pk))
    elsewhere = a_journey().event(Verb.COMPLETED, at=AT, evidence="accepted")
    events += [wrong, elsewhere]
    assert {event.verb for event in events} == set(Verb)
    assert "duration" not in statement(elsewhere)["result"]
    for event in events:
        statement_rules.statement(statement(event))


def test_launched_says_who_what_and_for_whom(events: list[LearningEvent]) -> None:
    event = the(Verb.LAUNCHED, events)
    assert statement(event) == {
        "id": str(event.id),
        "actor": {
            "objectType": "Agent",
            "account": {"homePage": f"{HOME}/xapi/actor", "name": str(event.person.actor_id)},
        },
        "verb": {"id": "http://adlnet.gov/expapi/verbs/launched", "display": {"en-GB": "launched"}},
        "object": {
            "id": f"{HOME}/xapi/module/{event.edition.module_key}",
            "definition": {
                "type": "http://adlnet.gov/expapi/activities/module",
                "name": {"en-GB": event.edition.title},
            },
        },
        "context": {
            "registration": str(event.registration),
            "platform": "learn.example.org",
            "language": "en-GB",
            "revision": "edition-1",
            "contextActivities": {
                "category": [
                    {
                        "id": "https://w3id.org/xapi/shared-records/v1.0",
                        "definition": {"type": "http://adlnet.gov/expapi/activities/profile"},
                    }
                ]
            },
            "team": {
                "objectType": "Group",
                "account": {"homePage": f"{HOME}/xapi/organisation", "name": str(event.organisation.uuid)},
            },
            "extensions": {
                "https://w3id.org/xapi/shared-records/extensions/session-id": str(event.session_id)
            },
        },
        "timestamp": "2026-11-22T10:00:00.123Z",
    }


def test_experienced_is_a_page_of_the_module(events: list[LearningEvent]) -> None:
    made = statement(the(Verb.EXPERIENCED, events))
    module = f"{HOME}/xapi/module/{events[0].edition.module_key}"
    assert made["object"] == {
        "id": f"{module}/section/{block_id('Story')}",
        "definition": {"type": "https://w3id.org/xapi/acrossx/activities/page", "name": {"en-GB": "Story"}},
    }
    assert made["result"] == {
        "duration": "PT1M42.5S",
        "extensions": {"https://w3id.org/xapi/cmi5/result/extensions/progress": 30},
    }
    assert made["context"]["contextActivities"]["parent"] == [{"id": module}]


def test_answered_carries_the_question_and_the_answer_by_stable_ids(events: list[LearningEvent]) -> None:
    in_place, one, many, both = [statement(event) for event in events if event.verb == Verb.ANSWERED]
    module = f"{HOME}/xapi/module/{events[0].edition.module_key}"
    assert in_place["object"]["id"] == f"{module}/question/{block_id('in place')}"
    assert in_place["object"]["definition"] == {
        "type": "http://adlnet.gov/expapi/activities/cmi.interaction",
        "interactionType": "choice",
        "description": {"en-GB": "Which row tells you how to speak with Win?"},
        "correctResponsesPattern": ["right"],
        "choices": [
            {"id": "right", "description": {"en-GB": "Right"}},
            {"id": "wrong", "description": {"en-GB": "Wrong"}},
            {"id": "odd", "description": {"en-GB": "Odd"}},
        ],
    }
    assert in_place["result"] == {
        "response": "wrong",
        "success": False,
        "score": {"scaled": 0, "raw": 0, "min": 0, "max": 1},
    }
    assert one["result"]["response"] == "right"
    assert one["result"]["success"] is True
    assert many["result"] == {
        "response": "a",
        "success": False,
        "score": {"scaled": 0.5, "raw": 0.5, "min": 0, "max": 1},
    }
    assert both["result"]["response"] == "false[,]late"
    assert both["object"]["definition"]["correctResponsesPattern"] == ["false[,]late"]


def test_an_answer_stands_in_its_section_or_in_the_check(events: list[LearningEvent]) -> None:
    in_place, in_check = [statement(event) for event in events if event.verb == Verb.ANSWERED][:2]
    module = f"{HOME}/xapi/module/{events[0].edition.module_key}"
    section = f"{module}/section/{block_id('Where to look')}"
    assert in_place["context"]["contextActivities"]["parent"] == [{"id": section}]
    assert in_check["context"]["contextActivities"]["parent"] == [{"id": f"{module}/check"}]
    for made in (in_place, in_check):
        assert made["context"]["contextActivities"]["grouping"] == [{"id": module}]


@pytest.mark.parametrize(("verb", "success", "raw"), [(Verb.PASSED, True, 4.5), (Verb.FAILED, False, 2)])
def test_passed_and_failed_say_the_score_and_what_was_asked(
    events: list[LearningEvent], verb: Verb, success: bool, raw: float
) -> None:
    made = statement(the(verb, events))
    assert made["result"] == {
        "success": success,
        "score": {"scaled": raw / 5, "raw": raw, "min": 0, "max": 5},
    }
    assert made["context"]["extensions"]["https://w3id.org/xapi/cmi5/context/extensions/masteryscore"] == 0.8


def test_completed_says_how_long_it_took(events: list[LearningEvent]) -> None:
    assert statement(the(Verb.COMPLETED, events))["result"] == {"completion": True, "duration": "PT32M10S"}


def test_earned_is_about_the_certificate_and_does_not_tell_its_code(events: list[LearningEvent]) -> None:
    event = the(Verb.EARNED, events)
    made = statement(event)
    assert made["verb"] == {"id": "http://id.tincanapi.com/verb/earned", "display": {"en-GB": "earned"}}
    assert made["object"] == {
        "id": f"{HOME}/xapi/certificate/{event.detail['completion']}",
        "definition": {
            "type": "https://www.opigno.org/en/tincan_registry/activity_type/certificate",
            "name": {"en-GB": f"Certificate: {event.edition.title}"},
        },
    }
    assert made["result"] == {"success": True, "score": {"scaled": 0.9}}
    activities = made["context"]["contextActivities"]
    module = [{"id": f"{HOME}/xapi/module/{event.edition.module_key}"}]
    assert (activities["parent"], activities["grouping"]) == (module, module)


def test_without_organisation_or_session_there_is_no_team_and_no_session(db: None) -> None:
    made = statement(a_journey(organisation=None, session_id=None).event(Verb.LAUNCHED, at=AT))
    assert "team" not in made["context"]
    assert "extensions" not in made["context"]


def test_nothing_in_a_statement_names_anybody(db: None) -> None:
    person = PersonFactory(
        first_name="Zebedee", last_name="Quillfeather", email="zebedee@quillfeather.example"
    )
    journey = a_journey(person=person)
    for event in every_verb(journey):
        written = frozen(event).lower()
        for name in (
            "zebedee",
            "quillfeather",
            journey.organisation.name.lower(),
            str(journey.organisation.ods_code),
        ):
            assert name not in written


def test_the_stored_event_gives_the_same_bytes(events: list[LearningEvent]) -> None:
    LearningEvent.objects.bulk_create(events)
    for event in events:
        assert frozen(LearningEvent.objects.get(pk=event.pk)) == frozen(event)


def test_bytes_are_compact_sorted_and_in_unicode(events: list[LearningEvent]) -> None:
    written = frozen(events[0])
    assert written == json.dumps(
        json.loads(written), ensure_ascii=False, separators=(",", ":"), sort_keys=True
    )


def test_an_answer_to_a_question_of_another_edition_has_no_statement(events: list[LearningEvent]) -> None:
    event = the(Verb.ANSWERED, events)
    event.detail["question"] = "another"
    with pytest.raises(KeyError, match="another"):
        frozen(event)


def test_the_builder_knows_no_framework() -> None:
    code = "import sys; import learners.statements.builder; print({'django', 'wagtail'} & set(sys.modules))"
    found = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert found.stdout.strip() == "set()"


def test_only_verbs_that_we_record_are_built() -> None:
    assert set(builder._SHAPES) == set(Verb.values)


@pytest.mark.parametrize(
    ("seconds", "written"),
    [
        (0, "PT0S"),
        (-5, "PT0S"),
        (21, "PT21S"),
        (0.004, "PT0S"),
        (0.05, "PT0.05S"),
        (59.999, "PT1M"),
        (102.5, "PT1M42.5S"),
        (3600, "PT1H"),
        (90_061.25, "PT25H1M1.25S"),
    ],
)
def test_durations_are_canonical(seconds: float, written: str) -> None:
    assert duration(seconds) == written


@given(st.floats(min_value=0, max_value=10**7, allow_nan=False))
def test_a_duration_can_be_read_back_to_a_hundredth(seconds: float) -> None:
    written = duration(seconds)
    statement_rules.duration(written)
    assert len(written.partition(".")[2].rstrip("S")) <= 2
    read = seconds_in(written)
    assert read is not None
    assert abs(read - seconds) <= 0.0051


@given(st.floats(min_value=-1000, max_value=1000))
def test_numbers_are_written_shortly(value: float) -> None:
    assert abs(number(value) - value) <= 0.00005 + 1e-9
    assert not str(number(value)).endswith(".0")


@pytest.mark.parametrize("text", ["", "P", "PT", "1M", "PT1.1.1S", "PT-1S", "P1Y"])
def test_what_is_no_duration_is_not_read_as_one(text: str) -> None:
    assert seconds_in(text) is None
