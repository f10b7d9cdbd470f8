"""What a survey is compared with, and what is said beside its figures."""

from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from learners.dashboards.figures import Share
from learners.surveys.actions.opening import open_wave
from learners.surveys.models import Wave
from learners.surveys.selectors import results_of
from learners.surveys.selectors.comparing import earlier
from learners.surveys.selectors.results import Cell
from tests.factories import (
    AppointmentFactory,
    ModuleFactory,
    NetworkMembershipFactory,
    OrganisationFactory,
)
from tests.factories.organisations import days_ago
from tests.factories.surveys import answered, closed, open_survey, staff, survey_in

CLIMATE = "Support for sharing"


@pytest.fixture
def network(db: Any) -> Any:
    return NetworkMembershipFactory().network


@pytest.fixture
def here(network: Any) -> Any:
    return network.organisations.get()


def shown(signed_in: Any, wave: Wave, here: Any) -> str:
    manager = AppointmentFactory(organisation=here).person
    page = signed_in(manager).get(reverse("surveys:organisation_results", args=[here.uuid, wave.uuid]))
    return str(page.text)


def test_statements_that_changed_are_said_not_to_be_compared(signed_in: Any, network: Any, here: Any) -> None:
    hats = staff(here, 12)
    first = open_survey(network, title="The first")
    answered(first, *hats)
    closed(first)
    Wave.objects.filter(pk=first.pk).update(opens_on=days_ago(90), closes_on=days_ago(80))
    first.instrument.items.filter(scale=CLIMATE).update(statement="Put otherwise.")
    second = open_survey(network)
    answered(second, *hats)
    page = shown(signed_in, closed(second), here)
    assert f"the statements were others then: {CLIMATE}." in page
    assert results_of(second).not_compared == [CLIMATE]
    assert "Not the same organisations" not in page


def test_a_survey_of_other_statements_in_between_is_passed_over(network: Any, here: Any) -> None:
    other = NetworkMembershipFactory(network=network).organisation
    hats, more = staff(here, 12), staff(other, 12)
    waves = []
    for days in (90, 50, 0):
        if days == 50:
            network.surveys.last().instrument.items.update(statement="Put otherwise.")
        wave = survey_in(network)
        if days == 90:
            wave.organisations.set([here])
        open_wave(wave=wave, on=timezone.localdate())
        wave.refresh_from_db()
        answered(wave, *hats, *(more if days < 90 else []))
        waves.append(closed(wave))
        if days:
            Wave.objects.filter(pk=wave.pk).update(opens_on=days_ago(days + 9), closes_on=days_ago(days))
    found = earlier(waves[2])
    assert found
    assert (found.wave, found.asked_others) == (waves[1], False)
    waves[2].asked = waves[0].asked
    waves[2].save()
    found = earlier(waves[2])
    assert found
    assert (found.wave, found.asked_others) == (waves[0], True), "It alone asked the same."


def test_how_many_answered_is_in_per_cent_of_enough_alone(network: Any, here: Any) -> None:
    """8 of 12 is about 10 of 10: to call that 100% would be wrong."""
    few = staff(here, 12)
    wave = open_survey(network)
    answered(wave, *few[:8])
    response = results_of(closed(wave)).organisations[0].response
    assert response
    assert (response.number, response.total, response.percent) == (10, 10, "")
    many = [*few, *staff(here, 30)]
    wave = open_survey(network)
    answered(wave, *many[:20])
    response = results_of(closed(wave)).organisations[0].response
    assert response
    assert (response.number, response.total, response.percent) == (20, 40, "50")


def test_what_is_rough_is_a_barrier_only_where_it_is_clear(network: Any) -> None:
    clear = Cell(CLIMATE, Share(5, 20), 4, is_rounded=True)
    near = Cell(CLIMATE, Share(10, 20), 4, is_rounded=True)
    assert [clear.percent, clear.is_low, near.is_low] == ["", True, False]
    assert Cell(CLIMATE, Share(9, 20), 4).is_low


def test_a_barrier_says_so_where_no_module_is_published(signed_in: Any, network: Any, here: Any) -> None:
    hats = staff(here, 12)
    wave = open_survey(network)
    answered(wave, *hats, _4=1, _5=1, _7=5)
    wave = closed(wave)
    assert "No module about this is published here yet" in shown(signed_in, wave, here)
    module = ModuleFactory(title="May I look?", slug="may-i-look")
    assert "/may-i-look/" in shown(signed_in, wave, here)
    module.unpublish()
    assert "/may-i-look/" not in shown(signed_in, wave, here)


def test_why_figures_of_everybody_are_missing_is_said(signed_in: Any, network: Any, here: Any) -> None:
    small = NetworkMembershipFactory(network=network, organisation=OrganisationFactory()).organisation
    hats = [*staff(here, 20), *staff(small, 3)]
    wave = open_survey(network)
    answered(wave, *hats)
    assert "could be worked out from them" in shown(signed_in, closed(wave), here)
