"""What an administrator does with a survey: plans it, reads what was written, and keeps to what was asked."""

import datetime
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from learners.surveys.actions.opening import open_due
from learners.surveys.models import Answer, FreeText, Token, Wave
from learners.surveys.selectors import baseline_taken
from tests.factories import MembershipFactory, NetworkMembershipFactory, PersonFactory
from tests.factories.surveys import (
    answered,
    bundled,
    closed,
    open_survey,
    staff,
    survey_in,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def network() -> Any:
    return NetworkMembershipFactory().network


@pytest.fixture
def nurse(network: Any) -> Any:
    return MembershipFactory(organisation=network.organisations.get())


def test_it_opens_once_and_keeps_its_statements(network: Any, nurse: Any) -> None:
    wave = survey_in(network)
    assert [open_due(on=timezone.localdate()), open_due(on=timezone.localdate())] == [1, 0]
    wave.instrument.items.update(statement="Something else.")
    wave.refresh_from_db()
    assert wave.asked[0]["statement"].startswith("I know when in my work")
    assert Token.objects.count() == 1


def test_a_baseline_is_taken_once_enough_have_answered_before_the_day(network: Any) -> None:
    today, tomorrow = timezone.localdate(), timezone.localdate() + datetime.timedelta(days=1)
    hats = staff(network.organisations.get(), 8)
    wave = open_survey(network)
    answered(wave, *hats[:7])
    assert not baseline_taken(network, tomorrow), "Nobody sees when the first of few has answered."
    answered(wave, hats[7])
    assert baseline_taken(network, tomorrow)
    assert not baseline_taken(network, today)
    assert not baseline_taken(NetworkMembershipFactory().network, tomorrow)
    wave = closed(wave)
    assert baseline_taken(network, tomorrow)
    Answer.objects.all().delete()
    assert baseline_taken(network, tomorrow), "Figures are kept when answers are deleted."


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
    assert "Ask one thing after the other" in client.post(reverse("wave:add"), given).text
    elsewhere = given | {"organisations": [MembershipFactory().organisation_id]}
    assert "organisations of this network" in client.post(reverse("wave:add"), elsewhere).text
    bundled().__class__.objects.update(is_retired=True)
    assert "no longer asked" in client.post(reverse("wave:add"), given).text
    assert Wave.objects.count() == 1


def test_whom_a_survey_asks_stays_once_it_has_opened(client: Any, network: Any, nurse: Any) -> None:
    client.force_login(PersonFactory(groups=["Administrators"]))
    wave = open_survey(network)
    given = {
        "network": network.pk,
        "instrument": wave.instrument_id,
        "title": "Renamed",
        "opens_on": wave.opens_on,
        "closes_on": wave.closes_on,
    }
    edit = reverse("wave:edit", args=[wave.pk])
    page = client.post(edit, given | {"organisations": [nurse.organisation_id]}).text
    assert "people there are asked already" in page
    assert client.post(edit, given).status_code == 302
    wave.refresh_from_db()
    assert (wave.title, wave.organisations.count()) == ("Renamed", 0)
