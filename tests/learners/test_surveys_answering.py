"""Answering a survey: by a link, once, and nothing is lost on the way."""

import datetime
from typing import Any

import pytest
import time_machine
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from learners.posting import LEASE
from learners.reminders.daily import take_day
from learners.reminders.models import Digest
from learners.surveys import sending
from learners.surveys.actions.opening import open_due
from learners.surveys.actions.settling import settle_due
from learners.surveys.models import Answer, Invitation, Token, Waiting, Wave
from learners.surveys.selectors import offers_to
from learners.surveys.sending import send_links
from learners.surveys.tokens import tokens_for
from tests.factories import MembershipFactory, NetworkMembershipFactory, PersonFactory
from tests.factories.organisations import days_ago
from tests.factories.surveys import (
    closed,
    link_to,
    open_survey,
    points,
    survey_in,
    waiting_in,
)

pytestmark = pytest.mark.django_db
NOON = datetime.time(12)


@pytest.fixture
def network() -> Any:
    return NetworkMembershipFactory().network


@pytest.fixture
def nurse(network: Any) -> Any:
    return MembershipFactory(organisation=network.organisations.get())


def address(wave: Wave, hat: Any) -> str:
    return reverse("surveys:ask", args=[link_to(wave, hat.person)])


def said(wave: Wave, point: int = 4) -> dict[str, str]:
    return {key: str(value) for key, value in points(wave, point).items()}


def noon() -> datetime.datetime:
    """Of today, or of the next Monday: nothing is sent at weekends."""
    today = timezone.localdate()
    day = today + datetime.timedelta(days=max(0, 7 - today.weekday()) if today.weekday() > 4 else 0)
    return timezone.make_aware(datetime.datetime.combine(day, NOON))


def rows() -> int:
    return Waiting.objects.count() + Answer.objects.count()


def test_somebody_answers_on_a_phone_without_signing_in(client: Any, network: Any, nurse: Any) -> None:
    wave = open_survey(network)
    page = client.get(address(wave, nurse))
    assert page.text.count('type="radio"') == 12 * 6
    assert "Name nobody" in page.text
    thanks = client.post(address(wave, nurse), said(wave) | {"words": "No time."}, follow=True)
    assert "Thank you" in thanks.text
    (row,) = waiting_in(wave)
    assert (set(row.answers.values()), row.words) == ({4}, "No time.")
    assert set(client.cookies) == set(), "Nothing stays in the browser, and one without cookies can answer."


@pytest.mark.parametrize("times", [2, 3])
def test_sent_twice_it_counts_once(client: Any, network: Any, nurse: Any, times: int) -> None:
    wave = open_survey(network)
    for _ in range(times):
        assert "Thank you" in client.post(address(wave, nurse), said(wave), follow=True).text
    assert rows() == 1


def test_a_second_tab_says_thank_you_and_changes_nothing(client: Any, network: Any, nurse: Any) -> None:
    wave = open_survey(network)
    client.post(address(wave, nurse), said(wave, 5))
    assert "Thank you" in client.post(address(wave, nurse), said(wave, 1), follow=True).text
    assert "Thank you" in client.get(address(wave, nurse)).text
    assert [set(row.answers.values()) for row in waiting_in(wave)] == [{5}]


def test_what_cannot_be_kept_is_shown_again_with_everything_typed(
    client: Any, network: Any, nurse: Any
) -> None:
    wave = open_survey(network)
    page = client.post(address(wave, nurse), said(wave, 2) | {"words": "Long" * 300}).text
    assert "1,000 characters at most" in page
    assert page.count("checked") == 12
    assert "LongLong" in page
    assert "Answer at least one" in client.post(address(wave, nurse), {}).text
    assert (
        "Choose one of the answers to 1"
        in client.post(address(wave, nurse), {wave.asked[0]["key"]: "6"}).text
    )
    assert rows() == 0
    assert not Token.objects.filter(was_used=True).exists()


def test_not_every_statement_has_to_be_answered(client: Any, network: Any, nurse: Any) -> None:
    wave = open_survey(network)
    client.post(address(wave, nurse), {wave.asked[3]["key"]: "0"})
    assert [row.answers for row in waiting_in(wave)] == [{wave.asked[3]["key"]: 0}]


@pytest.mark.parametrize("mangle", [lambda it: "nothing", lambda it: it[:-1], lambda it: f"{it}>."])
def test_a_link_that_nobody_was_sent_is_not_found_and_says_what_to_do(
    client: Any, network: Any, nurse: Any, mangle: Any
) -> None:
    wave = open_survey(network)
    url = reverse("surveys:ask", args=[mangle(link_to(wave, nurse.person))])
    for page in (client.get(url), client.post(url, said(wave))):
        assert page.status_code == 404
        assert "Open it from the e-mail again" in page.text
        assert wave.title not in page.text
    assert rows() == 0


def test_a_closed_survey_takes_nothing(client: Any, network: Any, nurse: Any) -> None:
    wave = open_survey(network, opens_on=days_ago(15), closes_on=timezone.localdate())
    url = address(wave, nurse)
    Wave.objects.filter(pk=wave.pk).update(closes_on=days_ago(1))
    assert "This survey is closed" in client.post(url, said(wave)).text
    closed(wave)
    assert "This survey is closed" in client.get(url).text
    assert rows() == 0


