"""Who signs: what may be noted of a signature in each state, by whom, and that it counts once."""

import datetime
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from learners.sharing.actions.parties import add_parties, decline, leave, plan_signing, sign, take_back
from learners.sharing.actions.refusals import Refused
from learners.sharing.models import Party
from tests.factories import AppointmentFactory, NetworkMembershipFactory, OrganisationFactory, PersonFactory
from tests.factories.organisations import days_ago
from tests.factories.sharing import agreement_in, party_of

pytestmark = pytest.mark.django_db


def in_days(days: int) -> datetime.date:
    return timezone.localdate() + datetime.timedelta(days=days)


def party(state: str = "asked", *, stage: Any = "signing", **more: Any) -> Party:
    """A party in a state, of an agreement in a stage."""
    member = NetworkMembershipFactory()
    states: dict[str, dict[str, Any]] = {
        "asked": {"signed_on": None},
        "declined": {"signed_on": None, "note": "Not ours"},
        "signed": {"signatory": "Caldicott Guardian"},
        "left": {"left_on": days_ago(3)},
    }
    given = {"state": state} | states[state] | more
    return party_of(agreement_in(member.network, stage=stage), member.organisation, **given)


def attempt(answer: str, row: Party) -> None:
    today, by = timezone.localdate(), PersonFactory()
    match answer:
        case "sign":
            sign(party=row, on=days_ago(1), signatory="Caldicott Guardian", today=today, by=by)
        case "plan":
            plan_signing(party=row, on=in_days(30), today=today, by=by)
        case "decline":
            decline(party=row, note="Not ours", by=by)
        case "leave":
            leave(party=row, on=in_days(5), by=by)
        case "take back":
            take_back(party=row, note="The wrong one", by=by)


BECOMES = [
    ("asked", "sign", "signed"),
    ("asked", "plan", "asked"),
    ("asked", "decline", "declined"),
    ("asked", "leave", None),
    ("asked", "take back", None),
    ("declined", "sign", "signed"),
    ("declined", "plan", "asked"),
    ("declined", "decline", "declined"),
    ("declined", "leave", None),
    ("declined", "take back", "asked"),
    ("signed", "sign", "signed"),
    ("signed", "plan", None),
    ("signed", "decline", None),
    ("signed", "leave", "left"),
    ("signed", "take back", "asked"),
    ("left", "sign", None),
    ("left", "plan", None),
    ("left", "decline", None),
    ("left", "leave", "left"),
    ("left", "take back", "signed"),
]


@pytest.mark.parametrize(("state", "answer", "becomes"), BECOMES)
def test_what_a_party_becomes(state: str, answer: str, becomes: str | None) -> None:
    row = party(state)
    if becomes is None:
        with pytest.raises(Refused):
            attempt(answer, row)
    else:
        attempt(answer, row)
    row.refresh_from_db()
    assert row.state == (becomes or state)


@pytest.mark.parametrize("answer", ["sign", "plan", "decline", "leave", "take back"])
def test_what_was_said_twice_counts_once(answer: str) -> None:
    row = party("signed" if answer in ("leave", "take back") else "asked")
    attempt(answer, row)
    row.refresh_from_db()
    before, logged = {**vars(row), "_state": None}, ModelLogEntry.objects.count()
    if answer == "take back":
        with pytest.raises(Refused, match="Nothing is noted"):
            attempt(answer, row)
    else:
        attempt(answer, row)
    row.refresh_from_db()
    assert {**vars(row), "_state": None} == before
    assert ModelLogEntry.objects.count() == logged


@pytest.mark.parametrize("stage", ["scoping", "drafting", "impact_assessment", "review", "expired"])
def test_a_text_that_is_not_there_to_be_signed_is_not_signed(stage: str) -> None:
    row = party(stage=stage)
    with pytest.raises(Refused):
        attempt("sign", row)


def test_an_active_agreement_is_signed_late() -> None:
    row = party(stage="active")
    attempt("sign", row)
    row.refresh_from_db()
    assert row.signed_on == days_ago(1)


@pytest.mark.parametrize("answer", ["sign", "plan", "decline", "leave", "take back"])
def test_nothing_is_noted_of_what_has_expired(answer: str) -> None:
    row = party("signed" if answer in ("leave", "take back") else "asked", stage="expired")
    with pytest.raises(Refused, match="expired"):
        attempt(answer, row)


