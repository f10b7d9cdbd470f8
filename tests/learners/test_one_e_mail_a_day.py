"""Reminders, boosters, follow-ups and surveys meet at one person on one day: one e-mail goes, whoever is first."""

import datetime
import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import time_machine
from django.core import mail
from django.db import connection

from learners.boosters import sending as boosters
from learners.boosters.models import Booster
from learners.posting import LEASE
from learners.reflection import follow_ups
from learners.reflection.models import FollowUp, NextShift
from learners.reminders.daily import is_quiet, take_day
from learners.reminders.models import Digest
from learners.surveys import sending as surveys
from learners.surveys.models import Invitation
from tests.factories import NetworkMembershipFactory
from tests.factories.boosters import wants_boosters
from tests.factories.surveys import open_survey

NOON = datetime.datetime(2026, 11, 24, 12, tzinfo=datetime.UTC)  # a Tuesday
A_DAY = datetime.timedelta(days=1)


@pytest.fixture(autouse=True)
def noon() -> Iterator[Any]:
    with time_machine.travel(NOON, tick=False) as clock:
        yield clock


def everything_due() -> Any:
    """One person to whom a booster, a follow-up and a survey's link are to be sent. Their completion."""
    completion = wants_boosters(days=30)
    attempt = completion.person.attempts.get()
    given = {"action": "Ask first", "is_own": False, "chosen_at": NOON - 30 * A_DAY}
    NextShift.objects.create(attempt=attempt, **given)
    Booster.objects.all().delete()
    completion.completed_at = NOON - 8 * A_DAY
    completion.save(update_fields=["completed_at"])
    open_survey(NetworkMembershipFactory(organisation=completion.organisation).network)
    return completion


def runs(at: datetime.datetime) -> list[int]:
    """How many each of the three commands sends at a moment."""
    with time_machine.travel(at, tick=False):
        return [
            boosters.send_boosters().sent,
            follow_ups.send_due().sent,
            surveys.send_links().sent,
        ]


@pytest.mark.django_db
def test_three_that_are_due_take_three_days() -> None:
    everything_due()
    assert [sum(runs(NOON + days * A_DAY)) for days in range(4)] == [1, 1, 1, 0]
    assert len(mail.outbox) == 3
    assert len({message.subject for message in mail.outbox}) == 3


@pytest.mark.django_db
def test_what_was_left_lying_is_sent_again_on_its_own_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """The day is taken for it already, so another run sends it, and nothing else comes on top of it."""
    everything_due()
    Invitation.objects.all().delete()

    def away(follow_up: FollowUp) -> None:
        raise ConnectionRefusedError

    with monkeypatch.context() as broken:
        broken.setattr(follow_ups, "ask", away)
        follow_ups.send_due()
    assert runs(NOON + LEASE) == [0, 1, 0]
    assert runs(NOON + 2 * LEASE) == [0, 0, 0]


@pytest.mark.django_db
def test_a_day_that_was_taken_for_one_letter_is_no_other_letters() -> None:
    person, day = wants_boosters().person_id, NOON.date()
    assert take_day(person=person, day=day, letter="follow-up.1")
    assert take_day(person=person, day=day, letter="follow-up.1")
    for other in ("follow-up.2", "survey.1", ""):
        assert not take_day(person=person, day=day, letter=other)
    assert take_day(person=person, day=day + A_DAY, letter="survey.1")


@pytest.mark.parametrize(
    ("moment", "quiet"),
    [
        ("2026-11-24 10:59", True),
        ("2026-11-24 11:00", False),
        ("2026-11-24 19:59", False),
        ("2026-11-24 20:00", True),
        ("2026-11-28 12:00", True),  # a Saturday
        ("2027-07-01 10:00", False),  # eleven by the clock on the wall
        ("2027-07-01 19:00", True),
    ],
)
def test_when_they_may_go(moment: str, quiet: bool) -> None:
    assert is_quiet(datetime.datetime.fromisoformat(f"{moment}+00:00")) is quiet


def at_once(tasks: list[Callable[[], Any]]) -> list[Any]:
    begin, found = threading.Barrier(len(tasks)), []

    def work(task: Callable[[], Any]) -> None:
        begin.wait()
        try:
            found.append(task())
        finally:
            connection.close()

    threads = [threading.Thread(target=work, args=[task]) for task in tasks]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return found


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_of_six_senders_at_once_one_holds_the_day() -> None:
    completion = everything_due()
    plan, invitation = NextShift.objects.get(), Invitation.objects.get()
    tasks: list[Callable[[], Any]] = [
        lambda: boosters.lease(completion.person_id, NOON),
        lambda: follow_ups.lease(plan.pk, at=NOON),
        lambda: surveys.lease(invitation.pk, NOON),
    ]
    found = at_once(tasks * 2)
    assert len(found) == 6
    assert sum(letter is not None for letter in found) == 1
    assert Digest.objects.count() == 1
    held = [Booster, FollowUp, Invitation]
    assert sum(model.objects.filter(lease_until__isnull=False).count() for model in held) == 1
