"""What becomes of an e-mail after a module when something breaks, or changes, in the middle."""

import datetime
import threading
from smtplib import SMTPRecipientsRefused
from typing import Any

import pytest
import time_machine
from django.core import mail
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone

from learners.reflection import follow_ups
from learners.reflection.asking import ask
from learners.reflection.follow_ups import LEASE, PAUSE, lease, send_due
from learners.reflection.models import FollowUp, NextShift
from tests.learners.afterwards import A_DAY, NOON, at, planned

pytestmark = pytest.mark.django_db


def sent(moment: datetime.datetime = NOON) -> int:
    """How many a run sends at a moment."""
    return send_due(at(moment)).sent


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
    clock = [NOON.replace(hour=19, minute=59)]

    def slowly(follow_up: FollowUp) -> None:
        ask(follow_up)
        clock[0] += datetime.timedelta(minutes=1)

    monkeypatch.setattr(follow_ups, "ask", slowly)
    assert send_due(lambda: clock[0]).sent == 1
    clock[0] += datetime.timedelta(hours=16)
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
