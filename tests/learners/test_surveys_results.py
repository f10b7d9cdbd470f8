"""What leads and managers are shown of surveys."""

import csv
import io
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from learners.surveys.actions.settling import settle
from learners.surveys.models import SurveyFigure, Theme, Wave
from learners.surveys.selectors import results_of
from tests.factories import (
    AppointmentFactory,
    MembershipFactory,
    ModuleFactory,
    NetworkMembershipFactory,
    OrganisationFactory,
)
from tests.factories.organisations import days_ago
from tests.factories.surveys import answered, closed, open_survey, settled_survey, staff

PERMISSION, CLIMATE = "Knowing what is allowed", "Support for sharing"


@pytest.fixture
def network(db: Any) -> Any:
    return NetworkMembershipFactory().network


@pytest.fixture
def here(network: Any) -> Any:
    return network.organisations.get()


def test_a_manager_sees_what_gets_in_the_way_and_what_helps(signed_in: Any, network: Any, here: Any) -> None:
    ModuleFactory(title="May I look?", slug="may-i-look")
    wave = open_survey(network)
    hats = staff(here, 12)
    wave = open_survey(network, title="Three months on")
    answered(wave, *hats, _4=1, _5=1, _7=5)
    wave = closed(wave)
    manager = AppointmentFactory(organisation=here).person
    page = signed_in(manager).get(reverse("surveys:organisation_results", args=[here.uuid, wave.uuid])).text
    assert "0 of 12" in page
    assert "12 of 12" in page
    assert "Not knowing what is allowed" in page
    assert "/may-i-look/" in page
    assert "What may I look at?" in page
    assert "No time, or no support" not in page


def test_seven_answers_are_too_few_and_eight_are_not(network: Any, here: Any) -> None:
    few = closed(answered_by(network, here, 7))
    assert [cell.share for cell in results_of(few).organisations[0].cells] == [None] * 4
    assert results_of(few).organisations[0].response is None
    enough = closed(answered_by(network, here, 8, _4=1, point=2))
    shares = [cell.share for cell in results_of(enough).organisations[0].cells]
    assert shares == [None] * 4, "All of eight say the same: that would be told of each."


def answered_by(network: Any, here: Any, number: int, **said: int) -> Wave:
    hats = staff(here, number)
    wave = open_survey(network)
    answered(wave, *hats, **said)
    return wave


def test_one_who_says_otherwise_is_shown_among_enough(network: Any, here: Any) -> None:
    hats = staff(here, 8)
    wave = open_survey(network)
    answered(wave, *hats[:7], _7=2)
    answered(wave, hats[7], point=1)
    cells = results_of(closed(wave)).organisations[0].cells
    assert [(cell.share.number, cell.share.total) for cell in cells if cell.share] == [(7, 8)] * 4


def test_two_surveys_show_what_changed_where_the_statements_are_the_same(network: Any, here: Any) -> None:
    hats = staff(here, 20)
    first = open_survey(network)
    answered(first, *hats[:15], point=4)
    answered(first, *hats[15:], point=2)
    closed(first)
    Wave.objects.filter(pk=first.pk).update(opens_on=days_ago(90), closes_on=days_ago(80))
    second = open_survey(network)
    answered(second, *hats[:10], point=4)
    answered(second, *hats[10:], point=2)
    results = results_of(closed(second))
    assert results.earlier.wave == first
    assert {cell.scale: cell.change for cell in results.organisations[0].cells} == {
        "When it helps, and getting to it": "Down 25 points",
        "Trust and quality": "Down 25 points",
        PERMISSION: "About the same",  # with its reversed statement, nobody agrees on average
        CLIMATE: "Down 25 points",
    }
    second.asked[5]["statement"] = "Put otherwise."
    second.save()
    assert [cell.change for cell in results_of(second).organisations[0].cells if cell.scale == CLIMATE] == [
        ""
    ]


def test_a_lead_sees_organisations_and_staff_groups_in_page_and_file_alike(
    signed_in: Any, network: Any, here: Any
) -> None:
    other = NetworkMembershipFactory(network=network, organisation=OrganisationFactory()).organisation
    small = NetworkMembershipFactory(network=network, organisation=OrganisationFactory()).organisation
    hats = [*staff(here, 20), *staff(other, 12, "medical"), *staff(small, 3)]
    wave = open_survey(network)
    answered(wave, *hats[:10], *hats[20:26], point=4)
    answered(wave, *hats[10:20], *hats[26:], point=2)
    wave = closed(wave)
    client = signed_in(AppointmentFactory(network_lead=True, network=network).person)
    page = client.get(reverse("surveys:network_results", args=[network.slug, wave.uuid])).text
    assert "10 of 20" in page
    assert "Too few answers" in page
    assert "of 3<" not in page
    file = client.get(reverse("surveys:network_csv", args=[network.slug, wave.uuid]))
    text = b"".join(file.streaming_content).decode("utf-8-sig")
    lines = {row[1]: row for row in csv.reader(io.StringIO(text))}
    assert lines[here.name][4:7] == ["10", "20", "50.0"]
    assert set(lines[small.name][2:]) == {"Too few answers"}
    assert lines[other.name][4] == "Too few answers", "It keeps the small one company."
    assert lines[str(network)][4].startswith("about ")
    assert lines[str(network)][6] == "", "Of fewer than 40, to the nearest five is too rough for per cent."


