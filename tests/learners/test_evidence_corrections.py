"""An administrator adds to somebody's history for a reason; nothing in it is edited."""

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from hypothesis import given as drawn
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from learners.evidence.actions import AlreadyRecorded, CannotCorrect, Given, correct
from learners.evidence.models import Correction
from learners.record_store.models import Statement
from learners.records.models import Certificate, Completion, Evidence, LearningEvent, Verb
from learners.requirements.models import KeptStanding
from tests.factories import MembershipFactory, ModuleFactory, RequirementFactory, finish_attempt
from tests.factories.evidence import keeper_of, talked_through
from tests.factories.organisations import days_ago
from tests.factories.standings import worked_out

pytestmark = pytest.mark.django_db


@pytest.fixture
def ann() -> Any:
    return MembershipFactory(person__first_name="Ann", person__last_name="Archer")


@pytest.fixture
def keeper(ann: Any) -> Any:
    return keeper_of(ann.organisation)


def state_of(membership: Any) -> str:
    worked_out(membership.organisation)
    return str(KeptStanding.objects.current().get(person=membership.person).state)


def of_another_day(completion: Completion, day: Any, reason: str = "It was a day later") -> Given:
    return Given(
        person=completion.person,
        module=completion.edition.page,
        evidence=Evidence.OBSERVED,
        on=day,
        reason=reason,
    )


def test_a_talk_through_meets_the_requirement_and_earns_no_certificate(ann: Any, keeper: Any) -> None:
    module = ModuleFactory()
    RequirementFactory(organisation=ann.organisation, module=module)
    assert state_of(ann) == "overdue"
    completion = talked_through(ann, module, by=keeper)
    assert state_of(ann) == "compliant"
    assert completion.score is None
    assert not Certificate.objects.exists()
    assert completion.event.detail == {"evidence": "observed"}
    assert Statement.objects.filter(pk=completion.event_id).exists()


def test_the_same_talk_through_is_recorded_once(ann: Any, keeper: Any) -> None:
    completion = talked_through(ann, ModuleFactory(), by=keeper)
    with pytest.raises(AlreadyRecorded):
        talked_through(ann, completion.edition.page, by=keeper)
    assert Completion.objects.count() == 1


def test_what_was_voided_no_longer_counts_and_its_certificate_is_withdrawn(ann: Any, keeper: Any) -> None:
    module = ModuleFactory()
    RequirementFactory(organisation=ann.organisation, module=module)
    finish_attempt(ann.person, module, ann.organisation)
    assert state_of(ann) == "compliant"
    completion = Completion.objects.get()
    before = LearningEvent.objects.count()
    correct(completion=completion, organisation=ann.organisation, reason="A colleague sat it", by=keeper)
    assert state_of(ann) == "overdue"
    voided = LearningEvent.objects.filter(verb=Verb.VOIDED)
    assert LearningEvent.objects.count() == before + 2, (
        "the completion and what it earned are voided, each once"
    )
    assert {event.detail["event"] for event in voided} == {
        str(event.pk) for event in LearningEvent.objects.filter(verb__in=[Verb.COMPLETED, Verb.EARNED])
    }
    certificate = Certificate.objects.get()
    assert certificate.withdrawn_because == "A colleague sat it"
    assert "colleague" not in str([event.detail for event in voided])


def test_correcting_twice_changes_nothing(ann: Any, keeper: Any) -> None:
    completion = talked_through(ann, ModuleFactory(), by=keeper)
    right = of_another_day(completion, days_ago(9))
    said = {"completion": completion, "organisation": ann.organisation, "by": keeper, "right": right}
    assert correct(reason="Wrong day", **said)
    events = LearningEvent.objects.count()
    assert correct(reason="Wrong day", **said) is None
    assert LearningEvent.objects.count() == events
    assert Completion.objects.standing().count() == 1


