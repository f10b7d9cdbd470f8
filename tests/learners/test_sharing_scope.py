"""What an agreement covers: written freely until somebody signs it, and corrected with a reason from then on."""

import datetime
from dataclasses import replace
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from learners.sharing.actions.refusals import Refused
from learners.sharing.actions.scope import Covers, add_item, begin_item, change_item, covers_of, remove_item
from learners.sharing.models import Agreement, ScopeItem
from learners.sharing.selectors.scope import Agreed, shared_with
from modules.models import Role
from tests.factories import AppointmentFactory, NetworkMembershipFactory, PersonFactory
from tests.factories.organisations import days_ago
from tests.factories.sharing import agreement_in, information, party_of, scope_of

pytestmark = pytest.mark.django_db
TOMORROW = datetime.timedelta(days=1)


@pytest.fixture
def draft() -> Agreement:
    """Nobody has signed it."""
    member = NetworkMembershipFactory()
    agreement = agreement_in(member.network, stage="drafting")  # type: ignore[arg-type]
    party_of(agreement, member.organisation, state="asked", signed_on=None)
    return agreement


@pytest.fixture
def lead(draft: Agreement) -> Any:
    return AppointmentFactory(network_lead=True, network=draft.network).person


def signed(agreement: Agreement) -> Agreement:
    agreement.parties.update(state="signed", signed_on=days_ago(1))
    return agreement


def said(**more: Any) -> dict[str, Any]:
    """What the form sends."""
    given = {"information": information().pk, "purpose": "direct_care", "phase": "now"}
    return given | more


def url(agreement: Agreement, name: str, *args: Any) -> str:
    return reverse(f"agreements:network_{name}", args=[agreement.network.slug, agreement.uuid, *args])


def test_the_same_twice_is_there_once(draft: Agreement) -> None:
    covers = Covers(information=information(), viewer_kinds=("hospice", "acute"))
    first = add_item(agreement=draft, covers=covers, by=PersonFactory())
    assert add_item(agreement=draft, covers=covers, by=PersonFactory()) == first
    other = add_item(agreement=draft, covers=replace(covers, purpose="safeguarding"), by=PersonFactory())
    assert other != first
    assert draft.scope.count() == 2


@pytest.mark.parametrize(
    ("half_said", "field"),
    [({"phase": "planned"}, "planned_for"), ({"phase": "out_of_scope", "reason": "  "}, "reason")],
)
def test_what_is_planned_has_a_day_and_what_is_left_out_a_reason(
    draft: Agreement, half_said: dict[str, str], field: str
) -> None:
    with pytest.raises(Refused) as no:
        add_item(agreement=draft, covers=Covers(information=information(), **half_said), by=PersonFactory())  # type: ignore[arg-type]
    assert no.value.field == field


def test_a_day_and_a_reason_go_with_what_they_belong_to(draft: Agreement) -> None:
    covers = Covers(information=information(), planned_for=timezone.localdate(), reason="Was out once")
    item = add_item(agreement=draft, covers=covers, by=PersonFactory())
    assert (item.planned_for, item.reason) == (None, "")


def test_nothing_is_added_or_taken_away_once_somebody_has_signed(draft: Agreement) -> None:
    item, by = scope_of(draft), PersonFactory()
    signed(draft)
    with pytest.raises(Refused, match="has signed"):
        add_item(agreement=draft, covers=Covers(information=information("medicines")), by=by)
    with pytest.raises(Refused, match="has signed"):
        remove_item(item=item, by=by)
    assert draft.scope.get() == item


def test_nor_of_one_that_is_active_though_the_only_signature_was_taken_back(draft: Agreement) -> None:
    draft.stage = "active"
    draft.save()
    with pytest.raises(Refused, match="has signed"):
        add_item(agreement=draft, covers=Covers(information=information()), by=PersonFactory())


def test_a_correction_says_why_and_keeps_both(draft: Agreement) -> None:
    item, by = scope_of(signed(draft)), PersonFactory()
    better = replace(covers_of(item), purpose="safeguarding")
    with pytest.raises(Refused) as no:
        change_item(item=item, covers=better, by=by)
    assert no.value.field == "note"
    for _ in range(2):
        change_item(item=item, covers=better, note="Page 4 says so.", by=by)
    item.refresh_from_db()
    assert item.purpose == "safeguarding"
    entry = ModelLogEntry.objects.for_instance(draft).get(action="sharing.correction")
    assert "Care of the person" in entry.data["was"]
    assert "Safeguarding" in entry.data["now"]
    assert entry.data["note"] == "Page 4 says so."


def test_what_is_not_signed_yet_is_changed_without_a_word(draft: Agreement) -> None:
    item = scope_of(draft)
    change_item(item=item, covers=replace(covers_of(item), purpose="safeguarding"), by=PersonFactory())
    item.refresh_from_db()
    assert item.purpose == "safeguarding"
    assert not ModelLogEntry.objects.filter(action="sharing.correction").exists()