def test_results_come_on_the_day_after_the_last_and_never_change(
    signed_in: Any, network: Any, here: Any
) -> None:
    wave = answered_by(network, here, 12)
    client = signed_in(AppointmentFactory(organisation=here).person)
    listing = reverse("surveys:organisation", args=[here.uuid])
    assert "None yet" in client.get(listing).text
    assert not settle(wave=wave, on=wave.closes_on)
    assert client.get(reverse("surveys:organisation_results", args=[here.uuid, wave.uuid])).status_code == 404
    Wave.objects.filter(pk=wave.pk).update(opens_on=days_ago(15), closes_on=days_ago(1))
    assert "12 of 12" in client.get(listing).text
    before = list(SurveyFigure.objects.values_list())
    assert not settle(wave=wave, on=timezone.localdate())
    assert list(SurveyFigure.objects.values_list()) == before


def test_another_organisations_manager_and_another_lead_find_nothing(signed_in: Any, here: Any) -> None:
    wave, network = settled_survey(here), here.networks.get()
    neighbour = NetworkMembershipFactory(network=network).organisation
    for person in (
        AppointmentFactory(organisation=neighbour).person,
        AppointmentFactory(network_lead=True).person,
        MembershipFactory(organisation=here).person,
    ):
        client = signed_in(person)
        for name, place in (("organisation", here.uuid), ("network", network.slug)):
            for url in (f"{name}_results", f"{name}_csv"):
                assert client.get(reverse(f"surveys:{url}", args=[place, wave.uuid])).status_code == 404
    asked_elsewhere = reverse("surveys:organisation_results", args=[neighbour.uuid, wave.uuid])
    neighbours = AppointmentFactory(organisation=neighbour).person
    assert signed_in(neighbours).get(asked_elsewhere).status_code == 404


def test_words_are_shown_as_themes_alone_and_only_to_whom_they_concern(
    signed_in: Any, network: Any, here: Any
) -> None:
    other = NetworkMembershipFactory(network=network).organisation
    hats = [*staff(here, 12), *staff(other, 12)]
    wave = open_survey(network)
    answered(wave, *hats, words="Sister Quillfeather forbids it")
    wave = closed(wave)
    for organisation, words in (
        (here, "No time here"),
        (other, "No sign-ins there"),
        (None, "Slow computers"),
    ):
        Theme.objects.create(wave=wave, organisation=organisation, words=words)
    manager, lead = (
        AppointmentFactory(organisation=here),
        AppointmentFactory(network_lead=True, network=network),
    )
    own = (
        signed_in(manager.person)
        .get(reverse("surveys:organisation_results", args=[here.uuid, wave.uuid]))
        .text
    )
    whole = (
        signed_in(lead.person).get(reverse("surveys:network_results", args=[network.slug, wave.uuid])).text
    )
    told = ["No time here", "No sign-ins there", "Slow computers", "Quillfeather"]
    assert [words in own for words in told] == [True, False, True, False]
    assert [words in whole for words in told] == [False, False, True, False]


def test_a_theme_of_too_few_or_before_the_count_is_refused(network: Any, here: Any) -> None:
    small = NetworkMembershipFactory(network=network, organisation=OrganisationFactory()).organisation
    hats = [*staff(here, 12), *staff(small, 3)]
    wave = open_survey(network)
    answered(wave, *hats, words="No time.")
    theme = Theme(wave=wave, organisation=here, words="No time")
    with pytest.raises(ValidationError, match="not counted yet"):
        theme.full_clean()
    closed(wave)
    theme.full_clean()
    Theme(wave=wave, words="No time").full_clean()
    with pytest.raises(ValidationError, match="whole network"):
        Theme(wave=wave, organisation=small, words="No time").full_clean()


def test_where_nothing_is_shown_nothing_is_said_to_be_well(signed_in: Any, network: Any, here: Any) -> None:
    wave = closed(answered_by(network, here, 7))
    manager = AppointmentFactory(organisation=here).person
    page = signed_in(manager).get(reverse("surveys:organisation_results", args=[here.uuid, wave.uuid])).text
    assert "Too few answers to say" in page
    assert "below 60%" not in page


def test_pages_cost_the_same_for_few_and_many(
    signed_in: Any, network: Any, here: Any, django_assert_max_num_queries: Any
) -> None:
    for _ in range(3):
        NetworkMembershipFactory(network=network)
    waves = []
    for days in (100, 50, 2):
        for organisation in network.organisations.all():
            staff(organisation, 2)
        wave = settled_survey(here, 10)
        Wave.objects.filter(pk=wave.pk).update(opens_on=days_ago(days + 9), closes_on=days_ago(days))
        waves.append(wave)
    client = signed_in(AppointmentFactory(network_lead=True, network=network).person)
    with django_assert_max_num_queries(22):
        client.get(reverse("surveys:network_results", args=[network.slug, waves[-1].uuid]))
    with django_assert_max_num_queries(18):
        client.get(reverse("surveys:network", args=[network.slug]))
