"""On a phone, from an e-mail: a carer says how sharing is, and answers three questions. Nobody signs in."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from learners.boosters.links import token_of
from learners.surveys.models import Wave
from tests.factories import AppointmentFactory, MembershipFactory, ModuleFactory, NetworkMembershipFactory
from tests.factories.boosters import booster_of, wants_boosters
from tests.factories.modules import one_question
from tests.factories.organisations import days_ago
from tests.factories.surveys import answered, closed, link_to, open_survey, staff, waiting_in
from tests.journeys.baseline import then_it_does_not_scroll_sideways, then_it_is_accessible
from tests.journeys.devices import DESKTOP, NARROW_PHONE, NO_JAVASCRIPT, OpenPage

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

ON = pytest.mark.parametrize("options", [NARROW_PHONE, DESKTOP | NO_JAVASCRIPT], ids=["phone", "no scripts"])


def look(page: Page, heading: str, *, is_still: bool = False) -> None:
    expect(page.get_by_role("heading", name=heading).first).to_be_visible()
    if not is_still:
        then_it_is_accessible(page)
    then_it_does_not_scroll_sideways(page)


def choose(page: Page, statement: str, answer: str) -> None:
    page.get_by_role("group", name=statement).get_by_text(answer, exact=True).click()


@ON
def test_a_carer_answers_a_survey_once(open_page: OpenPage, options: dict[str, Any]) -> None:
    hat = MembershipFactory(staff_group="social_care")
    wave = open_survey(
        NetworkMembershipFactory(organisation=hat.organisation).network, title="Before we begin"
    )
    address, plain = f"/survey/{link_to(wave, hat.person)}/", options.get("java_script_enabled") is False
    page = open_page(None, **options)
    page.goto(address)
    look(page, "Before we begin", is_still=plain)
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_role("link", name="Answer at least one statement")).to_be_visible()
    look(page, "There is a problem", is_still=plain)
    choose(page, "4.", "Disagree")
    choose(page, "12.", "Strongly agree")
    page.get_by_label("What gets in the way").fill("Nobody told us that we may.")
    page.get_by_role("button", name="Send").click()
    look(page, "Thank you", is_still=plain)
    page.goto(address)
    look(page, "Thank you", is_still=plain)
    (row,) = waiting_in(wave)
    assert sorted(row.answers.values()) == [2, 5]


@pytest.mark.parametrize("options", [NARROW_PHONE, DESKTOP], ids=["phone", "desktop"])
def test_a_manager_and_a_lead_read_what_came_of_it(open_page: OpenPage, options: dict[str, Any]) -> None:
    network = NetworkMembershipFactory().network
    here = network.organisations.get()
    small = NetworkMembershipFactory(network=network).organisation
    hats = [*staff(here, 22), *staff(here, 12, "medical"), *staff(small, 3)]
    for title, low in (("Before the start", 1), ("Three months on", 3)):
        wave = open_survey(network, title=title)
        answered(wave, *hats[: 16 * low], _4=1, _5=1, words="No time.")
        answered(wave, *hats[16 * low :], point=2)
        wave = closed(wave)
        if low == 1:
            Wave.objects.filter(pk=wave.pk).update(opens_on=days_ago(90), closes_on=days_ago(80))
    manager = AppointmentFactory(organisation=here).person
    lead = AppointmentFactory(network_lead=True, network=network).person
    for person, address in (
        (manager, f"/managing/{here.uuid}/surveys/"),
        (lead, f"/managing/networks/{network.slug}/surveys/"),
    ):
        page = open_page(person, **options)
        page.goto(address)
        look(page, "How sharing is for people")
        page.get_by_role("link", name="Three months on").click()
        look(page, "Three months on")
        if person is lead:
            expect(page.get_by_text("Too few answers").first).to_be_visible()
        page.get_by_text("How to read this").click()
        expect(page.get_by_text("are against “Before the start”")).to_be_visible()
        look(page, "What gets in the way, and what helps")


@ON
def test_a_carer_answers_three_questions(open_page: OpenPage, options: dict[str, Any]) -> None:
    check = [one_question(f"q{number}", prompt=f"Question {number}?") for number in range(4)]
    module = ModuleFactory(title="Before you ring", check_questions=check)
    booster = booster_of(wants_boosters(module=module))
    plain = options.get("java_script_enabled") is False
    page = open_page(None, **options)
    page.goto(f"/boosters/{token_of(booster)}/")
    for number in (1, 2, 3):
        look(page, f"Question {number} of 3", is_still=plain)
        if number == 1:
            page.get_by_role("button", name="Check my answer").click()
            look(page, "There is a problem", is_still=plain)
        page.get_by_role("radio").first.check()
        page.get_by_role("button", name="Check my answer").click()
        look(page, f"Answer {number} of 3", is_still=plain)
        page.get_by_role("button", name="Next question" if number < 3 else "Finish").click()
    look(page, "Done", is_still=plain)
    page.get_by_role("link", name="Send me no more of these").click()
    look(page, "Stop boosters", is_still=plain)
    page.get_by_role("button").last.click()
    look(page, "You get no more boosters", is_still=plain)
