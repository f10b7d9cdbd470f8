"""Every address of agreements, opened and written to by everybody, with keys of others; what full pages cost."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from learners.sharing.agreements_urls import urlpatterns
from learners.sharing.models import Agreement, Party, ScopeItem, StageEntry
from tests.factories import (
    AppointmentFactory,
    MembershipFactory,
    NetworkFactory,
    NetworkMembershipFactory,
    PersonFactory,
)
from tests.factories.organisations import days_ago
from tests.factories.sharing import agreement_in, party_of, scope_of

pytestmark = pytest.mark.django_db
NAMES = [pattern.name for pattern in urlpatterns]
OWN = {"agreements", "agreement", "own_party"}
READS = {"agreements", "agreement", "network_agreements", "network_agreement", "network_scope_csv",
         "network_parties_csv"}  # fmt: skip
"""What a form that is complete sends to each address; the same keys serve several."""
SAYS = {
    "title": "Theirs", "version": "9", "owner": "Theirs", "stage": "review", "on": str(days_ago(1)), "note": "Theirs",
    "kinds": ["acute"], "answer": "declines", "information": "1", "purpose": "research", "phase": "now",
}  # fmt: skip


class World:
    """A network with an agreement in drafting, a party of it and an item."""

    def __init__(self) -> None:
        self.member = NetworkMembershipFactory()
        self.network, self.organisation = self.member.network, self.member.organisation
        self.agreement = agreement_in(self.network, stage="drafting")  # type: ignore[arg-type]
        self.party = party_of(self.agreement, self.organisation, state="asked", signed_on=None)
        self.item = scope_of(self.agreement)

    def url(self, name: str, **other: Any) -> str:
        known = {
            "network": self.network.slug,
            "organisation": self.organisation.uuid,
            "agreement": self.agreement.uuid,
            "party": self.party.pk,
            "scope_item": self.item.pk,
        } | other
        (pattern,) = (each.pattern for each in urlpatterns if each.name == name)
        return reverse(f"agreements:{name}", kwargs={key: known[key] for key in pattern.converters})


def rows() -> list[Any]:
    """All that agreements are made of."""
    return [
        list(model.objects.order_by("pk").values()) for model in (Agreement, StageEntry, Party, ScopeItem)
    ]


@pytest.fixture
def world() -> World:
    return World()


PEOPLE: dict[str, Callable[[World], Any]] = {
    "a lead of another network": lambda world: AppointmentFactory(network_lead=True),
    "a lead of former times": lambda world: AppointmentFactory(
        network_lead=True, network=world.network, starts_on=days_ago(90), ends_on=days_ago(1)
    ),
    "an administrator elsewhere": lambda world: AppointmentFactory(capacity="administrator"),
    "a learner": lambda world: MembershipFactory(organisation=world.organisation),
    "a manager": lambda world: AppointmentFactory(organisation=world.organisation),
    "an administrator": lambda world: AppointmentFactory(
        organisation=world.organisation, capacity="administrator"
    ),
    "a lead": lambda world: AppointmentFactory(network_lead=True, network=world.network),
}


def somebody(who: str, world: World) -> Any:
    if who in PEOPLE:
        return PEOPLE[who](world).person
    return PersonFactory(groups=["Educators" if who == "an educator" else "Administrators"])


STRANGERS = ["a lead of another network", "a lead of former times", "an administrator elsewhere", "a learner",
             "an educator", "a keeper of the CMS"]  # fmt: skip
MAY: dict[str, set[Any]] = {who: set() for who in STRANGERS}
MAY |= {"a manager": {"agreements", "agreement"}, "an administrator": OWN, "a lead": set(NAMES) - OWN}


@pytest.mark.parametrize("who", MAY)
def test_each_address_is_there_for_whoever_may(signed_in: Any, world: World, who: str) -> None:
    client, before = signed_in(somebody(who, world)), rows()
    for name in NAMES:
        answer = client.get(world.url(name))
        there = 405 if name in ("network_begin_scope", "network_remove_scope") else 200
        assert answer.status_code == (there if name in MAY[who] or there == 405 else 404), name
        if name in MAY[who]:
            continue
        assert client.post(world.url(name), SAYS).status_code in (404, 405), name
    assert rows() == before


def test_who_is_not_signed_in_is_sent_to_sign_in(world: World) -> None:
    client, before = Client(), rows()
    for name in NAMES:
        for answer in (client.get(world.url(name)), client.post(world.url(name), SAYS)):
            assert answer.status_code in (302, 405), name
            assert answer.status_code == 405 or "/accounts/" in answer.url
    assert rows() == before


def test_keys_of_another_network_are_not_there_for_any_post(signed_in: Any, world: World) -> None:
    theirs, before = World(), None
    client = signed_in(somebody("a lead", world))
    keys = {"agreement": theirs.agreement.uuid, "party": theirs.party.pk, "scope_item": theirs.item.pk}
    before = rows()
    for name in set(NAMES) - OWN - READS - {"network_add"}:
        (pattern,) = (each.pattern for each in urlpatterns if each.name == name)
        for key in set(pattern.converters) & set(keys):
            answer = client.post(world.url(name, **{key: keys[key]}), SAYS)
            assert answer.status_code == 404, (name, key)
    assert rows() == before


def test_names_are_shown_as_they_are(signed_in: Any) -> None:
    long = "<b>Trust</b> & " + "Sehrlangername" * 9
    member = NetworkMembershipFactory(organisation__name=long)
    agreement = agreement_in(member.network, title="<script>alert(1)</script>")
    party_of(agreement, member.organisation, note="<i>why</i>")
    scope_of(agreement, phase="out_of_scope", reason="<u>because</u>").viewers.add(member.organisation)
    lead = AppointmentFactory(network_lead=True, network=member.network).person
    client = signed_in(lead)
    for name in ("agreements", "agreement"):
        args = [member.network.slug, *([agreement.uuid] if name == "agreement" else [])]
        text = client.get(reverse(f"agreements:network_{name}", args=args)).text
        assert "&lt;script&gt;alert(1)" in text
        for raw in ("<script>alert", "<b>Trust", "<i>why", "<u>because"):
            assert raw not in text


def test_pages_of_many_parties_and_items_take_as_many_queries_as_of_few(signed_in: Any) -> None:
    network = NetworkFactory()
    client = signed_in(AppointmentFactory(network_lead=True, network=network).person)
    few, many = (agreement_in(network, version=str(number)) for number in range(2))
    for agreement, parties, items in ((few, 2, 2), (many, 200, 100)):
        organisations = [NetworkMembershipFactory(network=network).organisation for _ in range(parties)]
        Party.objects.bulk_create(Party(agreement=agreement, organisation=each) for each in organisations)
        for number in range(items):
            scope_of(agreement).viewers.set(organisations[number % parties :][:3])
    for name in ("agreement", "scope_csv", "parties_csv", "add_parties", "add_scope", "stage"):
        counted = []
        for agreement in (few, many):
            url = reverse(f"agreements:network_{name}", args=[network.slug, agreement.uuid])
            client.get(url).getvalue()
            with CaptureQueriesContext(connection) as asked:
                client.get(url).getvalue()
            counted.append(len(asked))
        assert counted[0] == counted[1] <= 35, name
    party = Party.objects.filter(agreement=many).first()
    assert party
    with CaptureQueriesContext(connection) as asked:
        client.get(reverse("agreements:network_party", args=[network.slug, many.uuid, party.pk]))
    assert len(asked) <= 20
