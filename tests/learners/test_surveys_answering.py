"""Answering a survey: by a link, once, and nothing is lost on the way."""

import datetime
from typing import Any

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from learners.surveys.actions.opening import open_due
from learners.surveys.models import Answer, FreeText, Invitation, Token, Waiting, Wave
from learners.surveys.selectors import baseline_taken, offers_to
from learners.surveys.sending import send_links
from learners.surveys.tokens import tokens_for
from tests.factories import MembershipFactory, NetworkMembershipFactory, PersonFactory
from tests.factories.organisations import days_ago
from tests.factories.surveys import answered, bundled, closed, link_to, open_survey, points, staff, survey_in

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
    return timezone.make_aware(datetime.datetime.combine(timezone.localdate(), NOON))


def rows() -> int:
    return Waiting.objects.count() + Answer.objects.count()


def test_somebody_answers_on_a_phone_without_signing_in(client: Any, network: Any, nurse: Any) -> None:
    wave = open_survey(network)
    page = client.get(address(wave, nurse))
    assert page.text.count('type="radio"') == 12 * 6
    assert "Name nobody" in page.text
    thanks = client.post(address(wave, nurse), said(wave) | {"words": "No time."}, follow=True)
    assert "Thank you" in thanks.text
    row = Waiting.objects.get()
    assert (set(row.answers.values()), row.words) == ({4}, "No time.")
    assert set(client.cookies) == {"csrftoken"}


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
    assert set(Waiting.objects.get().answers.values()) == {5}


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
    assert Waiting.objects.get().answers == {wave.asked[3]["key"]: 0}


def test_a_link_that_nobody_was_sent_is_not_found(client: Any, network: Any, nurse: Any) -> None:
    open_survey(network)
    assert client.get(reverse("surveys:ask", args=["nothing"])).status_code == 404
    assert client.post(reverse("surveys:ask", args=["nothing"]), {}).status_code == 404


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


def test_it_opens_once_and_keeps_its_statements(network: Any, nurse: Any) -> None:
    wave = survey_in(network)
    assert [open_due(on=timezone.localdate()), open_due(on=timezone.localdate())] == [1, 0]
    wave.instrument.items.update(statement="Something else.")
    wave.refresh_from_db()
    assert wave.asked[0]["statement"].startswith("I know when in my work")
    assert Token.objects.count() == 1


def test_a_baseline_is_taken_once_somebody_has_answered_before_the_day(network: Any, nurse: Any) -> None:
    today, tomorrow = timezone.localdate(), timezone.localdate() + datetime.timedelta(days=1)
    wave = open_survey(network)
    assert not baseline_taken(network, tomorrow)
    answered(wave, nurse)
    assert baseline_taken(network, tomorrow)
    assert not baseline_taken(network, today)
    assert not baseline_taken(NetworkMembershipFactory().network, tomorrow)


def test_words_reach_a_moderator_only_when_the_survey_is_settled(client: Any, network: Any) -> None:
    hats = staff(network.organisations.get(), 9)
    wave = open_survey(network)
    answered(wave, *hats, words="There is never time.")
    client.force_login(PersonFactory(administrator=True))
    listing = reverse("freetext:index")
    assert "There is never time." not in client.get(listing).text
    closed(wave)
    assert "There is never time." in client.get(listing).text
    row = FreeText.objects.first()
    assert client.get(reverse("freetext:edit", args=[row.pk])).status_code == 302, "Nobody changes it."
    client.post(reverse("freetext:delete", args=[row.pk]))
    assert FreeText.objects.count() == 8


def test_a_survey_that_has_opened_stays(client: Any, network: Any) -> None:
    client.force_login(PersonFactory(administrator=True))
    planned, opened = survey_in(network), open_survey(network)
    for wave in (planned, opened):
        client.post(reverse("wave:delete", args=[wave.pk]))
    assert list(Wave.objects.all()) == [opened]


def test_an_administrator_plans_a_survey_in_the_cms(client: Any, network: Any) -> None:
    client.force_login(PersonFactory(groups=["Administrators"]))
    for name in ("wave", "instrument", "theme", "freetext"):
        assert client.get(reverse(f"{name}:index")).status_code == 200
    today = timezone.localdate().isoformat()
    given = {
        "network": network.pk,
        "instrument": bundled().pk,
        "title": "Before",
        "opens_on": today,
        "closes_on": today,
    }
    client.post(reverse("wave:add"), given)
    assert Wave.objects.get().title == "Before"
