"""One e-mail a day, to those who have something to do and want to hear of it."""

import datetime
from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.core import mail

from learners.reminders import sending
from learners.reminders.actions import ask_to_remind, prefer, set_rules, take_back
from learners.reminders.models import Digest, Mention, Nudge
from learners.requirements.models import Exemption
from tests.factories import (
    AppointmentFactory,
    MembershipFactory,
    OrganisationFactory,
    PersonFactory,
    TeamFactory,
    finish_attempt,
)
from tests.factories.reminders import asked_in, due_in
from tests.factories.structure import PauseFactory

pytestmark = pytest.mark.django_db

TUESDAY = datetime.datetime(2026, 11, 24, 12, tzinfo=datetime.UTC)
A_DAY = datetime.timedelta(days=1)


@pytest.fixture(autouse=True)
def clock() -> Iterator[Any]:
    with time_machine.travel(TUESDAY, tick=False) as traveller:
        yield traveller


def sent() -> int:
    return sending.send_reminders().sent


def to() -> list[str]:
    return sorted(message.to[0] for message in mail.outbox)


def test_it_names_modules_and_days_and_nothing_of_why(clock: Any) -> None:
    hat = due_in(3, person=PersonFactory(first_name="Dora", last_name="Tarn"))
    asked_in(-5, hat.organisation, title="Late already")
    assert [sent(), sent()] == [1, 0]
    message = mail.outbox[0]
    assert message.to == [hat.person.email]
    assert "- Late already: was due on 19 November 2026" in message.body
    assert "- Ask first: by 27 November 2026" in message.body
    assert "http://localhost:8000/learning/\n" in message.body
    assert "Tarn" not in f"{message.subject} {message.body}"
    assert hat.organisation.name not in message.body
    headers = message.extra_headers
    assert headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert headers["List-Unsubscribe"].strip("<>") in message.body
    assert headers["Message-ID"] == f"<reminder.{Digest.objects.get().pk}@localhost>"


def test_two_employers_make_one_e_mail_in_which_a_module_stands_once() -> None:
    hat = due_in(2)
    other = MembershipFactory(person=hat.person, starts_on=hat.starts_on)
    asked = asked_in(-2, other.organisation, title="Something else")
    module = hat.organisation.requirements.get().modules.get()
    asked.modules.add(module)
    assert sent() == 1
    assert mail.outbox[0].body.count("- Ask first: was due on 22 November 2026") == 1
    assert mail.outbox[0].body.count("- ") == 2
    assert Mention.objects.count() == 3


def test_some_get_none() -> None:
    here = due_in(2).organisation
    paused = MembershipFactory(organisation=here)
    PauseFactory(membership=paused)
    gone = MembershipFactory(organisation=here, left=True)
    without = MembershipFactory(organisation=here, person__email="")
    closed = MembershipFactory(organisation=here, person__is_active=False)
    silent = MembershipFactory(organisation=here)
    prefer(person=silent.person, own=False, weekly=True)
    exempt = MembershipFactory(organisation=here)
    Exemption.objects.create(
        person=exempt.person, organisation=here, starts_on=TUESDAY.date(), reason="Retires"
    )
    done = MembershipFactory(organisation=here)
    finish_attempt(done.person, here.requirements.first().modules.get(), here)
    sent()
    others = {hat.person.email for hat in (paused, gone, without, closed, silent, exempt, done)}
    assert not others & set(to())
    assert len(to()) == 1


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ((2026, 11, 24, 6, 59), 0),
        ((2026, 11, 24, 7, 0), 1),
        ((2026, 11, 24, 19, 59), 1),
        ((2026, 11, 24, 20, 0), 0),
        ((2026, 11, 28, 12, 0), 0),  # a Saturday
        ((2027, 7, 1, 6, 30), 1),  # 7:30 by the clock on the wall
        ((2027, 7, 1, 19, 30), 0),
    ],
)
def test_nobody_is_disturbed(clock: Any, moment: tuple[int, ...], expected: int) -> None:
    clock.move_to(datetime.datetime(*moment, tzinfo=datetime.UTC))  # type: ignore[misc]
    due_in(2)
    assert sent() == expected


def test_an_organisation_chooses_its_hours_or_sends_nothing(clock: Any) -> None:
    here = due_in(0).organisation
    boss = PersonFactory()
    usual = {"sends": True, "weekends": True, "from_hour": 10, "to_hour": 16}
    set_rules(organisation=here, by=boss, **usual)
    clock.move_to(datetime.datetime(2026, 11, 28, 9, tzinfo=datetime.UTC))
    assert sent() == 0
    clock.shift(3600)
    assert sent() == 1
    set_rules(organisation=here, by=boss, **(usual | {"sends": False}))
    clock.shift(10 * A_DAY)
    assert sent() == 0


def test_a_manager_has_somebody_reminded_or_takes_it_back() -> None:
    hat, boss = due_in(100), PersonFactory()
    other = MembershipFactory(organisation=hat.organisation, starts_on=hat.starts_on)
    silent = MembershipFactory(organisation=hat.organisation)
    prefer(person=silent.person, own=False, weekly=False)
    people = [hat.person_id, other.person_id, silent.person_id, PersonFactory().pk]
    ask = {"organisation": hat.organisation, "people": people, "by": boss}
    made = ask_to_remind(**ask, note="Back from leave")
    assert [nudge.person_id for nudge in made] == [hat.person_id, other.person_id]
    assert ask_to_remind(**ask) == []
    assert take_back(nudges=[made[1].pk]) == 1
    assert sent() == 1
    assert to() == [hat.person.email]
    assert "Back from leave" not in mail.outbox[0].body
    assert take_back(nudges=[nudge.pk for nudge in made]) == 0
    assert Nudge.objects.get(pk=made[0].pk).digest == Digest.objects.get()
    assert len(ask_to_remind(**ask)) == 2


def test_a_manager_gets_figures_once_a_week_of_those_whom_they_see(clock: Any) -> None:
    team = TeamFactory(organisation=OrganisationFactory(name="Brackwater"))
    due_in(-3, organisation=team.organisation, team=team, person=PersonFactory(first_name="Zorba"))
    MembershipFactory(organisation=team.organisation)
    boss = AppointmentFactory(organisation=team.organisation, team=team).person
    lonely = AppointmentFactory(
        team=TeamFactory(organisation=team.organisation), organisation=team.organisation
    )
    sent()
    message = next(message for message in mail.outbox if message.to == [boss.email])
    assert "- 1 person is late with something" in message.body
    assert f"/managing/{team.organisation.uuid}/" in message.body
    assert "Zorba" not in message.body
    assert lonely.person.email not in to()
    mail.outbox.clear()
    clock.shift(3 * A_DAY)
    sent()
    assert boss.email not in to()
    clock.shift(3 * A_DAY)
    sent()
    assert boss.email in to()


def test_a_managers_figures_wait_for_an_hour_that_suits_their_own_modules(clock: Any) -> None:
    clock.move_to(datetime.datetime(2026, 11, 24, 8, tzinfo=datetime.UTC))
    hat = due_in(2)
    late = {"sends": True, "weekends": False, "from_hour": 10, "to_hour": 16}
    set_rules(organisation=hat.organisation, by=hat.person, **late)
    AppointmentFactory(person=hat.person, organisation=due_in(-3).organisation)
    sent()
    assert hat.person.email not in to()
    clock.shift(2 * 3600)
    assert sent() == 1
    assert "- Ask first: by 26 November 2026" in mail.outbox[-1].body
    assert "- 1 person is late with something" in mail.outbox[-1].body
