"""A manager of one organisation reaches nobody of another, by any address, filter or export."""

import pytest
from django.urls import reverse

from tests.factories import (
    AppointmentFactory,
    MembershipFactory,
    NetworkFactory,
    NetworkMembershipFactory,
    OrganisationFactory,
    PersonFactory,
    RequirementFactory,
    TeamFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def there():
    """An organisation of somebody else, with a requirement and one person."""
    requirement = RequirementFactory()
    TeamFactory(organisation=requirement.organisation, name="Their team")
    MembershipFactory(
        organisation=requirement.organisation, person=PersonFactory(first_name="Thea", last_name="There")
    )
    return requirement.organisation


def addresses(organisation) -> list[str]:
    member = organisation.memberships.get(person__first_name="Thea")
    return [
        reverse("dashboards:organisation", args=[organisation.uuid]),
        reverse("dashboards:people", args=[organisation.uuid]),
        reverse("dashboards:export", args=[organisation.uuid]),
        reverse("dashboards:person", args=[organisation.uuid, member.uuid]),
    ]


def everybody_else(there):
    """Everybody who must see nothing of `there`, by what they are."""
    network = NetworkFactory()
    NetworkMembershipFactory(network=network, organisation=there)
    return {
        "a manager of another organisation": AppointmentFactory().person,
        "a manager whose appointment is over": AppointmentFactory(organisation=there, over=True).person,
        "the lead of its network": AppointmentFactory(network_lead=True, network=network).person,
        "a colleague": MembershipFactory(organisation=there).person,
        "an administrator of the CMS": PersonFactory(administrator=True),
    }


def test_nobody_else_finds_an_organisation_by_any_address(client, there) -> None:
    for who, person in everybody_else(there).items():
        client.force_login(person)
        for address in addresses(there):
            assert client.get(address).status_code == 404, f"{who}: {address}"


def test_its_manager_finds_all_of_them(client, there) -> None:
    client.force_login(AppointmentFactory(organisation=there).person)
    assert [client.get(address).status_code for address in addresses(there)] == [200] * 4


def test_who_is_not_signed_in_is_sent_to_sign_in(client, there) -> None:
    for address in [*addresses(there), reverse("dashboards:organisations")]:
        response = client.get(address)
        assert response.status_code == 302
        assert response["Location"].startswith(reverse("account_login"))


def test_nothing_can_be_changed_here(client, there) -> None:
    client.force_login(AppointmentFactory(organisation=there).person)
    assert {client.post(address).status_code for address in addresses(there)} == {405}


def test_a_person_of_another_organisation_is_not_under_ones_own(client, there) -> None:
    """Not even where the same person works in both, by the name that they have over there."""
    mine = AppointmentFactory()
    theirs = there.memberships.get()
    MembershipFactory(organisation=mine.organisation, person=theirs.person)
    client.force_login(mine.person)
    address = reverse("dashboards:person", args=[mine.organisation.uuid, theirs.uuid])
    assert client.get(address).status_code == 404


def test_a_person_who_left_is_gone(client, there) -> None:
    left = MembershipFactory(organisation=there, left=True)
    client.force_login(AppointmentFactory(organisation=there).person)
    assert client.get(reverse("dashboards:person", args=[there.uuid, left.uuid])).status_code == 404


def test_a_team_or_a_module_of_another_organisation_is_as_unknown_as_one_that_never_was(
    client, there
) -> None:
    mine = RequirementFactory()
    MembershipFactory(organisation=mine.organisation)
    client.force_login(AppointmentFactory(organisation=mine.organisation).person)
    address = reverse("dashboards:people", args=[mine.organisation.uuid])
    asked = there.requirements.get()
    foreign = {
        "team": there.teams.get().pk,
        "module": asked.modules.get().translation_key,
        "requirement": asked.pk,
    }
    for field, value in foreign.items():
        pages = [
            client.get(address, {field: each})
            .content.decode()
            .split("<main")[1]
            .replace(f"{field}={each}", "…")
            for each in (value, "987654321")
        ]
        assert pages[0] == pages[1]
        assert f"Choose a {field} from the list" in pages[0]
        for theirs in ("Their team", "Thea", there.name, asked.modules.get().title):
            assert theirs not in pages[0]


def test_a_search_stays_at_home(client, there) -> None:
    mine = AppointmentFactory()
    RequirementFactory(organisation=mine.organisation)
    client.force_login(mine.person)
    page = client.get(reverse("dashboards:people", args=[mine.organisation.uuid]), {"name": "Thea"})
    assert "Nobody fits" in page.content.decode()
    file = client.get(reverse("dashboards:export", args=[mine.organisation.uuid]), {"name": "Thea"})
    assert b"There" not in b"".join(file.streaming_content)


def test_a_learner_has_nothing_to_manage(client) -> None:
    client.force_login(MembershipFactory().person)
    assert client.get(reverse("dashboards:organisations")).status_code == 404


def test_only_its_lead_finds_a_network(client) -> None:
    network = NetworkFactory()
    address = reverse("dashboards:network", args=[network.slug])
    for appointment in (
        AppointmentFactory(),
        AppointmentFactory(network_lead=True),
        AppointmentFactory(network_lead=True, network=network, over=True),
    ):
        client.force_login(appointment.person)
        assert client.get(address).status_code == 404
    client.force_login(AppointmentFactory(network_lead=True, network=network).person)
    assert client.get(address).status_code == 200
    client.logout()
    assert client.get(address).status_code == 302


def test_a_list_of_organisations_holds_ones_own_alone(client, there) -> None:
    mine = AppointmentFactory()
    client.force_login(mine.person)
    page = client.get(reverse("dashboards:organisations")).content.decode()
    assert mine.organisation.name in page
    assert there.name not in page
    assert OrganisationFactory().name not in page
