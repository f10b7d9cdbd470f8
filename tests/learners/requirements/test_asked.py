"""An organisation's page of what it asks: read by managers, kept by administrators."""

from typing import Any

import pytest
from django.urls import reverse
from wagtail.models import ModelLogEntry

from learners.requirements.models import Adoption, Requirement
from modules.models import Role
from tests.factories import (
    AppointmentFactory,
    MembershipFactory,
    ModuleFactory,
    NetworkMembershipFactory,
    RequirementFactory,
    TeamFactory,
)
from tests.factories.organisations import days_ago
from tests.factories.standings import AdoptionFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def nurse() -> Any:
    return MembershipFactory()


@pytest.fixture
def here(nurse: Any) -> Any:
    return nurse.organisation


@pytest.fixture
def ada(signed_in: Any, here: Any) -> Any:
    """A browser at which an administrator sits."""
    return signed_in(AppointmentFactory(capacity="administrator", organisation=here).person)


@pytest.fixture
def suggested(here: Any) -> Any:
    """What a network of the organisation asks, of nurses."""
    network = NetworkMembershipFactory(organisation=here).network
    module = ModuleFactory(title="Look first", minutes=12)
    fields: dict[str, Any] = {"title": "Core", "roles": ["nurse"], "module": module}
    return RequirementFactory(organisation=None, network=network, **fields)


def address(name: str, here: Any, *more: Any) -> str:
    return reverse(f"requirements:{name}", args=[here.uuid, *more])


def said(**fields: Any) -> dict[str, Any]:
    usual = {
        "due_days": "28",
        "grace_days": "28",
        "refresh": "never",
        "window_grace_days": "0",
        "change_days": "28",
        "accepts": ["marked"],
        "accepts_from": "anywhere",
        "starts_on": days_ago(0).isoformat(),
    }
    return {name: value for name, value in (usual | fields).items() if value is not None}


def test_a_manager_reads_what_is_asked_of_whom_and_how_long_it_takes(
    signed_in: Any, here: Any, suggested: Any
) -> None:
    clerk = MembershipFactory(organisation=here, staff_group="administrative")
    RequirementFactory(
        organisation=here, title="First steps", module=ModuleFactory(title="Ask first", minutes=10)
    )
    AdoptionFactory(requirement=suggested, organisation=here)
    type(clerk).objects.filter(pk=clerk.pk).update(role=_role("care-worker"))
    page = signed_in(AppointmentFactory(organisation=here).person).get(address("asked", here))
    asking = page.context["asking"]
    assert {(str(line.requirement), line.people, line.minutes) for line in asking.lines} == {
        ("First steps", 2, 10),
        ("Core", 1, 12),
    }
    assert {each.role: (each.least, each.most) for each in asking.by_role} == {
        _role("care-worker").name: (10, 10),
        _role("nurse").name: (22, 22),
    }
    assert "Change or end" not in page.text
    assert "Nobody does a module twice" not in page.text


def _role(slug: str) -> Any:
    return Role.objects.get(slug=slug)


def test_what_two_requirements_ask_of_the_same_people_is_said(ada: Any, here: Any, suggested: Any) -> None:
    AdoptionFactory(requirement=suggested, organisation=here)
    module = suggested.modules.get()
    RequirementFactory(organisation=here, module=module, title="Ours")
    RequirementFactory(organisation=here, module=module, title="Of doctors", roles=["doctor"])
    RequirementFactory(organisation=here, module=module, title="Of before", ends_on=days_ago(5))
    twice = ada.get(address("asked", here)).context["asking"].twice
    assert [({str(one) for one in each.requirements}, each.people) for each in twice] == [
        ({"Core", "Ours"}, 1)
    ]


