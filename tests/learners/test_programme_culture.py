"""The checklist, changes, champions and talks: what is kept, what is refused, and who sees it."""

import datetime
import io
import zipfile
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from learners.programme.actions.checklist import AlreadyClosed, Said, Unanswered, answer, begin, finish
from learners.programme.actions.culture import withdraw_talk_through
from learners.programme.models import ChecklistAction, ChecklistItem, Guide, TalkThrough
from learners.programme.selectors.checklist import comparison
from learners.programme.selectors.culture import organisations_without_champion
from tests.factories import (
    AppointmentFactory,
    MembershipFactory,
    NetworkMembershipFactory,
    PersonFactory,
)
from tests.factories.culture import change_in, talk_of

pytestmark = pytest.mark.django_db


def said(default: str, **others: str) -> dict[int, Said]:
    """An answer to each item; others by number, as _3="not"."""
    return {
        item.pk: Said(others.get(f"_{item.number}", default))
        for item in ChecklistItem.objects.filter(is_retired=False)
    }


def assessed(owner: Any, by: Any, default: str, **others: str) -> list[ChecklistAction]:
    assessment = begin(owner=owner, by=by)
    answer(assessment=assessment, said=said(default, **others))
    return finish(assessment=assessment, by=by)


@pytest.fixture
def lead(db: None) -> Any:
    return AppointmentFactory(network_lead=True)


def test_there_are_the_twenty_five_items_to_begin_with() -> None:
    assert ChecklistItem.objects.count() == 25
    assert ChecklistItem.objects.filter(is_critical=True).count() == 8


@pytest.mark.parametrize("missing", ["not", "unsure"])
def test_a_critical_item_that_is_not_in_place_or_unsure_makes_an_action(lead: Any, missing: str) -> None:
    made = assessed(lead.network, lead.person, "in_place", _1=missing, _2=missing)
    assert [action.item.number for action in made] == [1]
    assert assessed(lead.network, lead.person, "in_place", _1=missing) == []  # it has one that is open


def test_partly_makes_none(lead: Any) -> None:
    assert assessed(lead.network, lead.person, "partly") == []


def test_two_assessments_show_what_moved_and_unsure_is_worth_no_more_than_not(lead: Any) -> None:
    assessed(lead.network, lead.person, "partly", _3="unsure", _4="in_place", _5="not")
    assessed(lead.network, lead.person, "partly", _3="not", _4="partly", _5="in_place")
    found = comparison(lead.network)
    moved = {line.item.number: line.movement for line in found.lines}
    assert (moved[3], moved[4], moved[5]) == ("As before", "Worse", "Better")
    assert found.moved == {"Better": 1, "Worse": 1}
    assert [(placed, answered) for _, placed, answered in found.in_place] == [(1, 25), (1, 25)]


def test_what_is_half_answered_is_kept_and_cannot_be_finished(lead: Any) -> None:
    assessment = begin(owner=lead.network, by=lead.person)
    first, second = ChecklistItem.objects.all()[:2]
    answer(assessment=assessment, said={first.pk: Said("not", "Nobody asked.")})
    answer(
        assessment=assessment, said={second.pk: Said("partly")}
    )  # another tab, which knew nothing of the first
    assert assessment.answers.count() == 2
    with pytest.raises(Unanswered) as caught:
        finish(assessment=assessment, by=lead.person)
    assert len(caught.value.numbers) == 23
    assert begin(owner=lead.network, by=lead.person) == assessment


def test_a_finished_one_never_changes(lead: Any) -> None:
    assessment = begin(owner=lead.network, by=lead.person)
    answer(assessment=assessment, said=said("partly"))
    finish(assessment=assessment, by=lead.person)
    with pytest.raises(AlreadyClosed):
        answer(assessment=assessment, said=said("in_place"))


def test_the_form_names_what_is_not_answered_and_loses_nothing(signed_in: Any, lead: Any) -> None:
    client = signed_in(lead.person)
    begun = client.post(reverse("culture:network_checklist_begin", args=[lead.network.slug]))
    item = ChecklistItem.objects.get(number=1)
    page = client.post(
        begun.url, {f"standing-{item.pk}": "not", f"note-{item.pk}": "Next week", "finish": "yes"}
    )
    assert "Choose an answer to 2" in page.text
    assert "Next week" in client.get(begun.url).text


