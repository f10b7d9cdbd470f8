"""What is noted of a signature from its page: once, however often it is sent, and nothing that cannot be."""

from typing import Any

import pytest
from django.urls import reverse
from wagtail.models import ModelLogEntry

from learners.sharing.actions.parties import ask_no_more
from learners.sharing.actions.refusals import Refused
from learners.sharing.models import Party
from tests.factories import AppointmentFactory, NetworkMembershipFactory, PersonFactory
from tests.factories.organisations import days_ago
from tests.factories.sharing import agreement_in, party_of, scope_of

pytestmark = pytest.mark.django_db
STATES: dict[str, dict[str, Any]] = {
    "asked": {"signed_on": None},
    "declined": {"signed_on": None, "note": "Not ours"},
    "signed": {"signatory": "Caldicott Guardian"},
    "left": {"signatory": "Caldicott Guardian", "left_on": days_ago(3)},
}


def party(state: str = "asked", stage: Any = "signing", **more: Any) -> Party:
    member = NetworkMembershipFactory()
    given = {"state": state} | STATES[state] | more
    return party_of(agreement_in(member.network, stage=stage), member.organisation, **given)


class Lead:
    """Whoever leads the network, at the page of one signature."""

    def __init__(self, row: Party, signed_in: Any) -> None:
        network = row.agreement.network
        self.row = row
        self.client = signed_in(AppointmentFactory(network_lead=True, network=network).person)
        self.url = reverse("agreements:network_party", args=[network.slug, row.agreement.uuid, row.pk])
        self.page = reverse("agreements:network_agreement", args=[network.slug, row.agreement.uuid])

    def says(self, answer: str, **more: Any) -> Any:
        said = {"answer": answer, "on": str(days_ago(1)), "signatory": "Guardian", "note": "Said so"}
        return self.client.post(self.url, said | more, follow=True)

    @property
    def state(self) -> str:
        self.row.refresh_from_db()
        return self.row.state


@pytest.mark.parametrize(
    ("state", "answer", "becomes"),
    [("asked", "signed", "signed"), ("asked", "declines", "declined"), ("signed", "leaves", "left"),
     ("left", "mistake", "signed"), ("declined", "mistake", "asked")],
)  # fmt: skip
def test_a_double_click_notes_once_and_is_no_error(
    signed_in: Any, state: str, answer: str, becomes: str
) -> None:
    lead = Lead(party(state), signed_in)
    first, second = (lead.says(answer, was=state) for _ in range(2))
    assert lead.state == becomes
    assert "Noted." in first.text
    assert "This was noted before, and stands as it was" in second.text
    assert ModelLogEntry.objects.filter(action="sharing.party").count() == 1


def test_who_comes_second_with_something_else_is_told_what_stands(signed_in: Any) -> None:
    lead = Lead(party(), signed_in)
    lead.says("signed", signatory="The first")
    text = lead.says("signed", signatory="The second", on=str(days_ago(5))).text
    assert f"Signed on {days_ago(1).day} {days_ago(1):%B %Y}, by: The first." in text
    assert "The second" not in text


def test_a_mistake_seen_in_another_state_takes_nothing_back(signed_in: Any) -> None:
    lead = Lead(party("signed"), signed_in)
    text = lead.says("mistake", was="declined").text
    assert "Something else was noted meanwhile. Look again" in text
    assert lead.state == "signed"


def test_who_was_asked_by_mistake_is_no_party(signed_in: Any) -> None:
    lead = Lead(party(), signed_in)
    text = lead.client.post(lead.url, {"answer": "not_asked", "note": ""}).text
    assert "Say why it is no party" in text
    assert "Noted." in lead.says("not_asked", note="Of another network").text
    assert not Party.objects.exists()
    entry = ModelLogEntry.objects.get(action="sharing.party")
    assert (entry.data["state"], entry.data["note"]) == ("Asked by mistake", "Of another network")
    assert "Nobody is asked yet" in lead.client.get(lead.page).text


@pytest.mark.parametrize("state", ["declined", "signed", "left"])
def test_who_has_answered_stays(state: str) -> None:
    row = party(state)
    with pytest.raises(Refused, match="It has answered"):
        ask_no_more(party=row, note="A mistake", by=PersonFactory())


@pytest.mark.parametrize("side", ["providers", "viewers"])
def test_whom_scope_names_stays(side: str) -> None:
    row = party()
    getattr(scope_of(row.agreement), side).add(row.organisation)
    with pytest.raises(Refused, match="The scope names it"):
        ask_no_more(party=row, note="A mistake", by=PersonFactory())


def test_an_organisation_does_not_take_itself_off(signed_in: Any) -> None:
    row = party()
    keeper = AppointmentFactory(organisation=row.organisation, capacity="administrator").person
    url = reverse("agreements:own_party", args=[row.organisation.uuid, row.agreement.uuid])
    client = signed_in(keeper)
    assert "asked by mistake" not in client.get(url).text
    assert "Choose from the list" in client.post(url, {"answer": "not_asked", "note": "Us?"}).text
    assert Party.objects.filter(pk=row.pk).exists()


def test_a_signature_is_offered_only_where_there_is_a_text_to_sign(signed_in: Any) -> None:
    lead = Lead(party(stage="drafting"), signed_in)
    assert "It has signed" not in lead.client.get(lead.url).text
    assert "It can be signed once it has come to signing" in lead.says("signed").text
    lead.row.agreement.stage = "signing"
    lead.row.agreement.save()
    assert "It has signed" in lead.client.get(lead.url).text


@pytest.mark.parametrize(
    ("state", "words"),
    [("asked", "Say whether we sign"), ("declined", "Say whether we sign"), ("signed", "Say that we leave"),
     ("left", None)],
)  # fmt: skip
def test_an_administrator_is_offered_what_can_be_said(signed_in: Any, state: str, words: str | None) -> None:
    row = party(state, stage="active")
    keeper = AppointmentFactory(organisation=row.organisation, capacity="administrator").person
    text = (
        signed_in(keeper)
        .get(reverse("agreements:agreement", args=[row.organisation.uuid, row.agreement.uuid]))
        .text
    )
    url = reverse("agreements:own_party", args=[row.organisation.uuid, row.agreement.uuid])
    assert (url in text) is (words is not None)
    assert words is None or words in text


def test_who_leaves_on_a_day_to_come_has_not_left(signed_in: Any) -> None:
    lead = Lead(party("left", stage="active", left_on=days_ago(-9)), signed_in)
    text = lead.client.get(lead.page).text
    assert "Leaves" in text
    assert "1 of 1 organisation signed" in text
    Party.objects.update(left_on=days_ago(1))
    text = lead.client.get(lead.page).text
    assert "Leaves" not in text
    assert "Left" in text


@pytest.mark.parametrize(("days", "words"), [(1, "meant to sign by"), (0, "means to sign by")])
def test_a_plan_that_has_passed_reads_so(signed_in: Any, days: int, words: str) -> None:
    lead = Lead(party(planned_on=days_ago(days)), signed_in)
    assert words in lead.client.get(lead.page).text


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_days_of_another_age_are_slips_of_the_pen(signed_in: Any, day: str) -> None:
    lead = Lead(party("signed"), signed_in)
    assert "Enter a day between 1900 and 2199" in lead.says("leaves", on=day).text
    assert lead.state == "signed"