def test_days_that_cannot_be() -> None:
    today, by, row = timezone.localdate(), PersonFactory(), party()
    with pytest.raises(Refused, match="in the past"):
        sign(party=row, on=in_days(1), signatory="Guardian", today=today, by=by)
    with pytest.raises(Refused, match="to come"):
        plan_signing(party=row, on=days_ago(1), today=today, by=by)
    with pytest.raises(Refused, match="had signed"):
        leave(party=party("signed"), on=days_ago(31), by=by)


def test_who_left_the_network_cannot_sign_and_is_marked(signed_in: Any) -> None:
    row = party()
    network = row.agreement.network
    network.memberships.update(ends_on=days_ago(1))
    with pytest.raises(Refused, match="not in this network any more"):
        attempt("sign", row)
    lead = AppointmentFactory(network_lead=True, network=network).person
    url = reverse("agreements:network_agreement", args=[network.slug, row.agreement.uuid])
    assert "Not in the network today" in signed_in(lead).get(url).text


def test_only_organisations_of_the_network_are_asked_and_each_once() -> None:
    row = party()
    new = NetworkMembershipFactory(network=row.agreement.network).organisation
    gone = NetworkMembershipFactory(network=row.agreement.network, ends_on=days_ago(1)).organisation
    given = {"agreement": row.agreement, "today": timezone.localdate(), "by": PersonFactory()}
    assert add_parties(organisations=[new, row.organisation], **given) == 1
    assert add_parties(organisations=[new, row.organisation], **given) == 0
    for stranger in (gone, OrganisationFactory()):
        with pytest.raises(Refused, match="in this network"):
            add_parties(organisations=[stranger], **given)
    assert row.agreement.parties.count() == 2


def test_an_administrator_signs_for_their_own(signed_in: Any) -> None:
    row = party()
    keeper = AppointmentFactory(organisation=row.organisation, capacity="administrator").person
    client = signed_in(keeper)
    page = reverse("agreements:agreement", args=[row.organisation.uuid, row.agreement.uuid])
    url = reverse("agreements:own_party", args=[row.organisation.uuid, row.agreement.uuid])
    assert url in client.get(page).text
    text = client.post(url, {"answer": "signed", "on": "", "signatory": "Guardian of these"}).text
    assert "Enter the day of the signature" in text
    assert "Guardian of these" in text
    said = {"answer": "signed", "on": str(days_ago(2)), "signatory": "Caldicott Guardian"}
    for _ in range(2):
        client.post(url, said)
    row.refresh_from_db()
    assert (row.state, row.signed_on, row.signatory) == ("signed", days_ago(2), "Caldicott Guardian")
    assert "Caldicott Guardian" in client.get(page).text
    assert ModelLogEntry.objects.filter(action="sharing.party").count() == 1


def test_an_administrator_takes_nothing_back(signed_in: Any) -> None:
    row = party("signed")
    keeper = AppointmentFactory(organisation=row.organisation, capacity="administrator").person
    url = reverse("agreements:own_party", args=[row.organisation.uuid, row.agreement.uuid])
    signed_in(keeper).post(url, {"answer": "mistake", "note": "The wrong one"})
    row.refresh_from_db()
    assert row.state == "signed"


def test_a_manager_reads_and_sees_no_others_reasons(signed_in: Any) -> None:
    row = party()
    other = NetworkMembershipFactory(network=row.agreement.network).organisation
    party_of(row.agreement, other, state="declined", signed_on=None, note="Their lawyers")
    client = signed_in(AppointmentFactory(organisation=row.organisation).person)
    page = client.get(reverse("agreements:agreement", args=[row.organisation.uuid, row.agreement.uuid])).text
    assert other.name in page
    assert "Their lawyers" not in page
    assert "Say whether we sign" not in page
    assert (
        client.get(
            reverse("agreements:own_party", args=[row.organisation.uuid, row.agreement.uuid])
        ).status_code
        == 404
    )


def test_an_agreement_in_which_one_has_no_part_is_not_there(signed_in: Any) -> None:
    mine, theirs = party(), party()
    client = signed_in(AppointmentFactory(organisation=mine.organisation, capacity="administrator").person)
    for name in ("agreement", "own_party"):
        url = reverse(f"agreements:{name}", args=[mine.organisation.uuid, theirs.agreement.uuid])
        assert client.get(url).status_code == 404
