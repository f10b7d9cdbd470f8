"""Readiness as it is read: what each condition finds, and what decisions do."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import IntegrityError
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from learners.organisations.models import LocalFact
from learners.programme.actions.readiness import withdraw_override
from learners.programme.models import Champion, Milestone, Override, WorkflowChange
from learners.programme.readiness import facts
from learners.programme.readiness.asked import Name, State
from learners.programme.readiness.gate import Verdict
from learners.programme.selectors.readiness import readiness_for_lead, readiness_for_organisation
from learners.requirements.models import KeptStanding
from learners.sharing.models import Party
from modules.models import ModulePage
from tests.factories import (
    AppointmentFactory,
    ModuleFactory,
    NetworkMembershipFactory,
    PersonFactory,
    TeamFactory,
)
from tests.factories.organisations import days_ago
from tests.factories.readiness import milestone_in, overridden, ready_milestone, staff

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def told(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What the gap check and the survey say."""
    said: dict[str, Any] = {"gaps": [], "baseline": True}
    monkeypatch.setattr(facts, "gaps_of", lambda *args, **kwargs: said["gaps"])
    monkeypatch.setattr(facts, "baseline_taken", lambda *args: said["baseline"])
    return said


@pytest.fixture
def milestone() -> Milestone:
    joined = NetworkMembershipFactory()
    other = NetworkMembershipFactory(network=joined.network)
    return ready_milestone(joined.network, joined.organisation, other.organisation)


def verdict_of(milestone: Milestone) -> Verdict:
    return readiness_for_lead(milestone, timezone.localdate()).verdict


def test_a_milestone_with_all_in_place_is_ready(milestone: Milestone) -> None:
    assert verdict_of(milestone).words == "Ready"


def _no_agreement(milestone: Milestone) -> None:
    milestone.agreement = None
    milestone.save()


def _one_has_left(milestone: Milestone) -> None:
    party = Party.objects.all()[0]
    party.state, party.left_on = Party.State.LEFT, days_ago(1)
    party.save()


def _asked_of_others_too(milestone: Milestone) -> None:
    organisation = milestone.network.organisations.all()[0]
    team = TeamFactory(organisation=organisation, name="Night round", shift="nights")
    staff(organisation, milestone.modules.get(), trained=1, others=2, team=team)


FAILING: list[tuple[Name, Callable[[Milestone], Any]]] = [
    (Name.AGREEMENT, _no_agreement),
    (Name.AGREEMENT, lambda milestone: Party.objects.all()[0].delete()),
    (Name.AGREEMENT, _one_has_left),
    (Name.AGREEMENT, lambda milestone: milestone.agreement.stages.create(  # type: ignore[union-attr]
        stage="expired", entered_on=days_ago(0), by=PersonFactory())),
    (Name.TRAINED, lambda milestone: KeptStanding.objects.update(state="overdue")),
    (Name.TRAINED, lambda milestone: KeptStanding.objects.update(to_on=days_ago(1))),
    (Name.TRAINED, _asked_of_others_too),
    (Name.TRAINED, lambda milestone: milestone.modules.clear()),
    (Name.FALLBACK, lambda milestone: LocalFact.objects.all()[0].delete()),
    (Name.CHAMPIONS, lambda milestone: Champion.objects.filter(pk=Champion.objects.all()[0].pk).update(
        ends_on=days_ago(1))),
    (Name.CHANGES, lambda milestone: WorkflowChange.objects.get().mitigated_by.clear()),
]  # fmt: skip


@pytest.mark.parametrize(("name", "spoil"), FAILING)
def test_what_is_missing_is_found_and_nothing_else_fails(
    milestone: Milestone, name: Name, spoil: Callable[[Milestone], Any]
) -> None:
    spoil(milestone)
    failed = [each.name for each in verdict_of(milestone).conditions if not each.met]
    assert failed == [name]


def test_a_module_that_is_taken_down_leaves_a_role_without_one(milestone: Milestone) -> None:
    ModulePage.objects.update(live=False)
    failed = {each.name for each in verdict_of(milestone).conditions if not each.met}
    assert failed == {Name.COVERAGE, Name.CHANGES}


