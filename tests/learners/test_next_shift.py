"""One thing for the next shift: chosen or written, on a card of one's own, changed until it is asked after."""

import datetime
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from learners.reflection.models import Confidence, FollowUp, NextShift
from tests.factories import MembershipFactory, PersonFactory, finish_attempt, start_attempt
from tests.fakes.pdf_text import text_of
from tests.learners.afterwards import ACTIONS, module_with_a_card, of, plan

pytestmark = pytest.mark.django_db

OWN = {"action": "own", "own": "I will <ask> twice."}


@pytest.fixture
def nurse(signed_in: Any) -> Any:
    member = MembershipFactory()
    signed_in(member.person)
    return member


@pytest.fixture
def finished(nurse: Any) -> Any:
    return finish_attempt(nurse.person, module_with_a_card(), nurse.organisation)


def test_the_result_leads_there(finished: Any, client: Any) -> None:
    page = client.get(reverse("attempts:result", args=[finished.pk])).text
    assert f'href="{of("next_shift", finished)}"' in page


def test_one_action_is_chosen_and_stands_on_the_card(finished: Any, client: Any) -> None:
    answer = plan(client, finished)
    assert answer.url == of("card", finished)
    page = client.get(answer.url).text
    for text in (ACTIONS[0], "Look first", "What changed?"):
        assert text in page
    assert ACTIONS[1] not in page


def test_the_pdf_says_the_same_on_one_tagged_page(finished: Any, client: Any) -> None:
    plan(client, finished, action="own", own="I will *ask* #twice.\nAnd listen.")
    response = client.get(of("card_pdf", finished))
    assert response["Content-Type"] == "application/pdf"
    said = text_of(response.content).replace("\n", "")
    for text in ("Look first", "What changed?", "I will *ask* #twice.", "And listen."):
        assert text in said
    assert b"/StructTreeRoot" in response.content
    assert b"/Count 1" in response.content


def test_it_can_be_written_and_changed(finished: Any, client: Any) -> None:
    plan(client, finished)
    plan(client, finished, **OWN, wants_follow_up="")
    planned = NextShift.objects.get()
    assert (planned.action, planned.is_own, planned.wants_follow_up) == ("I will <ask> twice.", True, False)
    for name in ("card", "next_shift"):
        assert "I will &lt;ask&gt; twice." in client.get(of(name, finished)).text


def test_sent_twice_it_changes_nothing(finished: Any, client: Any) -> None:
    plan(client, finished)
    before = NextShift.objects.values().get()
    plan(client, finished)
    assert NextShift.objects.values().get() == before


def test_the_weeks_count_from_the_action_that_stands(finished: Any, client: Any) -> None:
    plan(client, finished)
    long_ago = timezone.now() - datetime.timedelta(days=40)
    NextShift.objects.update(chosen_at=long_ago)
    plan(client, finished, wants_follow_up="")
    assert NextShift.objects.get().chosen_at == long_ago
    plan(client, finished, action="1")
    assert NextShift.objects.get().chosen_at > long_ago


def test_who_writes_and_chooses_nothing_means_what_they_wrote(finished: Any, client: Any) -> None:
    plan(client, finished, action="", own="I will listen.")
    assert NextShift.objects.get().action == "I will listen."


def test_where_no_action_is_offered_one_is_written(nurse: Any, client: Any) -> None:
    bare = finish_attempt(nurse.person, module_with_a_card(actions=[], card=[]), nurse.organisation)
    page = client.get(of("next_shift", bare)).text
    assert "What will you do on your next shift?" in page
    assert "Something else" not in page
    assert "Write what you will do" in client.post(of("next_shift", bare), {"level": "3"}).text
    client.post(of("next_shift", bare), {"level": "3", "own": "I will listen."})
    assert "I will listen." in client.get(of("card", bare)).text
    assert "I will listen." in text_of(client.get(of("card_pdf", bare)).content)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        ({"action": ""}, "Choose one action, or write your own"),
        ({"action": "own", "own": " "}, "Write what you will do"),
        ({"action": "own", "own": "x" * 301}, "Write 300 characters or fewer"),
        ({"action": "7", "own": "I will listen."}, "Select a valid choice"),
        ({"level": "", "own": "I will listen."}, "Choose how confident you are"),
        ({"level": "6"}, "Select a valid choice"),
        ({"action": "own", "own": "nul \x00"}, "Null characters are not allowed"),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_lost(
    finished: Any, client: Any, data: Any, says: str
) -> None:
    page = plan(client, finished, **data).text
    assert says in page
    assert data.get("own", "").strip() in page
    assert not NextShift.objects.exists()
    assert not Confidence.objects.exists()


def test_line_breaks_count_once(finished: Any, client: Any) -> None:
    plan(client, finished, action="own", own="x" * 149 + "\r\n" + "y" * 150)
    assert len(NextShift.objects.get().action) == 300


def test_it_warns_of_patients_names(finished: Any, client: Any) -> None:
    assert "Do not give names or details of patients." in client.get(of("next_shift", finished)).text


def test_before_the_end_there_is_nothing_to_plan(nurse: Any, client: Any) -> None:
    attempt = start_attempt(nurse.person, module_with_a_card(), nurse.organisation)
    for name in ("next_shift", "card", "card_pdf"):
        assert client.get(of(name, attempt)).url == reverse("attempts:carry_on", args=[attempt.pk])
    assert plan(client, attempt).url == reverse("attempts:carry_on", args=[attempt.pk])
    assert not NextShift.objects.exists()
    assert not Confidence.objects.exists()


def test_once_it_was_asked_after_it_stays(finished: Any, client: Any) -> None:
    plan(client, finished)
    FollowUp.objects.create(next_shift=NextShift.objects.get(), sent_at=timezone.now())
    for answer in (client.get(of("next_shift", finished)), plan(client, finished, **OWN)):
        assert answer.url == of("card", finished)
    assert NextShift.objects.get().action == ACTIONS[0]
    page = client.get(of("card", finished)).text
    assert "your plan stays as it was" in page
    assert "Change my plan" not in page


def test_the_card_stands_without_a_plan(finished: Any, client: Any) -> None:
    page = client.get(of("card", finished)).text
    assert "What changed?" in page
    assert "Plan my next shift" in page
    assert "My next shift" not in text_of(client.get(of("card_pdf", finished)).content)


def test_whoever_wanted_no_e_mail_is_not_asked_for_it_by_default(
    finished: Any, nurse: Any, client: Any
) -> None:
    assert "checked" in _tick(client.get(of("next_shift", finished)).text)
    plan(client, finished, wants_follow_up="")
    another = finish_attempt(nurse.person, module_with_a_card(), nurse.organisation)
    assert "checked" not in _tick(client.get(of("next_shift", another)).text)


def _tick(page: str) -> str:
    return page.split('name="wants_follow_up"')[1].split(">")[0]


def test_somebody_elses_is_not_found(finished: Any, signed_in: Any) -> None:
    stranger = signed_in(PersonFactory())
    for name in ("next_shift", "card", "card_pdf"):
        assert stranger.get(of(name, finished)).status_code == 404
    assert plan(stranger, finished).status_code == 404
    assert not NextShift.objects.exists()
