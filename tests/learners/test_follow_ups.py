"""One minute, some weeks later: sent once, at a decent hour, to those who want it."""

import datetime
from typing import Any

import pytest
import time_machine
from django.core import mail
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from learners.reflection.follow_ups import LEASE, send_due
from learners.reflection.models import FollowUp, NextShift
from tests.factories import MembershipFactory, ModuleFactory, finish_attempt

pytestmark = pytest.mark.django_db

NOON = datetime.datetime(2026, 11, 24, 12, tzinfo=datetime.UTC)


def planned(days: float = 30, **fields: Any) -> NextShift:
    """A plan of some days ago."""
    member = MembershipFactory()
    attempt = finish_attempt(member.person, ModuleFactory(title="A secret module"), member.organisation)
    made = {
        "action": "Look before I ring",
        "is_own": False,
        "chosen_at": NOON - datetime.timedelta(days=days),
    }
    return NextShift.objects.create(attempt=attempt, **(made | fields))


def test_it_is_sent_once_and_says_nothing_of_the_person(settings: Any) -> None:
    plan = planned()
    assert [send_due(NOON), send_due(NOON)] == [1, 0]
    message = mail.outbox[0]
    assert message.to == [plan.attempt.person.email]
    for private in ("A secret module", "Look before I ring", plan.attempt.person.last_name):
        assert private not in f"{message.subject} {message.body}"
    assert reverse("reflection:follow_up", args=[FollowUp.objects.get().token]) in message.body


@pytest.mark.parametrize(("days", "sent"), [(27.9, 0), (28, 1), (41.9, 1), (42, 0), (100, 0)])
def test_it_is_due_four_to_six_weeks_later(days: float, sent: int) -> None:
    planned(days)
    assert send_due(NOON) == sent


@pytest.mark.parametrize(("hour", "sent"), [(6, 0), (7, 1), (21, 1), (22, 0), (3, 0)])
def test_nobody_is_woken(hour: int, sent: int) -> None:
    planned()
    assert send_due(NOON.replace(hour=hour)) == sent


def test_some_are_left_alone() -> None:
    planned(wants_follow_up=False)
    gone = planned()
    gone.attempt.person.memberships.update(ends_on=timezone.localdate(NOON) - datetime.timedelta(days=1))
    closed = planned().attempt.person
    closed.is_active = False
    closed.save()
    assert send_due(NOON) == 0


def test_a_mail_server_that_fails_loses_nothing_and_repeats_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    planned()
    monkeypatch.setattr("learners.reflection.follow_ups.send_mail", _refuse)
    assert send_due(NOON) == 0
    monkeypatch.undo()
    assert send_due(NOON) == 0  # still leased: another sender may have it in hand
    assert send_due(NOON + LEASE) == 1
    assert len(mail.outbox) == 1


def _refuse(*args: Any) -> None:
    raise ConnectionRefusedError("no mail server")


def test_two_senders_at_once_send_one(monkeypatch: pytest.MonkeyPatch) -> None:
    planned()
    from learners.reflection import follow_ups

    send = follow_ups.send_mail

    def send_while_another_runs(*args: Any) -> None:
        monkeypatch.setattr(follow_ups, "send_mail", send)
        assert send_due(NOON) == 0
        send(*args)

    monkeypatch.setattr(follow_ups, "send_mail", send_while_another_runs)
    assert send_due(NOON) == 1
    assert len(mail.outbox) == 1


def test_the_command_says_how_many(capsys: pytest.CaptureFixture[str]) -> None:
    planned()
    with time_machine.travel(NOON, tick=False):
        call_command("send_follow_ups")
    assert "Sent: 1." in capsys.readouterr().out
    with time_machine.travel(NOON.replace(hour=23), tick=False):
        call_command("send_follow_ups")
    assert "Quiet hours" in capsys.readouterr().out


@pytest.fixture
def link() -> str:
    planned()
    send_due(NOON)
    return reverse("reflection:follow_up", args=[FollowUp.objects.get().token])


def test_it_is_answered_without_signing_in_and_once(link: str) -> None:
    client = Client()
    page = client.get(link)
    assert "Look before I ring" in page.text
    assert page["X-Robots-Tag"] == "noindex"
    assert "no-store" in page["Cache-Control"]
    client.post(link, {"did": "not_yet", "barriers": ["time", "access"]})
    client.post(link, {"did": "yes"})
    found = FollowUp.objects.get()
    assert (found.did, found.barriers) == ("not_yet", ["time", "access"])
    assert "Thank you" in client.get(link).text


def test_an_empty_or_wrong_answer_is_told(link: str) -> None:
    for data in ({}, {"did": "perhaps"}, {"did": "yes", "barriers": ["aliens"]}):
        assert "There is a problem" in Client().post(link, data).text
    assert FollowUp.objects.get().answered_at is None


def test_an_unknown_link_is_not_found_nor_one_that_was_not_sent() -> None:
    FollowUp.objects.create(next_shift=planned(), token="not-sent")
    for token in ("not-sent", "nothing"):
        assert Client().get(reverse("reflection:follow_up", args=[token])).status_code == 404


def test_a_button_stops_it_and_opening_the_link_does_not(link: str) -> None:
    stop = f"{link}stop/"
    Client().get(stop)
    assert NextShift.objects.get().wants_follow_up
    Client().post(stop)
    assert not NextShift.objects.get().wants_follow_up


def test_after_it_was_sent_the_plan_stays(link: str, client: Any) -> None:
    plan = NextShift.objects.get()
    client.force_login(plan.attempt.person)
    client.post(reverse("reflection:next_shift", args=[plan.attempt_id]), {"action": "own", "own": "Other"})
    plan.refresh_from_db()
    assert plan.action == "Look before I ring"
