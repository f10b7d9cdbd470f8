"""Champions who leave, changes put better, talks as they were held, and names that go when they must."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from learners.privacy.actions.anonymising import anonymise
from learners.programme.actions.checklist import Said, answer, begin
from learners.programme.actions.culture import name_champion
from learners.programme.models import ChecklistItem, Guide, TalkThrough
from learners.programme.selectors.culture import organisations_without_champion
from tests.factories import (
    AppointmentFactory,
    MembershipFactory,
    ModuleFactory,
    NetworkMembershipFactory,
    PersonFactory,
    TeamFactory,
)
from tests.factories.culture import action_about, change_in, talk_of
from tests.factories.organisations import days_ago
from tests.factories.roadmap import milestone_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def lead() -> Any:
    return AppointmentFactory(network_lead=True)


def test_whoever_has_left_is_no_champion_any_more(signed_in: Any) -> None:
    hat, today = MembershipFactory(), timezone.localdate()
    network = NetworkMembershipFactory(organisation=hat.organisation).network
    keeper = AppointmentFactory(organisation=hat.organisation, capacity="administrator").person
    name_champion(membership=hat, area="Nights", on=days_ago(9), by=keeper)
    assert organisations_without_champion(network, today) == []
    hat.ends_on = days_ago(1)
    hat.save()
    MembershipFactory(person=hat.person)  # working elsewhere does not help here
    assert organisations_without_champion(network, today) == [hat.organisation]
    lead = AppointmentFactory(network_lead=True, network=network).person
    page = signed_in(lead).get(reverse("culture:network_champions", args=[network.slug])).text
    assert "1 organisation has none" in page
    client = signed_in(keeper)
    assert "Works here no more" in client.get(reverse("culture:champions", args=[hat.organisation.uuid])).text
    row = hat.organisation.champions.get()
    for _ in range(2):
        client.post(reverse("culture:end_champion", args=[hat.organisation.uuid, row.pk]))
    assert hat.organisation.champions.get().ends_on == today
    assert ModelLogEntry.objects.filter(action="programme.champion_ended", user=keeper).count() == 1


def test_a_champion_of_another_organisation_is_not_ended(signed_in: Any) -> None:
    hat = MembershipFactory()
    row = name_champion(membership=hat, area="Nights", on=days_ago(9), by=hat.person)
    keeper = AppointmentFactory(capacity="administrator")
    url = reverse("culture:end_champion", args=[keeper.organisation.uuid, row.pk])
    assert signed_in(keeper.person).post(url).status_code == 404


def test_many_organisations_with_champions_cost_no_more_queries_than_few(signed_in: Any, lead: Any) -> None:
    client, counts = signed_in(lead.person), []
    url = reverse("culture:network_champions", args=[lead.network.slug])
    for more in (1, 6):
        for _ in range(more):
            hat = MembershipFactory(organisation=NetworkMembershipFactory(network=lead.network).organisation)
            name_champion(membership=hat, area="Nights", on=days_ago(9), by=lead.person)
        client.get(url)
        with CaptureQueriesContext(connection) as queries:
            client.get(url)
        counts.append(len(queries))
    assert counts[0] == counts[1]


CHANGE = {
    "level": "culture", "before": "They ring.", "after": "They look.", "effort": "low",
    "benefit": "Time.", "owner": "Lead",
}  # fmt: skip


def test_a_change_is_there_once_and_who_wrote_it_is_in_the_audit_log(signed_in: Any, lead: Any) -> None:
    client, url = signed_in(lead.person), reverse("culture:network_add_change", args=[lead.network.slug])
    for _ in range(2):
        assert client.post(url, CHANGE).status_code == 302
    row = lead.network.workflow_changes.get()
    own = reverse("culture:network_change", args=[lead.network.slug, row.uuid])
    client.post(own, CHANGE | {"benefit": "Fewer calls."})
    actions = ModelLogEntry.objects.filter(user=lead.person).values_list("action", flat=True)
    assert sorted(actions) == ["programme.add_change", "programme.change_change"]


def test_what_a_change_was_tied_to_stays_when_it_is_put_better(signed_in: Any, lead: Any) -> None:
    dropped, module = milestone_in(lead.network, status="dropped"), ModuleFactory()
    row = change_in(lead.network, milestone=dropped)
    row.mitigated_by.add(module)
    module.live = False
    module.save()
    url = reverse("culture:network_change", args=[lead.network.slug, row.uuid])
    words = CHANGE | {"milestone": dropped.pk, "mitigated_by": [module.pk]}
    assert signed_in(lead.person).post(url, words).status_code == 302
    row.refresh_from_db()
    assert (row.milestone, list(row.mitigated_by.all()), row.after) == (dropped, [module], "They look.")


@pytest.fixture
def ward() -> Any:
    """A hat in a team, and the address at which its manager records a talk."""
    hat = MembershipFactory(starts_on=days_ago(10))
    hat.team = TeamFactory(organisation=hat.organisation)
    hat.save()
    return hat


def recording(hat: Any) -> str:
    return f"{reverse('culture:record_talk', args=[hat.organisation.uuid])}?team={hat.team_id}"


def words_of(hat: Any, **given: Any) -> dict[str, Any]:
    guide = Guide.objects.get(barrier="when").pk
    return {"held_on": str(timezone.localdate()), "guide": guide, "people": [hat.pk], "note": ""} | given


def test_a_manager_records_for_their_own_team_alone(signed_in: Any, ward: Any) -> None:
    other = TeamFactory(organisation=ward.organisation)
    client = signed_in(AppointmentFactory(organisation=ward.organisation, team=other).person)
    page = client.post(recording(ward), words_of(ward))
    assert "Choose a team from the list" in page.text
    assert not TalkThrough.objects.exists()
    first = client.get(reverse("culture:record_talk", args=[ward.organisation.uuid])).text
    assert "Which team was it?" in first
    assert "There is a problem" not in first
    stranger = MembershipFactory(organisation=ward.organisation, team=other)
    own = signed_in(AppointmentFactory(organisation=ward.organisation, team=ward.team).person)
    assert "Choose from the list" in own.post(recording(ward), words_of(stranger)).text


@pytest.mark.parametrize(
    ("day", "message"),
    [(-1, "Choose today or a day in the past"), (11, "has been here since")],
)
def test_a_talk_is_held_on_a_day_on_which_people_were_there(
    signed_in: Any, ward: Any, day: int, message: str
) -> None:
    client = signed_in(AppointmentFactory(organisation=ward.organisation).person)
    page = client.post(recording(ward), words_of(ward, held_on=str(days_ago(day)), note="It went well"))
    assert message in page.text
    assert "It went well" in page.text
    assert not TalkThrough.objects.exists()


def test_the_same_talk_sent_again_takes_what_is_new_and_loses_nothing(ward: Any) -> None:
    manager, second = PersonFactory(), MembershipFactory(organisation=ward.organisation, team=ward.team)
    for people, note in (([ward], "We agreed."), ([ward], "We agreed."), ([second], "Nights too.")):
        row = talk_of(ward, by=manager, participants=people, note=note)
    row.refresh_from_db()
    assert set(row.participants.all()) == {ward, second}
    assert row.note == "We agreed. Nights too."


def test_a_name_goes_from_what_was_written_when_somebody_is_anonymised(lead: Any) -> None:
    hat = MembershipFactory(left=True, person__first_name="Orla", person__last_name="Quillfeather")
    NetworkMembershipFactory(network=lead.network, organisation=hat.organisation)
    name = str(hat.person)
    action = action_about(lead.network, by=lead.person, who=f"{name}, lead nurse"[:120])
    own = action_about(hat.organisation, by=lead.person, what=f"Ask {name}")
    full = f"{name} {'x' * (119 - len(name))}"  # no letter of room for the longer words
    change = change_in(lead.network, owner=full)
    milestone = milestone_in(lead.network, by=lead.person)
    milestone.changes.update(reason=f"{name} is ill")
    assessment = begin(owner=lead.network, by=lead.person)
    answer(assessment=assessment, said={ChecklistItem.objects.get(number=1).pk: Said("not", f"{name} asks")})
    assert anonymise(person=hat.person, by=None, reason="Asked for")
    for row in (action, own, change):
        row.refresh_from_db()
    texts = [
        action.owner,
        own.what,
        change.owner,
        milestone.changes.get().reason,
        assessment.answers.get().note,
    ]
    assert not any("Quillfeather" in text for text in texts)
    assert len(change.owner) == 120