def test_what_replaces_a_record_says_what_it_replaces(ann: Any, keeper: Any) -> None:
    wrong = talked_through(ann, ModuleFactory(), by=keeper)
    voided = correct(
        completion=wrong,
        organisation=ann.organisation,
        reason="Wrong day",
        by=keeper,
        right=of_another_day(wrong, days_ago(9)),
    )
    right = Completion.objects.standing().get()
    assert right.event.correction.instead_of == voided
    wrong.refresh_from_db()
    assert wrong.voided_by == voided.event


def test_if_the_right_record_fails_the_wrong_one_stands(ann: Any, keeper: Any) -> None:
    wrong = talked_through(ann, ModuleFactory(), by=keeper)
    with pytest.raises(ValueError, match="to come"):
        correct(
            completion=wrong,
            organisation=ann.organisation,
            reason="Wrong day",
            by=keeper,
            right=of_another_day(wrong, days_ago(-1)),
        )
    assert Completion.objects.standing().get() == wrong
    assert not LearningEvent.objects.filter(verb=Verb.VOIDED).exists()


def test_what_was_done_for_another_organisation_is_theirs_to_correct(ann: Any, keeper: Any) -> None:
    there = MembershipFactory(person=ann.person)
    done = talked_through(there, ModuleFactory(), by=keeper_of(there.organisation))
    with pytest.raises(CannotCorrect, match=there.organisation.name):
        correct(completion=done, organisation=ann.organisation, reason="Wrong", by=keeper)
    assert Completion.objects.standing().get() == done


@pytest.mark.parametrize("who", ["manager", "elsewhere"])
def test_only_administrators_of_the_organisation_may(ann: Any, keeper: Any, who: str) -> None:
    from tests.factories import AppointmentFactory

    done = talked_through(ann, ModuleFactory(), by=keeper)
    somebody = (
        AppointmentFactory(organisation=ann.organisation).person
        if who == "manager"
        else keeper_of(MembershipFactory().organisation)
    )
    with pytest.raises(PermissionDenied):
        correct(completion=done, organisation=ann.organisation, reason="Wrong", by=somebody)
    with pytest.raises(PermissionDenied):
        talked_through(ann, ModuleFactory(), by=somebody)


def test_nothing_is_recorded_of_who_does_not_work_here(ann: Any, keeper: Any) -> None:
    stranger = MembershipFactory()
    stranger.organisation = ann.organisation
    with pytest.raises(PermissionDenied):
        talked_through(stranger, ModuleFactory(), by=keeper)


def test_the_person_reads_what_was_corrected_and_why(ann: Any, keeper: Any, client: Client) -> None:
    done = talked_through(ann, ModuleFactory(), by=keeper, reason="Sister Bright watched")
    client.force_login(ann.person)
    assert "Sister Bright watched" in client.get(reverse("records:completion", args=[done.uuid])).text
    correct(completion=done, organisation=ann.organisation, reason="It was the other Ann", by=keeper)
    page = client.get(reverse("records:completion", args=[done.uuid])).text
    assert "Does not count" in page
    assert "It was the other Ann" in page
    assert "It was the other Ann" in client.get(reverse("elsewhere:elsewhere")).text


class VoidAndRedo(TestCase):
    """However often something is corrected, one record stands, and all that was said is still there."""

    @settings(max_examples=8, deadline=None)
    @drawn(st.lists(st.tuples(st.integers(1, 90), st.booleans()), min_size=1, max_size=4))
    def test_exactly_one_completion_stands(self, steps: list[tuple[int, bool]]) -> None:
        ann = MembershipFactory()
        keeper = keeper_of(ann.organisation)
        standing = talked_through(ann, ModuleFactory(), by=keeper)
        for days, twice in steps:
            said = {"completion": standing, "organisation": ann.organisation, "by": keeper}
            for _ in range(1 + twice):
                correct(reason="Wrong day", right=of_another_day(standing, days_ago(days)), **said)
            standing = Completion.objects.standing().get()
            assert (days_ago(0) - standing.completed_at.date()).days in (days, days - 1)
        assert Completion.objects.count() == 1 + len(steps)
        assert Correction.objects.count() == 1 + 2 * len(steps)
