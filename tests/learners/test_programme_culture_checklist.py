"""The checklist as it is worked with: two people at it, items that change, actions, and the file."""

import csv
import datetime
import io
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from learners.programme.actions.checklist import OpenAlready, Said, answer, begin, finish
from learners.programme.models import ChecklistAction, ChecklistItem
from tests.factories import AppointmentFactory
from tests.factories.culture import action_about

pytestmark = pytest.mark.django_db


@pytest.fixture
def lead() -> Any:
    return AppointmentFactory(network_lead=True)


@pytest.fixture
def at(signed_in: Any, lead: Any) -> Any:
    """A function that posts to, or without words opens, one of the pages of the network's checklist."""
    client = signed_in(lead.person)

    def ask(name: str, /, *args: Any, **words: Any) -> Any:
        url = reverse(f"culture:network_{name}", args=[lead.network.slug, *args])
        return client.post(url, words) if words else client.get(url)

    return ask


def item(number: int) -> ChecklistItem:
    return ChecklistItem.objects.get(number=number)


def assessed(lead: Any, standing: str = "partly", **others: str) -> None:
    assessment = begin(owner=lead.network, by=lead.person)
    items = ChecklistItem.objects.filter(is_retired=False)
    said = {each.pk: Said(others.get(f"_{each.number}", standing)) for each in items}
    answer(assessment=assessment, said=said)
    finish(assessment=assessment, by=lead.person)


def days(number: int) -> datetime.date:
    return timezone.localdate() + datetime.timedelta(days=number)


def test_a_note_without_an_answer_is_not_lost(at: Any, lead: Any) -> None:
    assessment, third = begin(owner=lead.network, by=lead.person), item(3).pk
    page = at("assess", assessment.uuid, **{f"note-{third}": "Ask the council"}).text
    assert "Choose an answer to 3, or take its note away" in page
    assert "Ask the council" in page


def fields(page: Any) -> dict[str, str]:
    """What a browser would send of the form as it is shown, its hidden fields included."""
    form = page.context["form"]
    shown = {form[name].html_name: form[name].value() for name in form.fields}
    hidden = {form[name].html_initial_name: form[name].initial for name in form.fields}
    assert all(f'name="{name}"' in page.text for name in hidden)
    return {name: value for name, value in (shown | hidden).items() if value is not None}


def test_a_tab_that_was_left_open_puts_nothing_back(at: Any, lead: Any) -> None:
    assessment = begin(owner=lead.network, by=lead.person)
    first, second = item(1).pk, item(2).pk
    answer(assessment=assessment, said={first: Said("not", "Nobody asked.")})
    left_open = fields(at("assess", assessment.uuid))
    answer(assessment=assessment, said={first: Said("in_place", "Asked in May.")})
    at("assess", assessment.uuid, **left_open | {f"standing-{second}": "partly"})
    kept = {row.item_id: (row.standing, row.note) for row in assessment.answers.all()}
    assert kept == {first: ("in_place", "Asked in May."), second: ("partly", "")}


def test_an_item_that_is_retired_meanwhile_is_not_asked_and_makes_no_action(lead: Any) -> None:
    assessment = begin(owner=lead.network, by=lead.person)
    items = list(ChecklistItem.objects.all())
    answer(assessment=assessment, said={each.pk: Said("not") for each in items if each.number != 2})
    ChecklistItem.objects.filter(number__in=[1, 2]).update(is_retired=True)
    made = finish(assessment=assessment, by=lead.person)
    assert 1 not in {action.item.number for action in made}
    assert len(made) == 7


def test_another_action_about_an_item_does_not_write_over_the_one_that_is_open(at: Any, lead: Any) -> None:
    kept = action_about(lead.network, by=lead.person)
    words = {"item": item(1).pk, "what": "Ring everybody", "owner": "Me", "due_on": f"{days(3)}"}
    page = at("add_action", **words).text
    assert "This item has another action that is open" in page
    assert "Ring everybody" in page
    kept.refresh_from_db()
    assert (kept.what, ChecklistAction.objects.count()) == ("Write the sentence", 1)
    assert action_about(lead.network, by=lead.person) == kept
    with pytest.raises(OpenAlready):
        action_about(lead.network, by=lead.person, due_on=days(9))


def test_an_action_is_due_on_a_day_to_come_and_may_stay_late(at: Any, lead: Any) -> None:
    words = {"item": item(1).pk, "what": "Ask", "owner": "Lead", "due_on": f"{days(-1)}"}
    assert "Choose today or a day to come" in at("add_action", **words).text
    assert at("add_action", **words | {"due_on": f"{days(0)}"}).status_code == 302
    ChecklistAction.objects.update(due_on=days(-5))
    action = ChecklistAction.objects.get()
    late = words | {"due_on": f"{days(-5)}", "owner": "Somebody else"}
    assert at("action", action.uuid, **late).status_code == 302
    assert "Late" in at("checklist").text
    assert "Choose today" in at("action", action.uuid, **late | {"due_on": f"{days(-4)}"}).text
    at("action", action.uuid, **late | {"is_done": "on"})
    assert ChecklistAction.objects.get().done_on == days(0)


def lines_of(at: Any) -> list[dict[str, str]]:
    text = b"".join(at("checklist_csv").streaming_content).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def test_the_file_has_what_is_done_by_whom_and_no_formula(at: Any, lead: Any) -> None:
    assessed(lead)
    action_about(lead.network, by=lead.person, what="=HYPERLINK(1)", who="@lead")
    first, *others = lines_of(at)
    assert len(others) == 24
    assert first["What is done about it"] == "'=HYPERLINK(1)"
    assert (first["Who"], first["By"], first["Done on"]) == ("'@lead", f"{days(30)}", "")
    assert others[0]["What is done about it"] == ""
    assert others[0][f"{days(0)}"] == "Partly"


def test_before_the_first_time_page_and_file_say_what_it_asks(at: Any) -> None:
    assert item(25).statement in at("checklist").text
    assert [line["Number"] for line in lines_of(at)] == [str(number) for number in range(1, 26)]


def test_many_assessments_and_actions_cost_no_more_queries_than_few(at: Any, lead: Any) -> None:
    counts = []
    for rounds in (2, 3):
        for _ in range(rounds):
            assessed(lead, _1="not", _3="not", _6="unsure")
            ChecklistAction.objects.update(done_on=days(0))
        assessed(lead, _1="not", _3="not")
        at("checklist")
        with CaptureQueriesContext(connection) as queries:
            assert "As before" in at("checklist").text
        counts.append(len(queries))
    assert counts[0] == counts[1]
