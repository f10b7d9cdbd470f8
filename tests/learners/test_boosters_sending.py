"""Three questions by e-mail, to those who want them: once, at a decent hour, after the reminders, whatever breaks."""

import datetime
from collections.abc import Callable, Iterator
from smtplib import SMTPRecipientsRefused
from typing import Any

import pytest
import time_machine
from django.core import mail
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from learners.boosters import sending
from learners.boosters.actions import choose_boosters
from learners.boosters.links import token_of
from learners.boosters.models import Booster
from learners.boosters.planning import people_due
from learners.posting import LEASE
from learners.records.models import LearningEvent
from learners.records.voiding import void
from learners.reminders.models import Digest
from learners.reminders.sending import send_reminders
from tests.factories import MembershipFactory, ModuleFactory
from tests.factories.boosters import answered, wants_boosters
from tests.factories.reminders import asked_in
from tests.factories.structure import PauseFactory

pytestmark = pytest.mark.django_db

NOON = datetime.datetime(2026, 11, 24, 12, tzinfo=datetime.UTC)  # a Tuesday
A_DAY = datetime.timedelta(days=1)


@pytest.fixture(autouse=True)
def noon() -> Iterator[Any]:
    with time_machine.travel(NOON, tick=False) as clock:
        yield clock


def sent(moment: datetime.datetime = NOON) -> int:
    """How many a run sends at a moment."""
    with time_machine.travel(moment, tick=False):
        return sending.send_boosters().sent


def test_it_is_sent_once_and_says_nothing_of_what_was_done() -> None:
    completion = wants_boosters(module=ModuleFactory(title="A secret module"))
    events = LearningEvent.objects.count()
    assert [sent(), sent(), sent(NOON + A_DAY)] == [1, 0, 0]
    message, booster, person = mail.outbox[0], Booster.objects.get(), completion.person
    assert message.to == [person.email]
    said = f"{message.subject} {message.body}"
    for private in ("A secret module", person.last_name, completion.organisation.name):
        assert private not in said
    assert f"http://localhost:8000/boosters/{token_of(booster)}/\n" in message.body
    assert f"http://localhost:8000/boosters/{token_of(booster)}/stop/\n" in message.body
    assert message.extra_headers["Message-ID"] == f"<booster.{booster.uuid}@localhost>"
    assert LearningEvent.objects.count() == events, "It is no part of the history."


def test_what_is_in_the_link_is_stored_nowhere() -> None:
    wants_boosters()
    sent()
    row = Booster.objects.values().get()
    assert token_of(Booster.objects.get()) not in str(row)


@pytest.mark.parametrize(
    ("days", "expected"), [(6, 0), (7, 1), (20, 1), (21, 0), (42, 1), (182, 1), (300, 0)]
)
def test_it_comes_after_7_42_and_182_days(days: int, expected: int) -> None:
    wants_boosters(days=days)
    assert sent() == expected


def test_nobody_gets_any_who_did_not_ask_for_them() -> None:
    completion = wants_boosters()
    choose_boosters(person=completion.person, wants=False)
    assert sent() == 0
    completion.person.booster_choice.delete()
    assert sent() == 0


def gone(completion: Any) -> None:
    completion.person.memberships.update(ends_on=NOON.date() - A_DAY)


def paused(completion: Any) -> None:
    PauseFactory(membership=completion.person.memberships.get(), starts_on=NOON.date() - A_DAY)


def closed(completion: Any) -> None:
    type(completion.person).objects.filter(pk=completion.person_id).update(is_active=False)


def anonymised(completion: Any) -> None:
    type(completion.person).objects.filter(pk=completion.person_id).update(anonymised_at=NOON)


def unpublished(completion: Any) -> None:
    completion.edition.page.unpublish()


def corrected(completion: Any) -> None:
    void(completions=[completion], because="A mistake", by=completion.person)


def without_address(completion: Any) -> None:
    type(completion.person).objects.filter(pk=completion.person_id).update(email="")


def stopped(completion: Any) -> None:
    choose_boosters(person=completion.person, wants=False)


NONE = [gone, paused, closed, anonymised, unpublished, corrected, without_address, stopped]


@pytest.mark.parametrize("happens", NONE)
def test_some_are_left_alone(happens: Callable[[Any], None]) -> None:
    happens(wants_boosters())
    assert sent() == 0
    assert not Digest.objects.exists()


