"""Who may write what can be seen: every address that is sent to, as everybody who may not."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from learners.sharing.models import Visibility, VisibilityFile
from tests.factories import AppointmentFactory, MembershipFactory, NetworkMembershipFactory
from tests.factories.organisations import days_ago
from tests.factories.sharing import information, switched_on
from tests.factories.visibility import visibility_file, visibility_parts

pytestmark = pytest.mark.django_db
SENT = ("add", "line", "end", "checked", "files", "apply", "undo")


@pytest.fixture
def place() -> Any:
    """An organisation in a network, with an administrator, a line and a file."""
    organisation = NetworkMembershipFactory().organisation
    by = AppointmentFactory(capacity="administrator", organisation=organisation).person
    return organisation, by, visibility_parts(organisation, by=by)


def people(organisation: Any) -> dict[str, Any]:
    network = organisation.network_memberships.get().network
    return {
        "nobody": None,
        "learner": MembershipFactory(organisation=organisation).person,
        "manager": AppointmentFactory(organisation=organisation).person,
        "former administrator": AppointmentFactory(
            organisation=organisation, capacity="administrator", over=True
        ).person,
        "lead": AppointmentFactory(network_lead=True, network=network).person,
        "administrator elsewhere": AppointmentFactory(capacity="administrator").person,
    }


def address(name: str, organisation: Any, parts: dict[str, Any]) -> str:
    named = {"line": "visibility", "end": "visibility", "checked": "visibility"}
    named |= {"apply": "visibility_file", "undo": "visibility_file"}
    return reverse(
        f"matrix:{name}", args=[organisation.uuid, *([parts[named[name]]] if name in named else [])]
    )


def send(person: Any, url: str) -> int:
    client = Client()
    if person:
        client.force_login(person)
    said = {
        "information": information("letters").pk,
        "how": "live",
        "source": "Letters",
        "starts_on": days_ago(3).isoformat(),
        "checked_on": days_ago(1).isoformat(),
        "file": visibility_file(),
    }
    return int(client.post(url, said).status_code)


def everything() -> list[Any]:
    return [*Visibility.objects.values(), *VisibilityFile.objects.values()]


@pytest.mark.parametrize("name", SENT)
def test_only_administrators_of_the_organisation_write(place: Any, name: str) -> None:
    organisation, by, parts = place
    before, url = everything(), address(name, organisation, parts)
    for who, person in people(organisation).items():
        status = send(person, url)
        assert status == (302 if person is None else 404), who
        assert everything() == before, who
    assert send(by, url) == 302


@pytest.mark.parametrize("name", ["line", "end", "checked", "apply", "undo"])
def test_what_belongs_to_another_organisation_is_not_found_under_ones_own(place: Any, name: str) -> None:
    _, _, parts = place
    elsewhere = AppointmentFactory(capacity="administrator")
    switched_on(elsewhere.organisation)
    before = everything()
    assert send(elsewhere.person, address(name, elsewhere.organisation, parts)) == 404
    assert everything() == before


def test_a_lead_of_another_network_reads_nothing(place: Any, client: Any) -> None:
    organisation, _, _ = place
    network = organisation.network_memberships.get().network
    client.force_login(AppointmentFactory(network_lead=True).person)
    assert client.get(reverse("matrix:network", args=[network.slug])).status_code == 404
    assert client.get(reverse("matrix:organisation", args=[organisation.uuid])).status_code == 404
    assert client.get(reverse("matrix:as_csv", args=[organisation.uuid])).status_code == 404
