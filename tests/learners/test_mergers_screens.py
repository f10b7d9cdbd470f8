"""An administrator merges organisations in the CMS: plan, review, result, undo."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from learners.organisations.merging_plan import plan_of
from learners.organisations.models import Membership, Merger, MergerState, Organisation
from modules.groups import ADMINISTRATORS, EDUCATORS
from tests.factories import (
    AppointmentFactory,
    MembershipFactory,
    OrganisationFactory,
    PersonFactory,
    RequirementFactory,
    TeamFactory,
)
from tests.factories.structure import applied, planned
from tests.modules.desk import Desk, said, wrong

pytestmark = pytest.mark.django_db
APRIL = datetime.date(2026, 4, 1)
LONG_AGO = datetime.date(2020, 1, 6)


@pytest.fixture
def ada() -> Desk:
    return Desk(PersonFactory(first_name="Ada", groups=[ADMINISTRATORS]))


@pytest.fixture
def old() -> Organisation:
    trust = OrganisationFactory(name="Ashdown Trust")
    MembershipFactory(
        organisation=trust,
        starts_on=LONG_AGO,
        team=TeamFactory(organisation=trust, name="Ward 6"),
        person=PersonFactory(first_name="Zofia", last_name="Nowak"),
    )
    return trust


@pytest.fixture
def new() -> Organisation:
    return OrganisationFactory(name="Vale Trust")


def text(answer) -> str:
    return " ".join(answer.content.decode().split())


def asked(old, new, **more):
    sent = {"predecessor": old.pk, "successor": new.pk, "on": "2026-04-01", "with_appointments": "on"}
    return sent | more


def test_a_plan_is_made_reviewed_applied_and_undone(ada, old, new) -> None:
    answer = ada.post("merger:add", **asked(old, new))
    merger = Merger.objects.get()
    assert answer.url == reverse("merger:inspect", args=[merger.pk])
    page = ada.get("merger:inspect", merger.pk)
    for words in ("Nothing has been changed yet", "31 March 2026", "Zofia Nowak", "New teams: Ward 6."):
        assert words in text(page)
    digest = page.context["form"]["reviewed"].value()
    answer = ada.post("merger:apply", merger.pk, reviewed=digest, has_read="on")
    assert "It can be undone for 30 days" in said(answer)
    page = ada.get("merger:inspect", merger.pk)
    for words in ("Undo this merger", "Zofia Nowak", "1 April 2026", "Ada Example"):
        assert words in text(page)
    assert "Done" in text(ada.get("merger:index"))
    assert "Everything is as it was before" in said(ada.post("merger:undo", merger.pk, is_sure="on"))
    assert "Everything is as it was before" in text(ada.get("merger:inspect", merger.pk))
    assert Membership.objects.get().organisation == old


@pytest.mark.parametrize(
    ("more", "field", "message"),
    [
        ({"predecessor": ""}, "predecessor", "Choose the organisation that closes."),
        ({"successor": ""}, "successor", "Choose the organisation that carries on."),
        ({"on": "soon"}, "on", "Give the first day as 2027-04-01."),
    ],
)
def test_a_plan_with_something_missing_keeps_the_rest(ada, old, new, more, field, message) -> None:
    answer = ada.post("merger:add", **asked(old, new, **more))
    assert wrong(answer) == {field: [message]}
    assert message in text(answer)
    assert not Merger.objects.exists()


def test_one_organisation_in_both_places_is_refused(ada, old) -> None:
    errors = wrong(ada.post("merger:add", **asked(old, old)))
    assert errors == {"successor": ["Choose another organisation than the one that closes."]}


def test_a_second_plan_is_refused_in_words(ada, old, new) -> None:
    planned(old, new, APRIL)
    answer = ada.post("merger:add", **asked(old, new))
    assert "planned or done already" in text(answer)
    assert Merger.objects.count() == 1


def test_looking_writes_nothing(ada, old, new) -> None:
    merger = planned(old, new, APRIL)
    for _ in range(2):
        ada.get("merger:inspect", merger.pk)
    merger.refresh_from_db()
    assert merger.state is MergerState.PLANNED
    assert not new.teams.exists()


def test_the_box_has_to_be_ticked(ada, old, new) -> None:
    merger = planned(old, new, APRIL)
    answer = ada.post("merger:apply", merger.pk, reviewed=plan_of(merger).digest)
    assert answer.status_code == 200
    assert "Tick the box to go on." in text(answer)
    assert not new.memberships.exists()
    done = applied_by_hand(ada, merger)
    answer = ada.post("merger:undo", merger.pk)
    assert "Tick the box to go on." in text(answer)
    assert done.moves.exists()


def applied_by_hand(ada, merger) -> Merger:
    ada.post("merger:apply", merger.pk, reviewed=plan_of(merger).digest, has_read="on")
    merger.refresh_from_db()
    return merger


def test_a_double_click_and_a_second_tab_change_nothing(ada, old, new) -> None:
    merger = planned(old, new, APRIL)
    sent = {"reviewed": plan_of(merger).digest, "has_read": "on"}
    ada.post("merger:apply", merger.pk, **sent)
    rows = list(Membership.objects.values())
    assert "Nothing was changed" in said(ada.post("merger:apply", merger.pk, **sent))
    assert "Nothing was changed" in said(ada.post("merger:withdraw", merger.pk))
    assert list(Membership.objects.values()) == rows


def test_what_has_changed_since_it_was_read_is_shown_again(ada, old, new) -> None:
    merger = planned(old, new, APRIL)
    digest = plan_of(merger).digest
    MembershipFactory(organisation=old, starts_on=LONG_AGO)
    answer = ada.post("merger:apply", merger.pk, reviewed=digest, has_read="on")
    assert "Read it again" in said(answer)
    assert not new.memberships.exists()


def test_the_review_lists_what_to_settle_who_is_appointed_and_what_stays(ada, old, new) -> None:
    both = PersonFactory(first_name="Tess", last_name="Quayle")
    MembershipFactory(organisation=old, person=both, starts_on=datetime.date(2026, 5, 1))
    MembershipFactory(organisation=new, person=both, starts_on=LONG_AGO)
    AppointmentFactory(
        organisation=old, person=PersonFactory(first_name="Gwil", last_name="Prosser"), starts_on=LONG_AGO
    )
    RequirementFactory(organisation=old)
    page = text(ada.get("merger:inspect", planned(old, new, APRIL).pk))
    assert "Tess Quayle is to begin at Ashdown Trust on 1 May 2026" in page
    assert "Merge them" not in page
    assert "Gwil Prosser becomes manager of Vale Trust, and sees all of its people." in page
    assert "1 requirement" in page


def test_a_plan_is_withdrawn(ada, old, new) -> None:
    merger = planned(old, new, APRIL)
    assert "withdrawn" in said(ada.post("merger:withdraw", merger.pk))
    page = text(ada.get("merger:inspect", merger.pk))
    assert "The plan was withdrawn" in page
    assert "Nothing was changed" in page


def test_who_came_later_is_listed_and_moved(ada, old, new) -> None:
    merger = applied(old, new, APRIL)
    assert "Who came in since" not in text(ada.get("merger:inspect", merger.pk))
    late = MembershipFactory(organisation=old, starts_on=datetime.date(2026, 3, 2))
    page = ada.get("merger:inspect", merger.pk)
    assert str(late.person) in text(page)
    digest = page.context["late_form"]["reviewed"].value()
    assert "moved" in said(ada.post("merger:latecomers", merger.pk, reviewed=digest, has_read="on"))
    assert new.memberships.filter(person=late.person).exists()


def test_what_stands_against_undoing_is_told(ada, old, new) -> None:
    merger = applied(old, new, APRIL)
    new.memberships.update(job_title="Sister")
    page = text(ada.get("merger:inspect", merger.pk))
    assert "Zofia Nowak, Vale Trust: job title changed since." in page
    assert "Undo this merger" not in page
    assert "job title changed" in said(ada.post("merger:undo", merger.pk, is_sure="on"))
    assert new.memberships.exists()


def test_people_are_shown_by_the_page_and_by_what_becomes_of_them(ada, old, new) -> None:
    MembershipFactory.create_batch(51, organisation=old, starts_on=LONG_AGO)
    there = MembershipFactory(organisation=new, starts_on=LONG_AGO).person
    MembershipFactory(organisation=old, person=there, starts_on=LONG_AGO)
    merger = planned(old, new, APRIL)
    first = ada.get("merger:inspect", merger.pk)
    assert len(first.context["page"].object_list) == 50
    assert "Page 1 of 2" in text(first)
    assert len(ada.get("merger:inspect", merger.pk, p=2).context["page"].object_list) == 3
    (only,) = ada.get("merger:inspect", merger.pk, show="there").context["page"].object_list
    assert only.ended.person == there
    assert ada.get("merger:inspect", merger.pk, show="nonsense", p="x").status_code == 200


def test_the_review_costs_the_same_for_few_people_and_for_many(
    ada, old, new, django_assert_max_num_queries
) -> None:
    # What a merger moves is counted once for each kind of row that names an organisation, so the
    # number grows with the kinds that the service knows, never with the people.
    merger = planned(old, new, APRIL)
    ada.get("merger:inspect", merger.pk)
    with CaptureQueriesContext(connection) as for_few:
        ada.get("merger:inspect", merger.pk)
    MembershipFactory.create_batch(30, organisation=old, starts_on=LONG_AGO)
    with django_assert_max_num_queries(len(for_few)):
        ada.get("merger:inspect", merger.pk)
    with django_assert_max_num_queries(15):
        plan_of(merger)


@pytest.mark.parametrize("groups", [[], [EDUCATORS]])
def test_mergers_are_closed_to_everybody_else(old, new, groups) -> None:
    merger, other = planned(old, new, APRIL), Desk(PersonFactory(groups=groups))
    for name in ("merger:index", "merger:add"):
        assert other.get(name).status_code == 302
    assert other.get("merger:inspect", merger.pk).status_code == 302
    for name in ("apply", "undo", "withdraw", "latecomers"):
        sent = {"reviewed": plan_of(merger).digest, "has_read": "on", "is_sure": "on"}
        assert other.post(f"merger:{name}", merger.pk, **sent).status_code == 302
    merger.refresh_from_db()
    assert merger.state is MergerState.PLANNED


def test_a_merger_that_is_none_is_not_found(ada) -> None:
    assert ada.get("merger:inspect", 999).status_code == 404
    assert ada.post("merger:apply", 999, reviewed="x", has_read="on").status_code == 404
