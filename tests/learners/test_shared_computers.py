"""A sign-in ends on the server: when nobody has done anything for a while, and after ten hours at the latest."""

import datetime
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import time_machine
from django.contrib.auth import SESSION_KEY
from django.test import Client
from django.urls import reverse

from tests.factories import AppointmentFactory, MembershipFactory, OrganisationFactory, PersonFactory

pytestmark = pytest.mark.django_db

NINE = datetime.datetime(2026, 11, 24, 9, tzinfo=datetime.UTC)
BY_SCRIPT = {"headers": {"Sec-Fetch-Dest": "empty"}}


@pytest.fixture
def clock() -> Iterator[Any]:
    """A clock at nine, which only the test moves: `clock.shift(seconds)`."""
    with time_machine.travel(NINE, tick=False) as traveller:
        yield traveller


def minutes(number: float) -> datetime.timedelta:
    return datetime.timedelta(minutes=number)


def at(*idle_minutes: int) -> Any:
    """Somebody who works at organisations with these idle minutes."""
    person = PersonFactory()
    for each in idle_minutes:
        MembershipFactory(person=person, organisation=OrganisationFactory(idle_minutes=each))
    return person


def is_in(client: Client) -> bool:
    """Whether a page for those who are signed in opens."""
    return bool(client.get("/learning/").status_code == 200)


def ended(client: Client) -> bool:
    return SESSION_KEY not in client.session


def test_after_a_quarter_of_an_hour_of_nothing_it_ends(signed_in: Any, clock: Any) -> None:
    client = signed_in(at(15))
    clock.shift(minutes(15))
    assert not is_in(client)
    assert ended(client)


def test_until_then_it_lasts(signed_in: Any, clock: Any) -> None:
    client = signed_in(at(15))
    clock.shift(minutes(14) + datetime.timedelta(seconds=59))
    assert is_in(client)


def test_whatever_the_person_does_begins_it_anew(signed_in: Any, clock: Any) -> None:
    client = signed_in(at(15))
    for _ in range(5):
        clock.shift(minutes(14))
        assert is_in(client)
    clock.shift(minutes(15))
    assert not is_in(client)


@pytest.mark.parametrize("allowed", [5, 60])
def test_an_employer_sets_its_own_time(signed_in: Any, clock: Any, allowed: int) -> None:
    client = signed_in(at(allowed))
    clock.shift(minutes(allowed - 0.1))
    assert is_in(client)
    clock.shift(minutes(allowed))
    assert not is_in(client)


def test_of_several_employers_the_shortest_holds(signed_in: Any, clock: Any) -> None:
    client = signed_in(at(60, 10, 30))
    clock.shift(minutes(10))
    assert not is_in(client)


def test_a_former_employer_has_no_say(signed_in: Any, clock: Any) -> None:
    person = at(60)
    MembershipFactory(person=person, organisation=OrganisationFactory(idle_minutes=5), left=True)
    client = signed_in(person)
    clock.shift(minutes(59))
    assert is_in(client)


def test_where_somebody_is_appointed_counts_like_an_employer(signed_in: Any, clock: Any) -> None:
    person = at(60)
    AppointmentFactory(person=person, organisation=OrganisationFactory(idle_minutes=5))
    client = signed_in(person)
    clock.shift(minutes(5))
    assert not is_in(client)


def test_nobodys_employee_has_a_quarter_of_an_hour(signed_in: Any, clock: Any) -> None:
    client = signed_in(PersonFactory())
    clock.shift(minutes(14))
    assert is_in(client)
    clock.shift(minutes(15))
    assert not is_in(client)


def test_a_change_by_the_employer_holds_within_minutes(signed_in: Any, clock: Any) -> None:
    person = at(60)
    client = signed_in(person)
    person.memberships.get().organisation.__class__.objects.update(idle_minutes=5)
    clock.shift(minutes(10))
    assert is_in(client)
    clock.shift(minutes(5))
    assert not is_in(client)


def test_after_ten_hours_it_ends_whatever_was_done(signed_in: Any, clock: Any) -> None:
    client = signed_in(at(15))
    for _ in range(59):
        clock.shift(minutes(10))
        assert is_in(client)
    clock.shift(minutes(10))
    answer = client.get("/learning/")
    assert parse_qs(urlsplit(answer.url).query)["ended"] == ["limit"]
    assert "signed in for 10 hours" in client.get(answer.url).content.decode()


def test_a_clock_that_is_put_back_neither_ends_nor_stretches_it(signed_in: Any, clock: Any) -> None:
    client = signed_in(at(15))
    clock.shift(-minutes(60))
    assert is_in(client)
    clock.shift(minutes(15))
    assert not is_in(client), "It would last for an hour and a quarter."


def test_nor_does_it_give_more_than_ten_hours(signed_in: Any, clock: Any) -> None:
    client, hours = signed_in(at(60)), 0
    for step in range(200):
        clock.shift(minutes(-300 if step == 7 else 50))
        if not is_in(client):
            break
        hours += 0 if step == 7 else 50
    assert hours == 550  # the twelfth step of 50 minutes makes ten hours


def test_a_clock_put_back_while_only_a_film_plays_runs_from_there(signed_in: Any, clock: Any) -> None:
    client = signed_in(at(15))
    clock.shift(-minutes(60))
    client.get(reverse("sessions:time_left"))
    clock.shift(minutes(15))
    assert not is_in(client)


def test_to_ask_how_long_is_left_is_not_to_do_something(signed_in: Any, clock: Any) -> None:
    client = signed_in(at(15))
    for left in (14, 9, 4):
        clock.shift(minutes(1 if left == 14 else 5))
        assert client.get(reverse("sessions:time_left")).json()["seconds"] == left * 60
    clock.shift(minutes(4))
    answer = client.get(reverse("sessions:time_left"), **BY_SCRIPT)
    assert answer.status_code == 401
    assert "ended=idle" in answer["X-See-Other"]


def test_a_page_that_says_somebody_is_there_keeps_them_in(signed_in: Any, clock: Any) -> None:
    client = signed_in(at(15))
    clock.shift(minutes(14))
    assert client.post(reverse("sessions:stay")).json()["seconds"] == 15 * 60
    clock.shift(minutes(14))
    assert is_in(client)


def test_what_a_browser_fetches_ahead_by_itself_does_not(signed_in: Any, clock: Any) -> None:
    client = signed_in(at(15))
    clock.shift(minutes(14))
    client.get("/learning/", headers={"Sec-Purpose": "prefetch"})
    clock.shift(minutes(1))
    assert not is_in(client)


def test_near_the_ten_hours_to_stay_changes_nothing(signed_in: Any, clock: Any) -> None:
    client = signed_in(at(60))
    for _ in range(13):
        clock.shift(minutes(45))
        client.get("/learning/")
    told = client.post(reverse("sessions:stay")).json()
    assert told["final"] is True
    assert told["seconds"] == 15 * 60


def test_staff_of_the_cms_are_signed_out_like_everybody(signed_in: Any, clock: Any) -> None:
    client = signed_in(PersonFactory(administrator=True))
    clock.shift(minutes(15))
    answer = client.get("/cms/", follow=True)
    assert answer.request["PATH_INFO"] == reverse("account_login")
    assert "not used for 15 minutes" in answer.content.decode()


def test_a_session_from_before_this_counts_from_now_on(signed_in: Any, clock: Any) -> None:
    client = signed_in(at(15))
    session = client.session
    del session["shared_computer"]
    session.save()
    assert is_in(client)
    clock.shift(minutes(15))
    assert not is_in(client)