@pytest.mark.parametrize(
    ("said", "name"),
    [({"gaps": ["Crisis plans are not shared"]}, Name.SCOPE), ({"baseline": False}, Name.BASELINE)],
)
def test_gaps_and_the_survey_are_asked(
    milestone: Milestone, told: dict[str, Any], said: dict[str, Any], name: Name
) -> None:
    told.update(said)
    assert [each.name for each in verdict_of(milestone).conditions if not each.met] == [name]


def test_what_the_network_says_of_a_record_that_is_down_is_said_for_all(milestone: Milestone) -> None:
    fact = LocalFact.objects.all()[0]
    LocalFact.objects.exclude(pk=fact.pk).delete()
    fact.organisation, fact.network = None, milestone.network
    fact.save()
    assert verdict_of(milestone).ready


def test_who_is_paused_or_exempt_is_not_counted(milestone: Milestone) -> None:
    KeptStanding.objects.filter(state="compliant").update(state="exempt")
    KeptStanding.objects.filter(state="not_started").update(state="paused")
    trained = next(each for each in verdict_of(milestone).conditions if each.name == Name.TRAINED)
    assert trained.state is State.DOES_NOT_APPLY


def test_somebody_has_to_have_done_every_module(milestone: Milestone) -> None:
    organisation = milestone.network.organisations.all()[0]
    second = ModulePage.objects.get()
    copy = milestone_in(milestone.network, organisation=organisation, modules=[second])
    assert readiness_for_lead(copy, timezone.localdate()).verdict.conditions[3].state is State.MET
    copy.modules.add(ModuleFactory())
    found = readiness_for_organisation(copy, organisation, timezone.localdate(), None)
    assert "0 of 10" in found.verdict.conditions[3].why
    assert f"not asked of anybody at {organisation}" in found.verdict.conditions[3].why


def test_a_decision_is_kept_once_and_taken_back_by_another_entry(
    signed_in: Any, milestone: Milestone, told: Any
) -> None:
    told["baseline"] = False
    lead = AppointmentFactory(network_lead=True, network=milestone.network).person
    client, parts = signed_in(lead), [milestone.network.slug, milestone.uuid]
    page, url = (
        reverse("readiness:milestone", args=parts),
        reverse("readiness:decide", args=[*parts, "baseline"]),
    )
    assert "Not ready: 1 condition is not met" in client.get(page).text
    empty = client.post(url, {"decided_by": "", "reason": "Typed already"}).text
    assert "Say who decided" in empty
    assert "Typed already" in empty
    given = {"decided_by": "Programme director, A. Example", "reason": "It follows in May."}
    for _ in range(2):
        assert client.post(url, given).url == page
    assert "Take that back first" in client.post(url, given | {"reason": "Another"}).text
    assert Override.objects.count() == 1
    shown = client.get(page).text
    assert "Ready with overrides" in shown
    assert "Programme director, A. Example" in shown
    back = reverse("readiness:take_back", args=[*parts, Override.objects.get().uuid])
    assert "Say why it is taken back" in client.post(back, {"reason": ""}).text
    for _ in range(2):
        assert client.post(back, {"reason": "It was the wrong milestone."}).url == page
    assert Override.objects.count() == 2
    shown = client.get(page).text
    assert "Not ready" in shown
    assert "It was the wrong milestone." in shown
    assert "It follows in May." not in shown.split("Decisions to go on")[0]


def test_nobody_decides_ahead_on_what_is_met(signed_in: Any, milestone: Milestone) -> None:
    lead = AppointmentFactory(network_lead=True, network=milestone.network).person
    client, parts = signed_in(lead), [milestone.network.slug, milestone.uuid]
    given = {"decided_by": "Programme director, A. Example", "reason": "Just in case."}
    page = client.post(reverse("readiness:decide", args=[*parts, "agreement"]), given, follow=True)
    assert "there is nothing to decide" in page.text
    assert not Override.objects.exists()


def test_who_decided_stands_with_the_day_and_counts_no_more_once_the_condition_is_met(
    signed_in: Any, milestone: Milestone, told: Any
) -> None:
    told["baseline"] = False
    lead = AppointmentFactory(network_lead=True, network=milestone.network).person
    overridden(milestone, by=lead)
    client, url = (
        signed_in(lead),
        reverse("readiness:milestone", args=[milestone.network.slug, milestone.uuid]),
    )
    assert f"written down on {timezone.localdate():%-d %B %Y}" in client.get(url).text
    told["baseline"] = True
    page = client.get(url)
    assert page.context["readiness"].verdict.words == "Ready"
    assert "before it was met" in page.text


