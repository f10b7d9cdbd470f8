"""Confidence before, after and some weeks later: one's own three points; figures for others, never names."""

import datetime
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from learners.records.models import LearningEvent
from learners.reflection.actions import give_confidence, plan_next_shift
from learners.reflection.models import Confidence, FollowUp
from tests.factories import (
    AppointmentFactory,
    MembershipFactory,
    ModuleFactory,
    NetworkMembershipFactory,
    PersonFactory,
    finish_attempt,
)
from tests.factories.transfer import many_said, said

pytestmark = pytest.mark.django_db

TOO_FEW = "Too few people to show yet"


def asked(**fields: Any) -> Any:
    """A follow-up that was sent, of a module that asks for confidence."""
    member = MembershipFactory()
    module = ModuleFactory(**({"confidence": "choose a good moment"} | fields))
    attempt = finish_attempt(member.person, module, member.organisation)
    give_confidence(attempt=attempt, moment="before", level=2)
    give_confidence(attempt=attempt, moment="after", level=5)
    plan = plan_next_shift(attempt=attempt, action="Look", is_own=False, wants_follow_up=True)
    return FollowUp.objects.create(next_shift=plan, sent_at=timezone.now())


def link(follow_up: FollowUp) -> str:
    return reverse("reflection:follow_up", args=[follow_up.token])


def card(attempt: Any) -> str:
    return reverse("reflection:card", args=[attempt.pk])


def test_the_follow_up_asks_the_same_again_and_the_learner_sees_three_points(signed_in: Any) -> None:
    follow_up, events = asked(), LearningEvent.objects.count()
    assert "choose a good moment" in Client().get(link(follow_up)).text
    for level in ("3", "1"):
        Client().post(link(follow_up), {"did": "yes", "level": level})
    later = Confidence.objects.get(moment="later")
    assert later.level == 3, "The first answer stands."
    assert LearningEvent.objects.count() == events
    attempt = follow_up.next_shift.attempt
    page = signed_in(attempt.person).get(card(attempt)).text
    for point in ("Before the module", "After the module", "Some weeks later"):
        assert point in page
    assert page.count("<circle") == 3


def test_it_can_be_left_out_and_is_not_asked_where_the_module_does_not(signed_in: Any) -> None:
    left_out = asked()
    Client().post(link(left_out), {"did": "yes"})
    left_out.refresh_from_db()
    assert left_out.answered_at
    assert "How confident" not in Client().get(link(asked(confidence=""))).text
    attempt = left_out.next_shift.attempt
    assert signed_in(attempt.person).get(card(attempt)).text.count("<circle") == 2


def test_a_level_that_is_none_is_told() -> None:
    follow_up = asked()
    assert "There is a problem" in Client().post(link(follow_up), {"did": "yes", "level": "9"}).text
    assert not Confidence.objects.filter(moment="later").exists()


def test_doing_the_module_again_does_not_change_the_first_pair(signed_in: Any) -> None:
    follow_up = asked()
    first = follow_up.next_shift.attempt
    again = finish_attempt(first.person, first.edition.page, first.organisation)
    give_confidence(attempt=again, moment="before", level=4)
    give_confidence(attempt=again, moment="after", level=4)
    points = signed_in(first.person).get(card(again)).context["points"]
    assert [point.level for point in points.said] == ["A little", "Completely"]


def test_without_a_pair_there_is_no_picture(signed_in: Any) -> None:
    member = MembershipFactory()
    attempt = finish_attempt(member.person, ModuleFactory(confidence="look"), member.organisation)
    give_confidence(attempt=attempt, moment="after", level=4)
    assert signed_in(member.person).get(card(attempt)).context["points"] is None


@pytest.fixture
def educator(signed_in: Any) -> Any:
    return signed_in(PersonFactory(groups=["Educators"]))


def in_cms(module: Any) -> str:
    return reverse("module_confidence", args=[module.pk])


def test_an_educator_sees_the_picture_of_enough_people(educator: Any) -> None:
    module = ModuleFactory()
    many_said(8, module, 2, 4, 3)
    many_said(3, module, 3, None)
    assert TOO_FEW in educator.get(in_cms(module)).text, "All eight became more confident."
    many_said(4, module, 3, 3, 3)
    page = educator.get(in_cms(module)).text
    assert "About 10 people" in page
    assert "80% more confident, 20% the same, 0% less; on average +1.6" in page, "Ten of twelve count by now."
    assert "Four to six weeks later" in page
    assert "does not prove" in page


