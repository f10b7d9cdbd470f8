"""Confidence, the next shift, the CPD record: what a learner takes away is theirs."""

import csv
import io
from typing import Any

import pytest
from django.urls import reverse

from learners.records.models import Completion, LearningEvent
from learners.reflection.cpd import Activity, CPDRecord, whole_minutes
from learners.reflection.models import Confidence, NextShift, Reflection
from tests.factories import MembershipFactory, ModuleFactory, finish_attempt, start_attempt
from tests.factories.modules import block_id, line

pytestmark = pytest.mark.django_db

ACTIONS = ("Before I ring, I will look.", "I will ask about letters.")


@pytest.fixture
def module() -> Any:
    card = [{"type": "card_line", "id": block_id("c"), "value": {"heading": "Ask", "text": "What changed?"}}]
    return ModuleFactory(
        confidence="choose a good moment",
        actions=[line(text) for text in ACTIONS],
        card_title="Look first",
        card=card,
    )


@pytest.fixture
def nurse(signed_in: Any) -> Any:
    member = MembershipFactory()
    signed_in(member.person)
    return member


def of(name: str, attempt: Any) -> str:
    return reverse(f"reflection:{name}", args=[attempt.pk])


def test_confidence_is_asked_before_and_after_and_shown_as_a_change(
    nurse: Any, module: Any, client: Any
) -> None:
    attempt = start_attempt(nurse.person, module, nurse.organisation)
    first = reverse("attempts:section", args=[attempt.pk, 1])
    assert "How confident are you that you can choose a good moment?" in client.get(first).text
    client.post(of("confidence", attempt), {"level": "2"})
    client.post(of("confidence", attempt), {"level": "5"})  # another tab
    assert "How confident" not in client.get(first).text
    Confidence.objects.create(attempt=attempt, moment="after", level=4, given_at=attempt.started_at)
    attempt.finished_at = attempt.started_at
    attempt.save()
    assert "Before: a little. Now: very." in client.get(of("card", attempt)).text


def test_it_stops_nobody(nurse: Any, module: Any, client: Any) -> None:
    attempt = start_attempt(nurse.person, module, nurse.organisation)
    assert client.post(of("confidence", attempt), {}).status_code == 302
    assert client.post(of("confidence", attempt), {"level": "9"}).status_code == 302
    assert client.post(reverse("attempts:section", args=[attempt.pk, 1])).status_code == 302
    assert not Confidence.objects.exists()


@pytest.fixture
def finished(nurse: Any, module: Any) -> Any:
    return finish_attempt(nurse.person, module, nurse.organisation)


def plan(client: Any, attempt: Any, **data: Any) -> Any:
    return client.post(
        of("next_shift", attempt), {"level": "4", "action": "0", "wants_follow_up": "on"} | data
    )


def test_one_action_is_chosen_and_stands_on_the_card(finished: Any, client: Any) -> None:
    answer = plan(client, finished)
    assert answer.url == of("card", finished)
    page = client.get(answer.url).text
    assert ACTIONS[0] in page
    assert "What changed?" in page
    pdf = client.get(of("card_pdf", finished))
    assert pdf["Content-Type"] == "application/pdf"
    assert pdf.content.startswith(b"%PDF")


def test_it_can_be_written_and_changed(finished: Any, client: Any) -> None:
    plan(client, finished)
    plan(client, finished, action="own", own="I will <ask> twice.", wants_follow_up="")
    planned = NextShift.objects.get()
    assert (planned.action, planned.is_own, planned.wants_follow_up) == ("I will <ask> twice.", True, False)
    assert "I will &lt;ask&gt; twice." in client.get(of("card", finished)).text
    assert "I will &lt;ask&gt; twice." in client.get(of("next_shift", finished)).text


@pytest.mark.parametrize(
    ("data", "says"),
    [
        ({"action": ""}, "Choose one action"),
        ({"action": "own", "own": " "}, "Write what you will do"),
        ({"action": "own", "own": "x" * 301}, "300 characters"),
        ({"action": "7"}, "Select a valid choice"),
        ({"level": ""}, "Choose how confident you are"),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_lost(
    finished: Any, client: Any, data: Any, says: str
) -> None:
    page = plan(client, finished, **data).text
    assert says in page
    assert not NextShift.objects.exists()


def test_before_the_end_there_is_nothing_to_plan(nurse: Any, module: Any, client: Any) -> None:
    attempt = start_attempt(nurse.person, module, nurse.organisation)
    for name in ("next_shift", "card", "card_pdf"):
        assert client.get(of(name, attempt)).url == reverse("attempts:carry_on", args=[attempt.pk])


def test_a_reflection_stands_in_the_record_and_in_its_exports(finished: Any, client: Any) -> None:
    completion = Completion.objects.get()
    where = reverse("reflection:reflect", args=[completion.uuid])
    for _ in range(2):  # a double click
        client.post(where, {"text": "=I learned to look.", "note": "Team talk on Monday"})
    assert Reflection.objects.count() == 1
    page = client.get(reverse("reflection:cpd")).text
    assert "=I learned to look." in page
    rows = list(csv.DictReader(io.StringIO(_csv(client).removeprefix("\ufeff"))))
    assert rows[0]["Reflection"] == "'=I learned to look."
    assert rows[0]["Participatory"] == "No"
    assert rows[0]["Learning outcomes"] == "Name three moments to look"
    assert completion.certificate.spaced_code in rows[0]["Evidence"]
    pdf = client.get(reverse("reflection:cpd_pdf")).content
    assert b"/StructTreeRoot" in pdf


def _csv(client: Any) -> str:
    return b"".join(client.get(reverse("reflection:cpd_csv")).streaming_content).decode()


def test_minutes_are_those_of_the_completed_event(finished: Any, client: Any) -> None:
    seconds = LearningEvent.objects.get(verb="completed").detail["seconds"]
    assert f"{whole_minutes(seconds)} minute" in client.get(reverse("reflection:cpd")).text


@pytest.mark.parametrize("year", ["1999", "abcd", "20245", "²²²²", ""])
def test_any_year_gets_an_answer(finished: Any, client: Any, year: str) -> None:
    assert client.get(reverse("reflection:cpd"), {"year": year}).status_code == 200


@pytest.mark.parametrize(("seconds", "minutes"), [(0, 1), (1, 1), (60, 1), (61, 2), (599.9, 10), (600, 10)])
def test_minutes_begun_count(seconds: float, minutes: int) -> None:
    assert whole_minutes(seconds) == minutes


def test_totals_are_the_sum_of_the_rows() -> None:
    from datetime import date

    facts = {"title": "", "outcomes": (), "reflection": "", "note": "", "reference": ""}
    done = tuple(Activity(key=str(n), on=date(2025 + n % 2, 1, 1), minutes=10 + n, **facts) for n in range(5))
    record = CPDRecord(done)
    assert record.minutes == 60
    assert record.hours == "1.00"
    assert sum(record.of(year).minutes for year in record.years) == record.minutes
    assert Activity(key="", on=date(2026, 1, 1), minutes=10, **facts).hours == "0.17"