@pytest.mark.parametrize("happens", NONE)
def test_nor_do_they_get_one_that_was_left_lying(
    happens: Callable[[Any], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    completion = wants_boosters()
    broken(monkeypatch, away)
    happens(completion)
    assert [sent(NOON + LEASE), sent(NOON + A_DAY)] == [0, 0]


def test_whoever_works_elsewhere_too_gets_it_though_one_job_is_paused() -> None:
    completion = wants_boosters()
    paused(completion)
    MembershipFactory(person=completion.person)
    assert sent() == 1


@pytest.mark.parametrize(("hour", "expected"), [(3, 0), (10, 0), (11, 1), (19, 1), (20, 0), (23, 0)])
def test_nobody_is_woken(hour: int, expected: int) -> None:
    wants_boosters()
    assert sent(NOON.replace(hour=hour)) == expected


def test_nor_bothered_on_a_saturday() -> None:
    wants_boosters()
    assert sent(NOON + 4 * A_DAY) == 0
    assert sent(NOON + 6 * A_DAY) == 1


def test_two_modules_take_two_days() -> None:
    first = wants_boosters(days=10)
    wants_boosters(first.person.memberships.get(), days=8)
    assert [sent(), sent(), sent(NOON + A_DAY), sent(NOON + 2 * A_DAY)] == [1, 0, 1, 0]
    assert Booster.objects.sent().first().completion == first


def test_a_reminder_goes_first_and_the_booster_waits_for_another_day() -> None:
    completion = wants_boosters()
    asked_in(3, completion.organisation)
    assert send_reminders().sent == 1
    assert [sent(), sent(NOON + A_DAY)] == [0, 1]


def test_a_reminder_that_comes_up_later_that_day_waits() -> None:
    completion = wants_boosters()
    assert sent() == 1
    asked_in(3, completion.organisation)
    assert send_reminders().sent == 0
    with time_machine.travel(NOON + A_DAY, tick=False):
        assert send_reminders().sent == 1


def test_a_module_that_was_done_again_begins_anew() -> None:
    completion = wants_boosters(days=42)
    wants_boosters(completion.person.memberships.get(), completion.edition.page, days=1)
    assert sent() == 0


def test_what_was_missed_comes_again_a_week_later() -> None:
    wants_boosters()
    sent()
    first = answered(Booster.objects.get(), right=False)
    assert [sent(NOON + 6 * A_DAY), sent(NOON + 7 * A_DAY)] == [0, 1]
    again = Booster.objects.exclude(pk=first.pk).get()
    assert again.is_again
    assert set(again.question_ids) == set(first.question_ids)


def away(booster: Booster) -> None:
    raise ConnectionRefusedError("no mail server")


class Killed(BaseException):
    """The process ends here: nothing after it is done."""


def killed(booster: Booster, hand_over: Any = sending.hand_over) -> None:
    hand_over(booster)
    raise Killed


def broken(monkeypatch: pytest.MonkeyPatch, how: Any, problem: type[BaseException] | None = None) -> None:
    """A run in which sending goes wrong."""
    with monkeypatch.context() as patch:
        patch.setattr(sending, "hand_over", how)
        if problem:
            with pytest.raises(problem):
                sent()
        else:
            assert sent() == 0


@pytest.mark.parametrize("later", [LEASE, A_DAY])
def test_killed_between_sending_and_marking_the_same_e_mail_goes_again(
    monkeypatch: pytest.MonkeyPatch, later: datetime.timedelta
) -> None:
    wants_boosters()
    broken(monkeypatch, killed, Killed)
    assert [sent(), sent(NOON + later), sent(NOON + 2 * A_DAY)] == [0, 1, 0]
    first, second = mail.outbox
    assert first.body == second.body
    assert first.extra_headers["Message-ID"] == second.extra_headers["Message-ID"]


def test_a_mail_server_that_is_away_ends_the_run_and_loses_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    wants_boosters()
    wants_boosters()
    broken(monkeypatch, away)
    assert sent(NOON + LEASE) == 2


def test_an_address_that_is_refused_holds_nobody_up(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    wrong = wants_boosters().person.email
    wants_boosters()

    def refuse(booster: Booster, hand_over: Any = sending.hand_over) -> None:
        if booster.completion.person.email == wrong:
            raise SMTPRecipientsRefused({wrong: (550, b"No such user")})
        hand_over(booster)

    monkeypatch.setattr(sending, "hand_over", refuse)
    tally = sending.send_boosters()
    assert (tally.sent, tally.refused) == (1, 1)
    assert wrong not in caplog.text


def test_many_who_have_nothing_due_cost_no_more_queries_than_few() -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as counted:
            assert list(people_due(timezone.now())) == []
        return len(counted)

    wants_boosters(days=2)
    few = queries()
    for _ in range(4):
        wants_boosters(days=2)
    assert queries() == few


def test_the_command_says_what_it_did(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    wants_boosters()
    call_command("send_boosters")
    assert "Sent: 1. Refused: 0." in capsys.readouterr().out
    wants_boosters()
    monkeypatch.setattr(sending, "hand_over", away)
    with pytest.raises(CommandError, match="waits for the next run"):
        call_command("send_boosters")
