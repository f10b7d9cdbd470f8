"""The page behind the link of a follow-up: no sign-in, one minute, one answer; and the way to stop it."""

import datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from learners.records.models import LearningEvent
from learners.reflection.models import FollowUp, NextShift
from tests.factories import MembershipFactory, ModuleFactory, finish_attempt

pytestmark = pytest.mark.django_db


def asked(member: Any = None, **fields: Any) -> FollowUp:
    """A follow-up that was sent."""
    member = member or MembershipFactory()
    attempt = finish_attempt(member.person, ModuleFactory(title="Before you ring"), member.organisation)
    now = timezone.now()
    chosen_at = now - datetime.timedelta(days=30)
    plan = NextShift.objects.create(
        attempt=attempt, action="Look before I ring", is_own=False, chosen_at=chosen_at
    )
    return FollowUp.objects.create(next_shift=plan, **({"sent_at": now} | fields))


@pytest.fixture
def link() -> str:
    return link_of(asked())


def link_of(follow_up: FollowUp) -> str:
    return reverse("reflection:follow_up", args=[follow_up.token])


def test_it_shows_module_and_action_and_nobody(link: str) -> None:
    page = Client().get(link)
    assert "Before you ring" in page.text
    assert "Look before I ring" in page.text
    person = NextShift.objects.get().attempt.person
    for private in (person.first_name, person.last_name, person.email):
        assert private not in page.text


@pytest.mark.parametrize("end", ["", "stop/"])
def test_it_is_neither_stored_nor_found_by_search_engines(link: str, end: str) -> None:
    page = Client().get(f"{link}{end}")
    assert page["X-Robots-Tag"] == "noindex"
    assert "no-store" in page["Cache-Control"]
    assert page["Referrer-Policy"] == "same-origin"


def test_it_is_answered_once(link: str) -> None:
    client, events = Client(), LearningEvent.objects.count()
    for did in ("not_yet", "not_yet", "yes"):
        client.post(link, {"did": did, "barriers": ["time", "access"]})
    found = FollowUp.objects.get()
    assert (found.did, found.barriers) == ("not_yet", ["time", "access"])
    assert "Thank you" in client.get(link).text
    assert LearningEvent.objects.count() == events


def test_nothing_stopped_whoever_did_it(link: str) -> None:
    Client().post(link, {"did": "yes", "barriers": ["time"]})
    assert FollowUp.objects.get().barriers == []


def test_an_empty_or_wrong_answer_is_told(link: str) -> None:
    for data in ({}, {"did": "perhaps"}, {"did": "partly", "barriers": ["aliens"]}):
        assert "There is a problem" in Client().post(link, data).text
    assert FollowUp.objects.get().answered_at is None


@pytest.mark.parametrize("end", ["", "stop/"])
def test_an_unknown_link_is_not_found_nor_one_that_was_not_sent(end: str) -> None:
    asked(sent_at=None, token="not-sent")
    for token in ("not-sent", "nothing", "x" * 500, "%00"):
        for method in (Client().get, Client().post):
            assert method(f"/follow-up/{token}/{end}").status_code == 404


def test_a_button_stops_it_and_opening_the_link_does_not() -> None:
    member = MembershipFactory()
    first, second, other = asked(member), asked(member), asked()
    stop = f"{link_of(first)}stop/"
    assert Client().get(stop).status_code == 200
    assert NextShift.objects.filter(wants_follow_up=True).count() == 3
    for _ in range(2):
        assert "You are asked no more" in Client().post(stop).text
    assert list(NextShift.objects.filter(wants_follow_up=True)) == [other.next_shift]
    assert second.next_shift.attempt.person == first.next_shift.attempt.person