def test_a_network_s_requirement_is_previewed_adopted_once_and_ended(
    ada: Any, here: Any, suggested: Any
) -> None:
    MembershipFactory.create_batch(2, organisation=here)
    adopt, stop = (address(name, here, suggested.uuid) for name in ("adopt", "stop"))
    assert "<strong>3 people</strong>" in ada.get(adopt).text
    assert "Choose today or a day ahead" in ada.post(adopt, {"day": days_ago(1).isoformat()}).text
    for _ in range(2):
        ada.post(adopt, {"day": days_ago(0).isoformat()})
    adoption = Adoption.objects.get()
    assert ada.get(adopt).url == stop
    assert "before its first day" not in ada.post(stop, {"day": days_ago(-3).isoformat()}).text
    adoption.refresh_from_db()
    assert adoption.ends_on == days_ago(-3)
    assert "already" in ada.post(adopt, {"day": days_ago(-2).isoformat()}).text
    ada.post(adopt, {"day": days_ago(-4).isoformat()})
    assert Adoption.objects.count() == 2
    logged = ModelLogEntry.objects.filter(action__startswith="requirements.").order_by("pk")
    assert [row.action.split(".")[1] for row in logged] == ["adopt", "stop_adopting", "adopt"]


def test_what_another_network_asks_cannot_be_adopted(ada: Any, here: Any) -> None:
    other = RequirementFactory(organisation=None, network=NetworkMembershipFactory().network)
    assert ada.get(address("adopt", here, other.uuid)).status_code == 404


def test_an_administrator_asks_for_something_and_changes_it(ada: Any, here: Any) -> None:
    module = ModuleFactory()
    team = TeamFactory(organisation=here)
    data = said(modules=[module.pk], title="New", teams=[team.pk], roles=[_role("nurse").pk])
    assert ada.post(address("add", here), data).status_code == 302
    made = Requirement.objects.get()
    assert (made.organisation, list(made.modules.all()), list(made.teams.all())) == (here, [module], [team])
    change = address("change", here, made.uuid)
    assert 'value="28"' in ada.get(change).text
    ada.post(change, data | {"ends_on": days_ago(-1).isoformat()})
    made.refresh_from_db()
    assert made.ends_on == days_ago(-1)
    logged = ModelLogEntry.objects.filter(action="requirements.change").get()
    assert logged.data["fields"] == ["ends_on"]


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"due_days": "", "due_on": ""}, "due_days"),
        ({"due_on": "2030-01-01"}, "due_on"),
        ({"refresh": "rolling"}, "refresh_months"),
        ({"refresh": "yearly", "window_opens_month": "4"}, "window_closes_month"),
        ({"accepts": []}, "accepts"),
        ({"modules": []}, "modules"),
        ({"starts_on": "tomorrow"}, "starts_on"),
    ],
)
def test_what_does_not_fit_is_said_by_its_field(
    ada: Any, here: Any, wrong: dict[str, Any], field: str
) -> None:
    page = ada.post(address("add", here), said(modules=[ModuleFactory().pk]) | wrong)
    assert list(page.context["form"].errors) == [field]
    assert f'href="#id_{field}"' in page.text
    assert not Requirement.objects.exists()


def test_a_team_of_others_is_refused(ada: Any, here: Any) -> None:
    TeamFactory(organisation=here)
    data = said(modules=[ModuleFactory().pk], teams=[TeamFactory().pk])
    errors = ada.post(address("add", here), data).context["form"].errors
    assert errors == {"teams": ["Choose a team of this organisation"]}


def test_a_lead_sees_who_adopted_what_and_no_names_of_people(
    signed_in: Any, here: Any, suggested: Any
) -> None:
    NetworkMembershipFactory(network=suggested.network)
    AdoptionFactory(requirement=suggested, organisation=here)
    lead = AppointmentFactory(network_lead=True, network=suggested.network).person
    page = signed_in(lead).get(reverse("requirements:network", args=[suggested.network.slug]))
    assert "Adopted by 1 of 2 organisations" in page.text
    assert here.name in page.text
    assert "people" not in page.text.split("<main")[1].split("</main>")[0]
