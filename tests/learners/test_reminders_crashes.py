"""Whatever breaks in between, nothing is lost, and nothing goes twice but what may not have gone."""

import datetime
from collections.abc import Iterator
from smtplib import SMTPRecipientsRefused
from typing import Any

import pytest
import time_machine
from django.core import mail
from django.core.management import CommandError, call_command

from learners.posting import LEASE
from learners.reminders import planning, sending
from learners.reminders.models import Digest, Mention
from learners.reminders.writing import hand_over
from tests.factories import finish_attempt
from tests.factories.reminders import due_in

pytestmark = pytest.mark.django_db

TUESDAY = datetime.datetime(2026, 11, 24, 12, tzinfo=datetime.UTC)
A_DAY = datetime.timedelta(days=1)


@pytest.fixture(autouse=True)
def clock() -> Iterator[Any]:
    with time_machine.travel(TUESDAY, tick=False) as traveller:
        yield traveller


def sent() -> int:
    return sending.send_reminders().sent


class Killed(BaseException):
    """The process ends here: nothing after it is done."""


def killed_before(letter: Any) -> None:
    raise Killed


def killed_after(letter: Any) -> None:
    hand_over(letter)
    raise Killed


def away(letter: Any) -> None:
    raise ConnectionRefusedError("no mail server")


def broken(monkeypatch: pytest.MonkeyPatch, how: Any) -> None:
    """A run that ends while a letter is handed over."""
    with monkeypatch.context() as patch:
        patch.setattr(sending, "hand_over", how)
        with pytest.raises(Killed):
            sent()


def test_killed_while_planning_nothing_is_half_planned(monkeypatch: pytest.MonkeyPatch) -> None:
    due_in(2)
    with monkeypatch.context() as patch:
        patch.setattr(planning.Mention.objects, "bulk_create", killed_before)
        with pytest.raises(Killed):
            sent()
    assert not Digest.objects.exists()
    assert sent() == 1


def test_killed_between_planning_and_sending_it_is_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    due_in(2)
    with monkeypatch.context() as patch:
        patch.setattr(sending, "letter_of", killed_before)
        with pytest.raises(Killed):
            sent()
    assert Digest.objects.get().state == "planned"
    assert [sent(), sent()] == [1, 0]


def test_killed_before_it_was_sent_it_is_sent_once_the_lease_is_over(
    monkeypatch: pytest.MonkeyPatch, clock: Any
) -> None:
    due_in(2)
    broken(monkeypatch, killed_before)
    assert (sent(), mail.outbox) == (0, [])
    clock.shift(LEASE)
    assert [sent(), sent()] == [1, 0]


def test_killed_between_the_mail_servers_yes_and_our_mark_the_same_letter_goes_again(
    monkeypatch: pytest.MonkeyPatch, clock: Any
) -> None:
    due_in(2)
    broken(monkeypatch, killed_after)
    clock.shift(LEASE)
    assert [sent(), sent()] == [1, 0]
    first, second = mail.outbox
    assert first.extra_headers["Message-ID"] == second.extra_headers["Message-ID"]
    assert first.body == second.body


def test_what_may_have_gone_yesterday_goes_as_todays_and_nothing_besides(
    monkeypatch: pytest.MonkeyPatch, clock: Any
) -> None:
    due_in(1)
    broken(monkeypatch, killed_after)
    clock.shift(A_DAY)
    assert [sent(), sent()] == [1, 0]
    first, second = mail.outbox
    assert first.extra_headers["Message-ID"] == second.extra_headers["Message-ID"]
    assert Digest.objects.get().day == TUESDAY.date() + A_DAY


def test_a_plan_of_yesterday_is_made_anew(monkeypatch: pytest.MonkeyPatch, clock: Any) -> None:
    for _ in range(2):
        due_in(1)
    monkeypatch.setattr(sending, "hand_over", away)
    assert sending.send_reminders().problem == "ConnectionRefusedError"
    monkeypatch.undo()
    clock.shift(A_DAY)
    assert sent() == 2
    assert set(Mention.objects.values_list("occasion", flat=True)) == {"three_days", "due_day"}
    assert Digest.objects.count() == 2


def test_an_address_that_is_refused_holds_nobody_up(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    wrong = due_in(2).person.email
    due_in(2)

    def refuse(letter: Any) -> None:
        if letter.digest.person.email == wrong:
            raise SMTPRecipientsRefused({wrong: (550, b"No such user")})
        hand_over(letter)

    monkeypatch.setattr(sending, "hand_over", refuse)
    tally = sending.send_reminders()
    assert (tally.sent, tally.refused) == (1, 1)
    assert wrong not in caplog.text
    assert sent() == 0


def test_what_is_done_before_it_is_sent_is_not_spoken_of(monkeypatch: pytest.MonkeyPatch) -> None:
    hat = due_in(2)
    planning.plan(TUESDAY)
    module = hat.organisation.requirements.get().modules.get()
    finish_attempt(hat.person, module, hat.organisation)
    planning.catch_up(hat.organisation_id)
    assert sent() == 0
    assert Digest.objects.get().state == "dropped"


def test_two_that_run_at_once_make_one(monkeypatch: pytest.MonkeyPatch) -> None:
    due_in(2)

    def while_another_runs(letter: Any) -> None:
        monkeypatch.setattr(sending, "hand_over", hand_over)
        assert sent() == 0
        hand_over(letter)

    monkeypatch.setattr(sending, "hand_over", while_another_runs)
    assert sent() == 1
    assert len(mail.outbox) == 1


def test_the_command_says_what_it_did(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    due_in(2)
    call_command("send_reminders")
    assert "Sent: 1. Refused: 0." in capsys.readouterr().out
    due_in(2)
    monkeypatch.setattr(sending, "hand_over", away)
    with pytest.raises(CommandError, match="waits for the next run"):
        call_command("send_reminders")
