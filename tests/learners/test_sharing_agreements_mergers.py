"""When a party becomes part of another organisation: what its lead, the successor and requirements say of it."""

import datetime
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from learners.organisations.succession import successors_among
from learners.requirements.selectors import standings_of_person
from learners.sharing.models import Party
from tests.factories import (
    AppointmentFactory,
    MembershipFactory,
    NetworkMembershipFactory,
    OrganisationFactory,
    RequirementFactory,
)
from tests.factories.organisations import days_ago
from tests.factories.sharing import agreement_in, party_of
from tests.factories.structure import applied

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)


@pytest.fixture
def signed() -> Party:
    """Signed by Ashdown Trust, which has since become part of Vale Trust; both were in the network."""
    old = NetworkMembershipFactory(organisation__name="Ashdown Trust")
    new = NetworkMembershipFactory(network=old.network, organisation__name="Vale Trust")
    party = party_of(agreement_in(old.network), old.organisation, signatory="Guardian")
    applied(old.organisation, new.organisation, days_ago(2))
    return party


def successor(party: Party) -> Any:
    return party.agreement.network.organisations.get(name="Vale Trust")


def as_lead(party: Party, signed_in: Any) -> str:
    network = party.agreement.network
    client = signed_in(AppointmentFactory(network_lead=True, network=network).person)
    url = reverse("agreements:network_agreement", args=[network.slug, party.agreement.uuid])
    return " ".join(client.get(url).text.split())


def test_a_lead_reads_who_carries_on_and_what_to_do(signed_in: Any, signed: Party) -> None:
    text = as_lead(signed, signed_in)
    assert "Not in the network today" in text
    assert "Part of Vale Trust now" in text
    assert "Ashdown Trust is part of Vale Trust now. Ask Vale Trust to sign." in text
    party_of(signed.agreement, successor(signed), state="asked", signed_on=None)
    assert "Ashdown Trust is part of Vale Trust now. Note the last day of Ashdown Trust." in as_lead(
        signed, signed_in
    )
    Party.objects.filter(pk=signed.pk).update(state="left", left_on=days_ago(3))
    assert "Ashdown Trust is part of Vale Trust now." not in as_lead(signed, signed_in)


def test_the_successor_reads_that_it_is_not_bound(signed_in: Any, signed: Party) -> None:
    here = successor(signed)
    client = signed_in(AppointmentFactory(organisation=here).person)
    url = reverse("agreements:agreements", args=[here.uuid])
    words = "Ashdown Trust is part of this organisation now. It signed Sharing for care, version 1.0"
    assert words in client.get(url).text
    party_of(signed.agreement, here, state="asked", signed_on=None)
    assert words not in client.get(url).text


def test_what_has_expired_is_not_told_of_to_a_successor(signed_in: Any, signed: Party) -> None:
    signed.agreement.stage = "expired"
    signed.agreement.save()
    here = successor(signed)
    client = signed_in(AppointmentFactory(organisation=here).person)
    assert "Ashdown Trust" not in client.get(reverse("agreements:agreements", args=[here.uuid])).text


def test_what_the_successor_asks_waits_until_it_has_signed_itself(signed: Party) -> None:
    here, today = successor(signed), timezone.localdate()
    nurse = MembershipFactory(organisation=here)
    RequirementFactory(organisation=here, agreement=signed.agreement)
    (found,) = standings_of_person(nurse.person, today)
    assert "it waits for Sharing for care, version 1.0" in found.standing.why
    party_of(signed.agreement, here, signed_on=today)
    (found,) = standings_of_person(nurse.person, today)
    assert found.standing.state == "not_started"


def test_an_undone_merger_is_forgotten(signed_in: Any, signed: Party) -> None:
    merger = signed.organisation.mergers_from.get()
    merger.undone_by, merger.undone_at = merger.applied_by, timezone.now()
    merger.save()
    assert "Part of Vale Trust now" not in as_lead(signed, signed_in)


def test_the_last_of_a_chain_carries_on(signed: Party) -> None:
    last, here = OrganisationFactory(name="Weald Trust"), successor(signed)
    applied(here, last, days_ago(1))
    keys = [signed.organisation_id, here.pk, last.pk]
    found = successors_among(keys, on=timezone.localdate())
    assert found == {signed.organisation_id: last, here.pk: last}
    assert successors_among(keys, on=days_ago(2)) == {signed.organisation_id: here}
    assert successors_among(keys, on=days_ago(3)) == {}
