"""One minute, some weeks later: sent once, at a decent hour, to those who want it, whatever breaks in between."""

import datetime
import threading
from collections.abc import Callable
from smtplib import SMTPRecipientsRefused
from typing import Any

import pytest
import time_machine
from django.core import mail
from django.core.management import CommandError, call_command
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from learners.reflection import follow_ups
from learners.reflection.asking import ask
from learners.reflection.follow_ups import LEASE, PAUSE, lease, send_due
from learners.reflection.models import FollowUp, NextShift
from tests.factories import MembershipFactory, ModuleFactory, finish_attempt

pytestmark = pytest.mark.django_db

NOON = datetime.datetime(2026, 11, 24, 12, tzinfo=datetime.UTC)
A_DAY = datetime.timedelta(days=1)


def at(moment: datetime.datetime) -> Callable[[], datetime.datetime]:
    """A clock that stands still."""
    return lambda: moment


def planned(days: float = 30, **fields: Any) -> NextShift:
    """A plan of some days ago."""
    member = MembershipFactory(starts_on=NOON.date() - 365 * A_DAY)
    attempt = finish_attempt(member.person, ModuleFactory(title="A secret module"), member.organisation)
    made = {
        "action": "Look before I ring",
        "is_own": False,
        "chosen_at": NOON - datetime.timedelta(days=days),
    }
    return NextShift.objects.create(attempt=attempt, **(made | fields))


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


@pytest.mark.parametrize(("hour", "expected"), [(6, 0), (7, 1), (21, 1), (22, 0), (3, 0)])
def test_nobody_is_woken(hour: int, expected: int) -> None:
    planned()
    assert sent(NOON.replace(hour=hour)) == expected


@pytest.mark.parametrize(("hour", "expected"), [(5, 0), (6, 1), (20, 1), (21, 0)])
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
    assert sent() == 0
    assert not FollowUp.objects.exists()


def test_somebody_who_moved_on_to_another_employer_is_asked() -> None:
    plan = planned()
    plan.attempt.person.memberships.update(ends_on=timezone.localdate(NOON) - A_DAY)
    MembershipFactory(person=plan.attempt.person, starts_on=NOON.date())
    assert sent() == 1


class Killed(BaseException):
    """The process ends here: nothing after it is done."""


def killed_before(follow_up: FollowUp) -> None:
    raise Killed


def killed_after(follow_up: FollowUp) -> None:
    ask(follow_up)
    raise Killed


def away(follow_up: FollowUp) -> None:
    raise ConnectionRefusedError("no mail server")


def broken(monkeypatch: pytest.MonkeyPatch, how: Any, problem: type[BaseException] | None = None) -> None:
    """A run in which sending goes wrong."""
    with monkeypatch.context() as patch:
        patch.setattr(follow_ups, "ask", how)
        if problem:
            with pytest.raises(problem):
                sent()
        else:
            assert sent() == 0


def test_killed_before_it_sent_it_is_sent_later(monkeypatch: pytest.MonkeyPatch) -> None:
    planned()
    planned()
    broken(monkeypatch, killed_before, Killed)
    assert sent() == 1  # the other one; the first is leased, and might be on its way
    assert sent(NOON + LEASE) == 1
    assert len({message.to[0] for message in mail.outbox}) == 2


def test_killed_between_sending_and_marking_the_same_e_mail_goes_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    planned()
    broken(monkeypatch, killed_after, Killed)
    assert [sent(), sent(NOON + LEASE), sent(NOON + A_DAY)] == [0, 1, 0]
    first, second = mail.outbox
    assert first.body == second.body  # the same link, which takes one answer
    assert first.extra_headers["Message-ID"] == second.extra_headers["Message-ID"]


def test_a_mail_server_that_is_away_ends_the_run_and_loses_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    planned()
    planned()
    broken(monkeypatch, away)
    assert FollowUp.objects.count() == 1  # it did not go on to the next
    assert sent(NOON + LEASE) == 2


def test_an_address_that_is_refused_holds_nobody_up_and_is_tried_tomorrow(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    wrong = planned().attempt.person.email
    planned()

    def refuse(follow_up: FollowUp) -> None:
        if follow_up.next_shift.attempt.person.email == wrong:
            raise SMTPRecipientsRefused({wrong: (550, b"No such user")})
        ask(follow_up)

    monkeypatch.setattr(follow_ups, "ask", refuse)
    tally = send_due(at(NOON))
    assert (tally.sent, tally.refused) == (1, 1)
    assert wrong not in caplog.text
    monkeypatch.undo()
    assert [sent(NOON + LEASE), sent(NOON + PAUSE)] == [0, 1]


def test_whoever_leaves_or_says_stop_before_it_is_sent_gets_none(monkeypatch: pytest.MonkeyPatch) -> None:
    leaver, tired = planned(), planned()
    broken(monkeypatch, away)
    leaver.attempt.person.memberships.update(ends_on=timezone.localdate(NOON) - A_DAY)
    NextShift.objects.filter(pk=tired.pk).update(wants_follow_up=False)
    assert sent(NOON + LEASE) == 0


def test_a_plan_that_is_changed_meanwhile_is_asked_after_later(monkeypatch: pytest.MonkeyPatch) -> None:
    plan = planned()
    broken(monkeypatch, away)
    NextShift.objects.filter(pk=plan.pk).update(chosen_at=NOON)
    assert sent(NOON + LEASE) == 0


def test_a_long_run_stops_when_the_night_begins(monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(3):
        planned()
    clock = [NOON.replace(hour=21, minute=59)]

    def slowly(follow_up: FollowUp) -> None:
        ask(follow_up)
        clock[0] += datetime.timedelta(minutes=1)

    monkeypatch.setattr(follow_ups, "ask", slowly)
    assert send_due(lambda: clock[0]).sent == 1
    clock[0] += datetime.timedelta(hours=9)
    assert send_due(lambda: clock[0]).sent == 2


def test_another_that_runs_in_the_middle_sends_only_the_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    planned()
    planned()

    def ask_while_another_runs(follow_up: FollowUp) -> None:
        monkeypatch.setattr(follow_ups, "ask", ask)
        assert sent() == 1
        ask(follow_up)

    monkeypatch.setattr(follow_ups, "ask", ask_while_another_runs)
    assert sent() == 1
    assert len({message.to[0] for message in mail.outbox}) == len(mail.outbox) == 2


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_workers_side_by_side_never_hold_the_same_one() -> None:
    plans = [planned().pk for _ in range(6)]
    begin = threading.Barrier(3)
    taken: list[int] = []

    def work() -> None:
        begin.wait()
        try:
            for plan in plans:
                if follow_up := lease(plan, at=NOON):
                    taken.append(follow_up.next_shift_id)
        finally:
            connection.close()

    workers = [threading.Thread(target=work) for _ in range(3)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert sorted(taken) == plans


def test_the_command_says_what_it_did(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    planned()
    with time_machine.travel(NOON, tick=False):
        call_command("send_follow_ups")
    assert "Sent: 1. Refused: 0." in capsys.readouterr().out
    with time_machine.travel(NOON.replace(hour=23), tick=False):
        call_command("send_follow_ups")
    assert "Quiet hours" in capsys.readouterr().out
    planned()
    monkeypatch.setattr(follow_ups, "ask", away)
    with time_machine.travel(NOON, tick=False), pytest.raises(CommandError, match="waits for the next run"):
        call_command("send_follow_ups")


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
