"""After the clinical review, the specialists whom a module names sign it off: each for this very draft."""

import pytest
from django.urls import reverse

from modules.models import CataloguePage, ModulePage, SignOff
from modules.models.sign_off import SpecialistSignOffTask
from tests.factories import ModuleFactory, PersonFactory
from tests.modules.desk import said
from tests.modules.forms import untouched_form
from tests.modules.signing import (
    PHARMACISTS,
    SAFEGUARDING,
    act,
    again,
    form,
    sign,
    sign_in_editor,
    specialist,
    state_of,
    waits_for,
)

pytestmark = pytest.mark.django_db


def test_a_module_that_needs_none_goes_straight_to_learners(reviewed, reviewer):
    page = reviewed()
    edition = page.editions.get()
    assert again(page).live
    assert edition.reviewed_by == edition.published_by == reviewer
    assert edition.sign_offs_missing == []
    assert again(page).current_workflow_state is None


def test_other_pages_need_none(educator, reviewer, at_desk):
    home = CataloguePage.objects.get()
    home.save_revision(user=educator)
    home.get_workflow().start(home, educator)
    assert act(at_desk(reviewer), home, "approve").status_code == 302
    assert CataloguePage.objects.get().current_workflow_state is None


def test_the_clinical_review_comes_first(submitted, pharmacist, reviewer, at_desk):
    page = submitted("pharmacist")
    assert waits_for(page) == "ClinicalReviewTask"
    assert "permission" in said(sign(at_desk(pharmacist), page))
    act(at_desk(reviewer), page, "approve")
    assert waits_for(page) == "SpecialistSignOffTask"
    assert not again(page).live


def test_a_specialist_finds_the_task_reads_the_module_and_signs_off(reviewed, pharmacist, reviewer, at_desk):
    page, desk = reviewed("pharmacist"), at_desk(pharmacist)
    assert "Before you hand over" in desk.get("wagtailadmin_home").content.decode()
    editor = desk.get("wagtailadmin_pages:edit", page.pk).content.decode()
    assert "Sign off as pharmacist" in editor
    assert "Waiting for somebody of “Pharmacists (sign-off)”" in editor
    sign(desk, page)
    edition = page.editions.get()
    assert again(page).live
    assert (edition.reviewed_by, edition.published_by) == (reviewer, pharmacist)
    assert edition.sign_offs_missing == []
    assert SignOff.objects.get().revision == edition.revision


def test_a_specialist_signs_off_from_the_editor(reviewed, pharmacist, at_desk):
    page = reviewed("pharmacist")
    sign_in_editor(at_desk(pharmacist), page, untouched_form(again(page)))
    assert again(page).live


@pytest.mark.parametrize("first", ["pharmacist", "safeguarding"])
def test_it_waits_for_both_in_any_order(reviewed, pharmacist, safeguarder, at_desk, first):
    page = reviewed("pharmacist", "safeguarding")
    desks = {"pharmacist": at_desk(pharmacist), "safeguarding": at_desk(safeguarder)}
    second = ({*desks} - {first}).pop()
    sign(desks[first], page, first)
    assert not again(page).live
    assert "permission" in said(sign(desks[first], page, first))  # once is enough
    sign(desks[second], page, second)
    assert again(page).live
    assert SignOff.objects.count() == 2
    assert page.editions.get().sign_offs_missing == []


def test_nobody_gives_the_sign_off_of_another_profession(reviewed, pharmacist, at_desk):
    page, desk = reviewed("pharmacist", "safeguarding"), at_desk(pharmacist)
    assert "permission" in said(sign(desk, page, "safeguarding"))
    assert "permission" in said(sign(desk, page, "palliative-care"))
    assert not SignOff.objects.exists()


@pytest.mark.parametrize("who", ["educator", "reviewer", "administrator", "superuser", "safeguarder"])
def test_nobody_outside_the_group_can(reviewed, request, at_desk, who):
    page = reviewed("pharmacist")
    person = PersonFactory(administrator=True) if who == "superuser" else request.getfixturevalue(who)
    assert "permission" in said(sign(at_desk(person), page))
    assert "Sign off as" not in at_desk(person).get("wagtailadmin_pages:edit", page.pk).content.decode()
    assert "permission" in said(act(at_desk(person), page, "approve"))
    assert not SignOff.objects.exists()
    assert not again(page).live


@pytest.mark.parametrize("superuser", [False, True])
def test_nobody_signs_off_their_own_last_edit(reviewer, at_desk, superuser):
    author = PersonFactory(groups=["Educators", PHARMACISTS], is_superuser=superuser)
    page = ModuleFactory(draft=True, editor=author, slug="before-you-hand-over")
    desk = at_desk(author)
    desk.save(page, form("pharmacist"), "submit")
    act(at_desk(reviewer), page, "approve")
    assert waits_for(page) == "SpecialistSignOffTask"

    assert "permission" in said(sign(desk, page))
    state = state_of(page)
    modal = desk.client.post(
        reverse(
            "wagtailadmin_pages:collect_workflow_action_data", args=[page.pk, "sign-off-pharmacist", state.pk]
        ),
        {"comment": ""},
        headers={"x-requested-with": "XMLHttpRequest"},
    )
    assert modal.status_code == 403
    assert "Not signed off. You edited it last" in said(
        sign_in_editor(desk, page, untouched_form(again(page)))
    )
    assert not SignOff.objects.exists()
    assert not again(page).live


