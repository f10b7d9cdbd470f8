"""The pages of agreements: what a lead and an organisation read, files, and how many queries it takes."""

import csv
import datetime
from io import StringIO
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.documents import get_document_model

from learners.organisations.models import Network
from learners.sharing.models import Agreement, AgreementDocument
from tests.factories import AppointmentFactory, NetworkMembershipFactory, OrganisationFactory
from tests.factories.organisations import days_ago
from tests.factories.sharing import agreement_in, party_of, scope_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def lead() -> Any:
    return AppointmentFactory(network_lead=True)


def url(network: Network, name: str, *args: Any) -> str:
    return reverse(f"agreements:network_{name}", args=[network.slug, *args])


def member_of(network: Network, **given: Any) -> Any:
    return NetworkMembershipFactory(network=network, **given).organisation


def new(**more: str) -> dict[str, str]:
    """What the form of a new agreement sends."""
    return {
        "title": "Sharing for care",
        "version": "1.0",
        "owner": "Governance lead",
        "stage": "drafting",
        "on": str(days_ago(40)),
    } | more


def test_a_lead_takes_an_agreement_from_nothing_to_active(signed_in: Any, lead: Any) -> None:
    network, client = lead.network, signed_in(lead.person)
    acute, hospice = member_of(network), member_of(network, organisation__kind="hospice")
    for _ in range(2):
        client.post(url(network, "add"), new())
    agreement = network.agreements.get()
    for _ in range(2):
        client.post(
            url(network, "add_parties", agreement.uuid), {"kinds": ["hospice"], "organisations": [acute.pk]}
        )
    assert set(agreement.parties.values_list("organisation", flat=True)) == {acute.pk, hospice.pk}
    stage = {"stage": "active", "on": str(days_ago(10)), "note": "All said yes"}
    text = client.post(url(network, "stage", agreement.uuid), stage).text
    assert "no organisation has signed it by that day" in text
    assert "All said yes" in text
    client.post(url(network, "stage", agreement.uuid), stage | {"stage": "signing", "on": str(days_ago(30))})
    party = agreement.parties.get(organisation=acute)
    said = {"answer": "signed", "on": str(days_ago(20)), "signatory": "Caldicott Guardian"}
    client.post(url(network, "party", agreement.uuid, party.pk), said)
    for _ in range(2):
        client.post(url(network, "stage", agreement.uuid), stage)
    page = " ".join(client.get(url(network, "agreement", agreement.uuid)).text.split())
    for words in (
        "Drafting",
        "10 days",
        "Signing",
        "20 days",
        "since",
        "1 of 2 organisations signed",
        "All said yes",
    ):
        assert words in page
    assert agreement.stages.count() == 3


def test_the_list_tells_stage_days_signatures_and_what_comes(signed_in: Any, lead: Any) -> None:
    network = lead.network
    over = agreement_in(network, title="An old one", stage="expired")  # type: ignore[arg-type]
    agreement = agreement_in(network, on=days_ago(12))
    party_of(agreement, member_of(network))
    party_of(agreement, member_of(network), state="asked", signed_on=None)
    party_of(agreement, member_of(network), state="left", left_on=days_ago(2))
    scope_of(agreement, "medicines", phase="planned", planned_for=datetime.date(2031, 5, 1))
    page = " ".join(signed_in(lead.person).get(url(network, "agreements")).text.split())
    for words in ("12 days", "1 of 2 organisations signed", "1 May 2031"):
        assert words in page
    assert page.index(str(agreement)) < page.index(str(over))


@pytest.mark.parametrize("name", ["agreement", "details", "stage", "version", "scope_csv", "parties_csv",
                                  "add_parties", "add_scope"])  # fmt: skip
def test_another_networks_agreement_is_not_there(signed_in: Any, lead: Any, name: str) -> None:
    theirs = agreement_in(AppointmentFactory(network_lead=True).network)
    client = signed_in(lead.person)
    for network in (lead.network, theirs.network):
        assert client.get(url(network, name, theirs.uuid)).status_code == 404


def test_a_party_of_another_agreement_is_not_there(signed_in: Any, lead: Any) -> None:
    theirs = party_of(agreement_in(NetworkMembershipFactory().network), OrganisationFactory())
    mine = agreement_in(lead.network)
    assert signed_in(lead.person).get(url(lead.network, "party", mine.uuid, theirs.pk)).status_code == 404


def test_a_new_version_from_its_page(signed_in: Any, lead: Any) -> None:
    network, client = lead.network, signed_in(lead.person)
    agreement = agreement_in(network)
    said = {"version": "2.0", "stage": "review", "on": str(timezone.localdate())}
    first, second = (client.post(url(network, "version", agreement.uuid), said) for _ in range(2))
    assert first.url == second.url
    page = client.get(first.url).text
    assert str(agreement) in page
    assert "Make a new version" in page
    assert "Make a new version" not in client.get(url(network, "agreement", agreement.uuid)).text


def test_owner_and_review_are_changed_and_errors_lose_nothing(signed_in: Any, lead: Any) -> None:
    agreement, client = agreement_in(lead.network), signed_in(lead.person)
    page = url(lead.network, "details", agreement.uuid)
    said = {"owner": "New team", "owner_email": "not an address", "review_by": "2030-05-01"}
    text = client.post(page, said).text
    for words in ("Enter an e-mail address like", "New team", "not an address"):
        assert words in text
    client.post(page, said | {"owner_email": "team@trust.example"})
    agreement.refresh_from_db()
    assert (agreement.owner_email, agreement.review_by) == ("team@trust.example", datetime.date(2030, 5, 1))


def rows_of(response: Any) -> list[list[str]]:
    text = b"".join(response.streaming_content).decode()
    return list(csv.reader(StringIO(text.removeprefix("\ufeff"))))


