"""What a person meets first, and their own learning."""

from typing import Any

import pytest
from django.urls import reverse

from tests.factories import (
    AppointmentFactory,
    MembershipFactory,
    ModuleFactory,
    PersonFactory,
    RequirementFactory,
    finish_attempt,
    start_attempt,
)
from tests.factories.modules import publish_again

pytestmark = pytest.mark.django_db


@pytest.fixture
def nurse() -> Any:
    return MembershipFactory().person


def organisation_of(person: Any) -> Any:
    return person.memberships.first().organisation


def test_the_front_page_asks_a_stranger_to_sign_in(client: Any) -> None:
    page = client.get("/").text
    assert reverse("account_login") in page
    assert "Your next step" not in page


def test_the_next_step_is_what_is_under_way(signed_in: Any, nurse: Any) -> None:
    module = ModuleFactory()
    attempt = start_attempt(nurse, module)
    page = signed_in(nurse).get("/").text
    assert module.title in page
    assert reverse("attempts:carry_on", args=[attempt.pk]) in page


def test_else_it_is_what_is_asked_for_first(signed_in: Any, nurse: Any) -> None:
    asked = RequirementFactory(organisation=organisation_of(nurse))
    page = signed_in(nurse).get("/").text
    assert asked.modules.get().title in page
    assert "Asked of everybody, within 28 days." in page


def test_without_anything_asked_the_catalogue_is_offered(signed_in: Any, nurse: Any) -> None:
    assert "Nothing is waiting for you." in signed_in(nurse).get("/").text


def test_a_module_that_two_employers_ask_for_is_listed_once(signed_in: Any, nurse: Any) -> None:
    module = ModuleFactory()
    other = MembershipFactory(person=nurse).organisation
    for organisation in (organisation_of(nurse), other):
        RequirementFactory(organisation=organisation, module=module)
    page = signed_in(nurse).get(reverse("home:my_learning")).text
    assert page.count(f">{module.title}</a>") == 1
    assert "You do it once. It counts for both." in page


def test_what_is_done_counts_for_every_employer(signed_in: Any, nurse: Any) -> None:
    module = ModuleFactory()
    other = MembershipFactory(person=nurse).organisation
    RequirementFactory(organisation=other, module=module)
    finish_attempt(nurse, module, organisation_of(nurse))
    page = signed_in(nurse).get(reverse("home:my_learning")).text
    assert "Nothing is asked of you that you have not done." in page
    assert "with 100%" in page


def test_a_manager_is_led_to_their_organisation(signed_in: Any) -> None:
    appointment = AppointmentFactory()
    page = signed_in(appointment.person).get("/").text
    assert reverse("dashboards:organisation", args=[appointment.organisation.uuid]) in page


def test_a_lead_is_led_to_the_programme_of_their_network(signed_in: Any) -> None:
    lead = AppointmentFactory(network_lead=True)
    page = signed_in(lead.person).get("/").text
    assert reverse("dashboards:network", args=[lead.network.slug]) in page
    assert reverse("roadmap:network", args=[lead.network.slug]) in page


def test_an_educator_is_led_to_their_drafts(signed_in: Any) -> None:
    educator = PersonFactory(groups=["Educators"])
    draft = ModuleFactory(draft=True, editor=educator)
    page = signed_in(educator).get("/").text
    assert draft.title in page
    assert reverse("wagtailadmin_pages:edit", args=[draft.pk]) in page


def test_the_overview_tells_what_changed_since_one_did_it(signed_in: Any, nurse: Any) -> None:
    module = ModuleFactory()
    finish_attempt(nurse, module)
    publish_again(module, note="The permission step comes first now.")
    page = signed_in(nurse).get(module.url).text
    assert "What changed since then" in page
    assert "The permission step comes first now." in page
    assert "Do it again" in page


def test_the_overview_shows_first_how_it_helps_in_ones_own_role(signed_in: Any, nurse: Any) -> None:
    module = ModuleFactory(roles=["nurse", "doctor"])
    page = signed_in(nurse).get(module.url).text
    assert page.index("Helps a Nurse.") < page.index("Helps a Doctor.")
    assert "How it helps other people" in page


def test_an_edition_that_nobody_reviewed_says_so(client: Any) -> None:
    assert "This Edition has had no clinical review." in client.get(ModuleFactory().url).text


def test_a_draft_is_not_found(client: Any) -> None:
    draft = ModuleFactory(draft=True)
    assert client.get(draft.url).status_code == 404