def test_what_has_expired_stays(draft: Agreement) -> None:
    item = scope_of(draft, phase="planned", planned_for=days_ago(1))
    draft.stage = "expired"
    draft.save()
    today, by = timezone.localdate(), PersonFactory()
    better = replace(covers_of(item), purpose="safeguarding")
    with pytest.raises(Refused, match="expired"):
        change_item(item=item, covers=better, note="Why", by=by)
    with pytest.raises(Refused, match="expired"):
        begin_item(item=item, today=today, by=by)


@pytest.mark.parametrize(("days", "begins"), [(1, False), (0, True), (-20, True)])
def test_what_was_planned_begins_on_its_day(draft: Agreement, days: int, begins: bool) -> None:
    today = timezone.localdate()
    item = scope_of(signed(draft), phase="planned", planned_for=today + days * TOMORROW)
    if begins:
        for _ in range(2):
            begin_item(item=item, today=today, by=PersonFactory())
    else:
        with pytest.raises(Refused, match="not before"):
            begin_item(item=item, today=today, by=PersonFactory())
    item.refresh_from_db()
    assert item.phase == ("now" if begins else "planned")
    assert ModelLogEntry.objects.filter(action="sharing.scope").count() == int(begins)


def test_what_is_out_of_scope_never_begins(draft: Agreement) -> None:
    item = scope_of(draft, phase="out_of_scope", reason="Not asked for")
    with pytest.raises(Refused):
        begin_item(item=item, today=timezone.localdate(), by=PersonFactory())


def test_from_the_page_to_what_is_shared(signed_in: Any, draft: Agreement, lead: Any) -> None:
    client, organisation = signed_in(lead), draft.parties.get().organisation
    nurse = Role.objects.get(slug="nurse")
    text = client.post(url(draft, "add_scope"), said(phase="planned", reason="Typed by mistake")).text
    assert "Say for which day it is planned" in text
    assert "Typed by mistake" in text
    for _ in range(2):
        client.post(url(draft, "add_scope"), said(roles=[nurse.pk], viewers=[organisation.pk]))
    item = draft.scope.get()
    page = client.get(url(draft, "agreement")).text
    for words in (item.information.name, "Care of the person", "Every party", organisation.name, nurse.name):
        assert words in page
    found = shared_with(organisation, nurse, timezone.localdate())
    assert found[item.information_id].agreed is Agreed.WAITING
    assert shared_with(organisation, None, timezone.localdate()) == {}


def test_the_form_holds_what_stands_there(signed_in: Any, draft: Agreement, lead: Any) -> None:
    item = scope_of(draft, viewer_kinds=["hospice"], phase="out_of_scope", reason="Nobody asked for it")
    text = signed_in(lead).get(url(draft, "scope", item.pk)).text
    assert "Nobody asked for it" in text
    assert 'value="hospice" checked' in " ".join(text.split())


def test_a_signed_scope_is_corrected_from_its_page(signed_in: Any, draft: Agreement, lead: Any) -> None:
    item, client = scope_of(signed(draft)), signed_in(lead)
    assert 'name="information"' not in client.get(url(draft, "add_scope")).text
    text = client.post(url(draft, "scope", item.pk), said(purpose="safeguarding")).text
    assert "Say why what stands here is not what was signed" in text
    client.post(url(draft, "scope", item.pk), said(purpose="safeguarding", note="Page 4 says so."))
    assert "Page 4 says so." in client.get(url(draft, "agreement")).text
    client.post(url(draft, "remove_scope", item.pk))
    assert "Make a new version" in client.get(url(draft, "agreement")).text
    assert ScopeItem.objects.filter(pk=item.pk).exists()


def test_buttons_begin_and_take_away_and_twice_is_once(signed_in: Any, draft: Agreement, lead: Any) -> None:
    planned = scope_of(draft, phase="planned", planned_for=days_ago(1))
    other, client = scope_of(draft, "medicines"), signed_in(lead)
    assert "Its day has come" in client.get(url(draft, "agreement")).text
    for _ in range(2):
        client.post(url(draft, "begin_scope", planned.pk))
    planned.refresh_from_db()
    assert planned.phase == "now"
    assert client.post(url(draft, "remove_scope", other.pk)).status_code == 302
    assert client.post(url(draft, "remove_scope", other.pk)).status_code == 404
    assert draft.scope.get() == planned


def test_an_item_of_another_agreement_is_not_there(signed_in: Any, draft: Agreement, lead: Any) -> None:
    theirs = scope_of(agreement_in(NetworkMembershipFactory().network))
    client = signed_in(lead)
    assert client.get(url(draft, "scope", theirs.pk)).status_code == 404
    for name in ("begin_scope", "remove_scope"):
        assert client.post(url(draft, name, theirs.pk)).status_code == 404


@pytest.mark.parametrize(("purpose", "is_seen"), [("direct_care", True), ("safeguarding", True), ("planning", False),
                                                   ("research", False)])  # fmt: skip
def test_only_what_is_shared_for_care_is_seen_by_somebody(
    draft: Agreement, purpose: str, is_seen: bool
) -> None:
    item, organisation = scope_of(draft, purpose=purpose), draft.parties.get().organisation
    assert (item.information_id in shared_with(organisation, None, timezone.localdate())) is is_seen