def test_files_hold_scope_and_parties_and_no_formula(signed_in: Any, lead: Any) -> None:
    network, client = lead.network, signed_in(lead.person)
    agreement = agreement_in(network)
    organisation = member_of(network, organisation__name="=1+1 Trust")
    party_of(agreement, organisation, signatory="Caldicott Guardian")
    scope_of(agreement, viewer_kinds=["hospice"]).viewers.add(organisation)
    scope_of(agreement, "medicines", phase="out_of_scope", reason="Not yet asked for")
    (_, now, out) = rows_of(client.get(url(network, "scope_csv", agreement.uuid)))
    assert now[2:6] == ["Every party", "Hospice, =1+1 Trust", "Every role", "Now"]
    assert out[5:] == ["Out of scope", "", "Not yet asked for"]
    (_, party) = rows_of(client.get(url(network, "parties_csv", agreement.uuid)))
    assert party[0] == "'=1+1 Trust"
    assert party[2:5] == ["Signed", str(days_ago(30)), "Caldicott Guardian"]


def filled(network: Network, agreements: int, parties: int, title: str = "Sharing for care") -> Agreement:
    """Agreements with parties, scope, a document and a former version each; the last one."""
    made = None
    for number in range(agreements):
        former = agreement_in(network, title=title, version=f"0.{number}")
        made = agreement_in(network, title=title, version=f"1.{number}", supersedes=former)
        document = get_document_model().objects.create(title="Signed", file="signed.pdf")
        AgreementDocument.objects.create(agreement=made, document=document, what="Signed agreement")
        for _ in range(parties):
            party_of(made, member_of(network))
            scope_of(made, phase="planned", planned_for=days_ago(-9)).viewers.add(member_of(network))
    assert made is not None
    return made


def queries_of(client: Any, page: str, django_assert_max_num_queries: Any) -> int:
    """How many queries a page takes once what the whole site keeps is kept."""
    client.get(page)
    with django_assert_max_num_queries(40) as counted:
        assert client.get(page).status_code == 200
    return len(counted)


def test_the_list_takes_as_many_queries_for_many(
    signed_in: Any, lead: Any, django_assert_max_num_queries: Any
) -> None:
    client, page = signed_in(lead.person), url(lead.network, "agreements")
    filled(lead.network, 1, 1)
    few = queries_of(client, page, django_assert_max_num_queries)
    filled(lead.network, 5, 3, "Others")
    assert queries_of(client, page, django_assert_max_num_queries) == few


def test_one_agreement_takes_as_many_queries_for_many_parties(
    signed_in: Any, lead: Any, django_assert_max_num_queries: Any
) -> None:
    client = signed_in(lead.person)
    small, big = filled(lead.network, 1, 1), filled(lead.network, 1, 12, "Another")
    few, many = (
        queries_of(client, url(lead.network, "agreement", each.uuid), django_assert_max_num_queries)
        for each in (small, big)
    )
    assert few == many


def test_an_organisation_lists_its_own_with_its_part(
    signed_in: Any, django_assert_max_num_queries: Any
) -> None:
    member = NetworkMembershipFactory()
    organisation = member.organisation
    agreement = agreement_in(member.network)
    party_of(agreement, organisation, state="asked", signed_on=None, planned_on=datetime.date(2031, 5, 1))
    party_of(agreement, member_of(member.network))
    agreement_in(member.network, title="Without us")
    client = signed_in(AppointmentFactory(organisation=organisation).person)
    page = reverse("agreements:agreements", args=[organisation.uuid])
    text = " ".join(client.get(page).text.split())
    assert "Without us" not in text
    for words in ("Not signed yet", "1 May 2031", "1 of 2 organisations signed"):
        assert words in text
    few = queries_of(client, page, django_assert_max_num_queries)
    for number in range(4):
        party_of(agreement_in(member.network, version=f"2.{number}"), organisation)
    assert queries_of(client, page, django_assert_max_num_queries) == few


def test_what_is_said_of_the_stage_that_it_is_in_is_not_lost(signed_in: Any, lead: Any) -> None:
    network, client = lead.network, signed_in(lead.person)
    agreement = agreement_in(network, stage="review", on=days_ago(9))  # type: ignore[arg-type]
    page = url(network, "stage", agreement.uuid)
    assert "“Expired” cannot be undone" in client.get(page).text
    text = client.post(page, {"stage": "review", "on": str(days_ago(1)), "note": "With the lawyers"}).text
    day = f"{days_ago(9).day} {days_ago(9):%B %Y}"
    assert f"It is in this stage already, since {day}. Choose another" in text
    assert "With the lawyers" in text
    said = {"stage": "signing", "on": str(days_ago(1)), "note": "At last"}
    for _ in range(2):
        assert client.post(page, said).status_code == 302
    assert agreement.stages.count() == 2


def test_a_lead_reads_what_to_do_next(signed_in: Any, lead: Any) -> None:
    agreement = agreement_in(lead.network, stage="drafting")  # type: ignore[arg-type]
    page, client = url(lead.network, "agreement", agreement.uuid), signed_in(lead.person)
    assert "Add what it covers: what is shared now" in client.get(page).text
    scope_of(agreement, phase="planned", planned_for=days_ago(1))
    member = NetworkMembershipFactory(network=lead.network)
    party_of(agreement, member.organisation, state="asked", signed_on=None)
    text = client.get(page).text
    assert "Add what it covers: what is shared now" not in text
    assert "The day has come for: Allergies and reactions." in text
    manager = signed_in(AppointmentFactory(organisation=member.organisation).person)
    text = manager.get(reverse("agreements:agreement", args=[member.organisation.uuid, agreement.uuid])).text
    assert "It cannot be signed yet." in text
    assert "What to do next" not in text