def test_an_organisation_without_a_champion_is_listed_until_one_is_named(signed_in: Any) -> None:
    hat = MembershipFactory(employee_number="901", person__last_name="Quillfeather")
    network = NetworkMembershipFactory(organisation=hat.organisation).network
    keeper = AppointmentFactory(organisation=hat.organisation, capacity="administrator").person
    today = timezone.localdate()
    assert organisations_without_champion(network, today) == [hat.organisation]
    client, url = signed_in(keeper), reverse("culture:name_champion", args=[hat.organisation.uuid])
    assert "Nobody here has this" in client.post(url, {"who": "nobody@example.org", "area": "Nights"}).text
    client.post(url, {"who": "901", "area": "Nights"})
    client.post(url, {"who": hat.person.email.upper(), "area": "Nights"})
    assert hat.organisation.champions.count() == 1
    assert organisations_without_champion(network, today) == []
    assert "Quillfeather" in client.get(reverse("culture:champions", args=[hat.organisation.uuid])).text
    lead = AppointmentFactory(network_lead=True, network=network).person
    page = signed_in(lead).get(reverse("culture:network_champions", args=[network.slug])).text
    assert "Nights" in page
    assert "Quillfeather" not in page


def test_a_change_of_a_job_needs_a_role(signed_in: Any, lead: Any) -> None:
    given = {
        "level": "job", "before": "They ring.", "after": "They look.", "effort": "low",
        "benefit": "Time.", "owner": "Lead",
    }  # fmt: skip
    url = reverse("culture:network_add_change", args=[lead.network.slug])
    client = signed_in(lead.person)
    assert "Choose whose job changes" in client.post(url, given).text
    client.post(url, given | {"level": "culture"})
    assert lead.network.workflow_changes.get().after == "They look."


def test_one_networks_changes_are_not_anothers(signed_in: Any, lead: Any) -> None:
    theirs = change_in(AppointmentFactory(network_lead=True).network)
    url = reverse("culture:network_change", args=[lead.network.slug, theirs.uuid])
    assert signed_in(lead.person).get(url).status_code == 404


def test_a_talk_is_recorded_once_and_taken_back_with_a_reason(signed_in: Any) -> None:
    hat = MembershipFactory()
    manager = AppointmentFactory(organisation=hat.organisation).person
    talk_of(hat, by=manager)
    row = talk_of(hat, by=manager)
    assert TalkThrough.objects.count() == 1
    client, url = signed_in(manager), reverse("culture:talk", args=[hat.organisation.uuid, row.uuid])
    assert str(hat.person) in client.get(url).text
    assert "Say why it was a mistake" in client.post(url, {"reason": ""}).text
    client.post(url, {"reason": "Another team"})
    assert "Another team" in client.get(url).text
    assert signed_in(PersonFactory()).get(url).status_code == 404


def test_an_evidence_pack_tells_of_talks_with_how_many_and_not_with_whom(signed_in: Any) -> None:
    hat = MembershipFactory(person__last_name="Quillfeather")
    keeper = AppointmentFactory(organisation=hat.organisation, capacity="administrator").person
    others = [MembershipFactory(organisation=hat.organisation) for _ in range(4)]
    talk_of(hat, by=keeper, participants=[hat, *others], note="Quillfeather asked why.")
    talk_of(hat, by=keeper, held_on=timezone.localdate() - datetime.timedelta(days=2))
    mistake = talk_of(hat, by=keeper, held_on=timezone.localdate() - datetime.timedelta(days=3))
    withdraw_talk_through(talk=mistake, reason="Another ward", by=keeper)
    answer = signed_in(keeper).get(reverse("reports:pack", args=[hat.organisation.uuid]))
    with zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content))) as pack:
        lines = pack.read("talk-throughs.csv").decode("utf-8-sig").splitlines()
    title = Guide.objects.get(barrier="when").title
    assert [line.split(",")[-1] for line in lines] == ["People", "too few to say", "5"]
    assert all(title in line for line in lines[1:])
    assert "Quillfeather" not in "".join(lines)