def test_an_edit_voids_what_was_given_and_leads_back_to_the_review(
    reviewed, pharmacist, safeguarder, reviewer, at_desk
):
    page = reviewed("pharmacist", "safeguarding")
    sign(at_desk(safeguarder), page, "safeguarding")
    first = state_of(page)
    at_desk(safeguarder).save(page, form("pharmacist", "safeguarding", summary="Changed while it waited."))
    assert waits_for(page) == "ClinicalReviewTask"
    assert "permission" in said(sign(at_desk(pharmacist), page))
    said(sign(at_desk(pharmacist), page, state=first))
    assert SignOff.objects.count() == 1
    assert not again(page).live

    act(at_desk(reviewer), page, "approve")
    sign(at_desk(pharmacist), page)
    assert not again(page).live  # what was given before the edit does not count
    other = specialist(SAFEGUARDING, first_name="Sam")
    assert "permission" in said(sign(at_desk(safeguarder), page, "safeguarding"))
    sign(at_desk(other), page, "safeguarding")
    assert again(page).live
    assert again(page).summary == "Changed while it waited."
    assert page.editions.get().sign_offs_missing == []


def test_whoever_edits_while_signing_off_is_told_that_the_review_begins_again(reviewed, pharmacist, at_desk):
    page = reviewed("pharmacist")
    answer = sign_in_editor(
        at_desk(pharmacist), page, form("pharmacist", summary="Changed by the pharmacist.")
    )
    assert "Not signed off. You edited it last, so the clinical review begins again." in said(answer)
    assert waits_for(page) == "ClinicalReviewTask"
    assert not SignOff.objects.exists()
    assert not again(page).live


def test_a_specialist_asks_for_changes_and_the_review_comes_first_again(
    reviewed, pharmacist, educator, reviewer, at_desk
):
    page = reviewed("pharmacist")
    act(at_desk(pharmacist), page, "reject", comment="Say the dose.")
    assert again(page).current_workflow_state.status == "needs_changes"
    at_desk(educator).save(page, form("pharmacist", summary="With the dose."), "submit")
    assert waits_for(page) == "ClinicalReviewTask"
    act(at_desk(reviewer), page, "approve")
    sign(at_desk(pharmacist), page)
    assert again(page).live


def test_changes_withdrawn_without_an_edit_need_no_second_review(reviewed, pharmacist, educator, at_desk):
    page = reviewed("pharmacist")
    act(at_desk(pharmacist), page, "reject", comment="Is it 5 mg?")
    state = again(page).current_workflow_state
    state.resume(user=educator)
    assert waits_for(page) == "SpecialistSignOffTask"
    sign(at_desk(pharmacist), page)
    assert again(page).live


def test_the_same_draft_is_not_signed_off_twice(
    reviewed, pharmacist, educator, reviewer, safeguarder, at_desk
):
    """Cancelled and submitted again unchanged, it only waits for what was not given."""
    page = reviewed("pharmacist", "safeguarding")
    sign(at_desk(pharmacist), page)
    again(page).current_workflow_state.cancel(user=educator)
    page.get_workflow().start(again(page), educator)
    act(at_desk(reviewer), page, "approve")
    sign(at_desk(safeguarder), page, "safeguarding")
    assert again(page).live


def test_the_kinds_are_those_of_the_draft_not_of_what_is_live(
    reviewed, educator, reviewer, pharmacist, at_desk
):
    page = reviewed()
    assert again(page).live
    sent = form("pharmacist", summary="Now about doses.", change_note="Doses.")
    at_desk(educator).save(page, sent, "submit")
    act(at_desk(reviewer), page, "approve")
    assert page.editions.count() == 1
    sign(at_desk(pharmacist), page)
    assert page.editions.count() == 2


def test_a_draft_that_was_signed_off_is_not_deleted(reviewed, pharmacist, at_desk):
    page = reviewed("pharmacist", "safeguarding")
    sign(at_desk(pharmacist), page)
    answer = at_desk(PersonFactory(administrator=True)).post("wagtailadmin_pages:delete", page.pk)
    assert "specialists have signed off these drafts: “Before you hand over”" in said(answer)
    assert ModulePage.objects.filter(pk=page.pk).exists()


def test_the_task_says_what_it_is():
    assert SpecialistSignOffTask.get_description().endswith(".")
    assert SpecialistSignOffTask.objects.get().name == "Sign-offs"