def test_who_has_left_or_is_paused_is_not_asked(network: Any, nurse: Any) -> None:
    here = nurse.organisation
    away = MembershipFactory(organisation=here)
    away.pauses.create(starts_on=days_ago(3))
    MembershipFactory(organisation=here, left=True)
    MembershipFactory(organisation=here, person__is_active=False)
    MembershipFactory()
    wave = open_survey(network)
    assert [row.person for row in Invitation.objects.filter(wave=wave)] == [nurse.person]
    assert Token.objects.filter(wave=wave).count() == 1


def test_somebody_with_two_hats_answers_once_for_the_one_they_have_worn_longest(network: Any) -> None:
    first = NetworkMembershipFactory(network=network).organisation
    person = MembershipFactory(organisation=first, starts_on=days_ago(900)).person
    MembershipFactory(organisation=network.organisations.first(), person=person)
    open_survey(network)
    assert [row.organisation for row in Token.objects.all()] == [first]


def test_only_the_organisations_that_were_chosen_are_asked(network: Any, nurse: Any) -> None:
    other = MembershipFactory(organisation=NetworkMembershipFactory(network=network).organisation)
    wave = survey_in(network)
    wave.organisations.set([other.organisation])
    assert open_due(on=timezone.localdate()) == 1
    assert [row.person for row in wave.invitations.all()] == [other.person]


def test_each_is_sent_their_link_once_and_whoever_left_meanwhile_is_not(
    client: Any, network: Any, nurse: Any
) -> None:
    leaver = MembershipFactory(organisation=nurse.organisation)
    wave = open_survey(network)
    leaver.ends_on = days_ago(1)
    leaver.save()
    assert [send_links(noon).sent, send_links(noon).sent] == [1, 0]
    (letter,) = mail.outbox
    assert letter.to == [nurse.person.email]
    assert address(wave, nurse) in letter.body
    assert "Thank you" in client.post(address(wave, nurse), said(wave), follow=True).text


def test_the_link_is_the_one_e_mail_of_a_day(network: Any, nurse: Any, monkeypatch: Any) -> None:
    open_survey(network)
    day = timezone.localdate(noon())
    assert take_day(person=nurse.person_id, day=day)
    assert send_links(noon).sent == 0
    Digest.objects.all().delete()

    def away(letter: Any) -> None:
        raise ConnectionRefusedError

    with monkeypatch.context() as broken:
        broken.setattr(sending, "hand_over", away)
        assert send_links(noon).problem
    later = noon() + LEASE
    assert send_links(lambda: later).sent == 1, "The day was taken for this very e-mail."
    assert not take_day(person=nurse.person_id, day=day)


@pytest.mark.parametrize(("day", "hour", "expected"), [(27, 10, 0), (27, 11, 1), (27, 20, 0), (28, 12, 0)])
def test_nobody_is_sent_it_at_night_or_at_the_weekend(day: int, hour: int, expected: int) -> None:
    moment = datetime.datetime(2026, 11, day, hour, tzinfo=datetime.UTC)  # the 27th is a Friday
    with time_machine.travel(moment, tick=False):
        member = NetworkMembershipFactory()
        MembershipFactory(organisation=member.organisation)
        open_survey(member.network)
        assert send_links(lambda: moment).sent == expected


def test_whoever_is_paused_since_is_not_written_to(network: Any, nurse: Any) -> None:
    open_survey(network)
    nurse.pauses.create(starts_on=days_ago(0))
    assert send_links(noon).sent == 0


@pytest.mark.parametrize(("moment", "is_open"), [("2026-03-29 22:59", True), ("2026-03-29 23:01", False)])
def test_the_last_day_counts_by_the_clock_on_the_wall(
    client: Any, network: Any, nurse: Any, moment: str, is_open: bool
) -> None:
    """On the night on which summer time begins, the day ends an hour earlier by the clock of the server."""
    with time_machine.travel(datetime.datetime(2026, 3, 20, 12, tzinfo=datetime.UTC), tick=False):
        nurse.starts_on = days_ago(9)
        nurse.save()
        wave = open_survey(network, closes_on=datetime.date(2026, 3, 29))
    at = datetime.datetime.fromisoformat(f"{moment}+00:00")
    with time_machine.travel(at, tick=False):
        page = client.post(address(wave, nurse), said(wave), follow=True).text
        assert ("Thank you" in page) is is_open
        assert ("This survey is closed" in page) is not is_open
        assert settle_due(on=timezone.localdate()) == (0 if is_open else 1)


def test_my_learning_offers_it_until_it_is_answered(signed_in: Any, network: Any, nurse: Any) -> None:
    wave = open_survey(network)
    home = reverse("home:my_learning")
    client = signed_in(nurse.person)
    assert address(wave, nurse) in client.get(home).text
    page = client.get(address(wave, nurse)).text
    assert str(nurse.person) not in page
    client.post(address(wave, nurse), said(wave))
    assert "surveys" not in client.get(home).text
    assert offers_to(PersonFactory(), timezone.localdate()) == []


def test_offers_cost_the_same_however_many(network: Any, nurse: Any, django_assert_num_queries: Any) -> None:
    for _ in range(3):
        open_survey(network)
    with django_assert_num_queries(2):
        assert len(offers_to(nurse.person, timezone.localdate())) == 3


def test_links_still_work_after_the_services_secret_was_replaced(
    settings: Any, network: Any, nurse: Any
) -> None:
    wave = open_survey(network)
    settings.SECRET_KEY_FALLBACKS, settings.SECRET_KEY = [settings.SECRET_KEY], "another"
    (offer,) = offers_to(nurse.person, timezone.localdate())
    assert offer.token == tokens_for(wave, nurse.person)[1]