def test_what_concerns_an_organisation_that_left_is_ready_for_nobody_and_tells_the_lead_nothing(
    milestone: Milestone,
) -> None:
    gone, stays = milestone.network.memberships.order_by("pk")
    copy = milestone_in(milestone.network, organisation=gone.organisation, modules=milestone.modules.all())
    assert [line.name for line in readiness_for_lead(copy, timezone.localdate()).lines] == [
        str(gone.organisation)
    ]
    gone.ends_on = days_ago(1)
    gone.save()
    found = readiness_for_lead(copy, timezone.localdate())
    assert "No organisation that it concerns is in this network today." in found.verdict.reasons
    assert (found.lines, found.burn_up) == ([], None)
    of_all = readiness_for_lead(milestone, timezone.localdate())
    assert [line.name for line in of_all.lines] == [str(stays.organisation)]


@pytest.mark.parametrize("status", ["paused", "dropped", "planned"])
def test_a_milestone_that_is_not_live_is_not_warned_of_whatever_is_missing(
    signed_in: Any, milestone: Milestone, status: str
) -> None:
    Milestone.objects.update(status=status, on=days_ago(3), agreement=None)
    lead = AppointmentFactory(network_lead=True, network=milestone.network).person
    page = (
        signed_in(lead)
        .get(reverse("readiness:milestone", args=[milestone.network.slug, milestone.uuid]))
        .text
    )
    assert "It is live, and not ready" not in page
    assert "No agreement is chosen" in page


def test_a_condition_that_there_is_not_is_not_found(signed_in: Any, milestone: Milestone) -> None:
    lead = AppointmentFactory(network_lead=True, network=milestone.network).person
    url = reverse("readiness:decide", args=[milestone.network.slug, milestone.uuid, "luck"])
    assert signed_in(lead).get(url).status_code == 404


def test_a_milestone_that_is_live_and_not_ready_is_warned_of(signed_in: Any, milestone: Milestone) -> None:
    Milestone.objects.update(status="live")
    lead = AppointmentFactory(network_lead=True, network=milestone.network).person
    page, client = (
        reverse("readiness:milestone", args=[milestone.network.slug, milestone.uuid]),
        signed_in(lead),
    )
    assert "It is live, and not ready" not in client.get(page).text
    Champion.objects.all().delete()
    assert "It is live, and not ready" in client.get(page).text
    overridden(milestone, by=lead, condition=Name.CHAMPIONS)
    assert "It is live, and not ready" not in client.get(page).text


@pytest.mark.parametrize("missing", ["decided_by", "reason"])
def test_no_decision_is_kept_without_a_name_and_a_reason(milestone: Milestone, missing: str) -> None:
    with pytest.raises(IntegrityError):
        overridden(milestone, by=PersonFactory(), **{missing: ""})


def test_a_decision_and_its_end_are_in_the_audit_log(milestone: Milestone) -> None:
    lead = PersonFactory()
    made = overridden(milestone, by=lead)
    withdraw_override(override=made, reason="Not so", by=lead)
    kept = ModelLogEntry.objects.filter(action__startswith="programme.override", user=lead)
    assert set(kept.values_list("action", flat=True)) == {
        "programme.override",
        "programme.override_withdrawn",
    }


def test_an_organisation_reads_of_decisions_and_makes_none(signed_in: Any, milestone: Milestone) -> None:
    overridden(milestone, by=PersonFactory(), condition=Name.CHAMPIONS)
    Champion.objects.all().delete()
    organisation = milestone.network.organisations.all()[0]
    manager = AppointmentFactory(organisation=organisation, capacity="administrator").person
    client = signed_in(manager)
    page = client.get(reverse("readiness:organisation", args=[organisation.uuid, milestone.uuid])).text
    assert "Programme director, A. Example" in page
    assert "Go on without it" not in page
    url = reverse("readiness:decide", args=[milestone.network.slug, milestone.uuid, "champions"])
    assert client.post(url, {"decided_by": "Me", "reason": "So"}).status_code == 404