def test_what_was_said_this_month_waits_for_the_next(educator: Any) -> None:
    module = ModuleFactory()
    many_said(12, module, 2, 4, ago=datetime.timedelta())
    assert TOO_FEW in educator.get(in_cms(module)).text


def test_one_more_person_in_a_month_changes_nothing_that_a_manager_sees(signed_in: Any) -> None:
    """Managers see who finished a module in which month: with one name, one figure less the other would be theirs."""
    manager, module = AppointmentFactory(), ModuleFactory()
    here = manager.organisation
    many_said(6, module, 2, 4, 3, organisation=here)
    many_said(4, module, 3, 3, 2, organisation=here)
    client = signed_in(manager.person)
    ((_, before),) = client.get(of(here)).context["modules"]
    for count, changes in ((1, False), (3, False), (1, True)):
        many_said(count, module, 5, 1, 1, organisation=here, ago=datetime.timedelta(days=35))
        ((_, after),) = client.get(of(here)).context["modules"]
        assert (after != before) is changes


def test_from_the_module_there_is_a_way_to_it(educator: Any) -> None:
    module = ModuleFactory()
    assert in_cms(module) in educator.get(reverse("wagtailadmin_pages:edit", args=[module.pk])).text


def test_only_those_who_write_content_come_in(signed_in: Any) -> None:
    module = ModuleFactory()
    assert signed_in(AppointmentFactory().person).get(in_cms(module)).status_code in (302, 403)


def of(organisation: Any) -> str:
    return reverse("insight:organisation_confidence", args=[organisation.uuid])


def test_a_manager_sees_figures_of_the_organisation_alone(signed_in: Any) -> None:
    manager, module = AppointmentFactory(), ModuleFactory(title="Before you ring")
    here, elsewhere = manager.organisation, MembershipFactory().organisation
    many_said(9, module, 2, 4, organisation=elsewhere)
    many_said(6, module, 2, 4, organisation=here)
    client = signed_in(manager.person)
    assert TOO_FEW in client.get(of(here)).text
    many_said(4, module, 3, 3, organisation=here)
    page = client.get(of(here)).text
    assert "Before you ring" in page
    assert "About 10 people" in page
    assert "60% more confident" in page
    assert client.get(of(elsewhere)).status_code == 404


def test_whose_first_pair_was_made_elsewhere_counts_there(signed_in: Any) -> None:
    manager, module = AppointmentFactory(), ModuleFactory()
    here, elsewhere = manager.organisation, MembershipFactory().organisation
    for number in range(12):
        person = PersonFactory()
        said(module, 2, 4, organisation=elsewhere, person=person, ago=datetime.timedelta(days=90))
        said(module, 3, 3 + number % 2, organisation=here, person=person)
    assert "Nothing to show yet" in signed_in(manager.person).get(of(here)).text


def test_a_lead_sees_the_network_together_unless_an_organisation_could_be_got_from_it(signed_in: Any) -> None:
    first = NetworkMembershipFactory()
    second = NetworkMembershipFactory(network=first.network)
    lead, module = AppointmentFactory(network_lead=True, network=first.network).person, ModuleFactory()
    client, url = signed_in(lead), reverse("insight:network_confidence", args=[first.network.slug])
    for changes in ((2, 4), (3, 3)):
        many_said(6, module, *changes, organisation=first.organisation)
    many_said(2, module, 2, 4, organisation=second.organisation)
    assert TOO_FEW in client.get(url).text
    for changes in ((2, 4), (3, 3)):
        many_said(7, module, *changes, organisation=second.organisation)
    page = client.get(url).text
    assert "About 25 people" in page
    assert first.organisation.name not in page
    assert f'href="{reverse("roadmap:network", args=[first.network.slug])}"' in page


def test_many_modules_and_people_take_no_more_queries_than_few(
    signed_in: Any, django_assert_num_queries: Any
) -> None:
    manager = AppointmentFactory()
    client, url = signed_in(manager.person), of(manager.organisation)
    many_said(3, ModuleFactory(), 2, 4, organisation=manager.organisation)
    client.get(url)
    with CaptureQueriesContext(connection) as few:
        client.get(url)
    for _ in range(3):
        many_said(5, ModuleFactory(), 2, 4, organisation=manager.organisation)
    with django_assert_num_queries(len(few)):
        client.get(url)
