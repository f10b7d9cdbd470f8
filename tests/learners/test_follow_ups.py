"""One minute, some weeks later: sent once, at a decent hour, to those who want it, whatever breaks in between."""

import datetime
from typing import Any

import pytest
import time_machine
from django.core import mail
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from learners.boosters.sending import send_boosters
from learners.people.models import User
from learners.reflection.follow_ups import send_due
from learners.reflection.models import FollowUp, NextShift
from learners.reminders.sending import send_reminders
from tests.factories import MembershipFactory, ModuleFactory, finish_attempt
from tests.factories.boosters import wants_boosters
from tests.factories.reminders import asked_in
from tests.factories.structure import PauseFactory
from tests.learners.afterwards import A_DAY, NOON, at, planned

pytestmark = pytest.mark.django_db


def sent(moment: datetime.datetime = NOON) -> int:
    """How many a run sends at a moment."""
    return send_due(at(moment)).sent


def test_it_is_sent_once_and_says_nothing_of_what_was_done() -> None:
    plan = planned()
    assert [sent(), sent(), sent(NOON + A_DAY)] == [1, 0, 0]
    message = mail.outbox[0]
    assert message.to == [plan.attempt.person.email]
    said = f"{message.subject} {message.body}"
    for private in ("A secret module", "Look before I ring", plan.attempt.person.last_name):
        assert private not in said
    assert plan.attempt.person.first_name not in message.subject
    follow_up = FollowUp.objects.get()
    assert f"http://localhost:8000/follow-up/{follow_up.token}/\n" in message.body
    assert f"http://localhost:8000/follow-up/{follow_up.token}/stop/\n" in message.body
    assert message.extra_headers["Message-ID"] == f"<follow-up.{follow_up.pk}@localhost>"


def test_each_link_is_random() -> None:
    planned()
    planned()
    assert sent() == 2
    tokens = set(FollowUp.objects.values_list("token", flat=True))
    assert len(tokens) == 2
    assert min(map(len, tokens)) >= 32


@pytest.mark.parametrize(("days", "expected"), [(27.9, 0), (28, 1), (41.9, 1), (42, 0), (100, 0)])
def test_it_is_due_four_to_six_weeks_later(days: float, expected: int) -> None:
    planned(days)
    assert sent() == expected


@pytest.mark.parametrize(("hour", "expected"), [(7, 0), (10, 0), (11, 1), (19, 1), (20, 0), (3, 0)])
def test_nobody_is_woken(hour: int, expected: int) -> None:
    planned()
    assert sent(NOON.replace(hour=hour)) == expected


def test_nor_bothered_on_a_saturday() -> None:
    planned()
    assert [sent(NOON + 4 * A_DAY), sent(NOON + 6 * A_DAY)] == [0, 1]


@pytest.mark.parametrize(("hour", "expected"), [(9, 0), (10, 1), (18, 1), (19, 0)])
def test_in_summer_the_clock_on_the_wall_counts(hour: int, expected: int) -> None:
    summer = datetime.datetime(2027, 7, 1, hour, tzinfo=datetime.UTC)
    planned(chosen_at=summer - 30 * A_DAY)
    assert sent(summer) == expected


def test_some_are_left_alone() -> None:
    planned(wants_follow_up=False)
    gone = planned()
    gone.attempt.person.memberships.update(ends_on=timezone.localdate(NOON) - A_DAY)
    to_come = planned()
    to_come.attempt.person.memberships.update(starts_on=timezone.localdate(NOON) + A_DAY)
    closed = planned().attempt.person
    closed.is_active = False
    closed.save()
    PauseFactory(membership=planned().attempt.person.memberships.get(), starts_on=NOON.date() - A_DAY)
    User.objects.filter(pk=planned().attempt.person_id).update(email="")
    assert sent() == 0
    assert not FollowUp.objects.exists()


def test_somebody_who_moved_on_to_another_employer_is_asked() -> None:
    plan = planned()
    plan.attempt.person.memberships.update(ends_on=timezone.localdate(NOON) - A_DAY)
    MembershipFactory(person=plan.attempt.person, starts_on=NOON.date())
    assert sent() == 1


def test_of_two_plans_one_waits_for_the_next_day() -> None:
    first = planned(31)
    attempt = finish_attempt(first.attempt.person, ModuleFactory(), first.attempt.organisation)
    fields = {"action": "Ask first", "is_own": False, "chosen_at": NOON - 30 * A_DAY}
    NextShift.objects.create(attempt=attempt, **fields)
    assert [sent(), sent(), sent(NOON + A_DAY), sent(NOON + 2 * A_DAY)] == [1, 0, 1, 0]


def test_a_reminder_goes_first_and_one_that_comes_up_later_waits() -> None:
    reminded, asked = planned(), planned()
    with time_machine.travel(NOON, tick=False):
        asked_in(3, reminded.attempt.organisation)
        assert send_reminders().sent == 1
        assert sent() == 1
        asked_in(3, asked.attempt.organisation)
        assert send_reminders().sent == 0
    assert [message.to[0] for message in mail.outbox] == [
        reminded.attempt.person.email,
        asked.attempt.person.email,
    ]
    assert sent(NOON + A_DAY) == 1


def test_a_booster_and_a_follow_up_take_two_days() -> None:
    with time_machine.travel(NOON, tick=False):
        plan = planned()
        wants_boosters(plan.attempt.person.memberships.get(), days=8)
        assert send_boosters().sent == 1
        assert sent() == 0
    assert sent(NOON + A_DAY) == 1
    assert not FollowUp.objects.filter(sent_at=None).exists()


def test_from_the_form_to_the_answer(client: Any) -> None:
    member = MembershipFactory(starts_on=NOON.date() - 365 * A_DAY)
    with time_machine.travel(NOON - 30 * A_DAY, tick=False):
        attempt = finish_attempt(member.person, ModuleFactory(), member.organisation)
        client.force_login(member.person)
        where = reverse("reflection:next_shift", args=[attempt.pk])
        client.post(where, {"own": "I will look.", "wants_follow_up": "on"})
        client.logout()
    with time_machine.travel(NOON - 3 * A_DAY, tick=False):
        call_command("send_follow_ups")
        assert mail.outbox == []
    with time_machine.travel(NOON, tick=False):
        call_command("send_follow_ups")
        link = reverse("reflection:follow_up", args=[FollowUp.objects.get().token])
        assert link in mail.outbox[0].body
        client.post(link, {"did": "yes"})
    assert FollowUp.objects.get().answered_at == NOON
