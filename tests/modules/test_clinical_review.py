"""Nothing reaches learners through the workflow that another clinician has not approved."""

import json

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.models import TaskState, Workflow

from modules.groups import REVIEWERS
from modules.models import CataloguePage, ClinicalReviewTask, ModulePage, SpecialistSignOffTask
from tests.factories import ModuleFactory, PersonFactory
from tests.factories.modules import section
from tests.modules.desk import said
from tests.modules.forms import module_form, untouched_form

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(educator):
    return ModuleFactory(
        draft=True, editor=educator, title="Before you hand over", slug="before-you-hand-over"
    )


@pytest.fixture
def in_review(draft, educator, at_desk):
    at_desk(educator).save(draft, module_form(), "submit")
    return ModulePage.objects.get(pk=draft.pk)


def state_of(page):
    return TaskState.objects.filter(workflow_state__object_id=str(page.pk)).last()


def approve(desk, page, state=None):
    """The button on the reviewer's dashboard."""
    state = state or state_of(page)
    return desk.post("wagtailadmin_pages:workflow_action", page.pk, "approve", state.pk)


def approve_in_editor(desk, page, form, comment=""):
    """The button in the editor, which saves the form, too."""
    extra = {
        "workflow-action-name": "approve",
        "workflow-action-extra-data": json.dumps({"comment": comment}),
    }
    return desk.save(page, form, "workflow-action", **extra)


def again(page):
    return ModulePage.objects.get(pk=page.pk)


def is_live(page):
    return again(page).live


def newest_draft(page):
    return again(page).get_latest_revision_as_object()


def test_the_only_workflow_is_the_clinical_review_and_then_the_sign_offs():
    workflow = Workflow.objects.get()
    assert [task.specific for task in workflow.tasks] == [
        ClinicalReviewTask.objects.get(),
        SpecialistSignOffTask.objects.get(),
    ]
    assert CataloguePage.objects.get().get_workflow() == workflow
    assert not Group.objects.filter(name__in=["Moderators", "Editors"]).exists()


def test_an_educator_submits_and_cannot_publish(in_review, educator, at_desk):
    assert in_review.current_workflow_task == ClinicalReviewTask.objects.get()
    at_desk(educator).save(in_review, module_form(), "publish")
    assert not is_live(in_review)


def test_an_educator_cannot_publish_a_draft_that_nobody_reviewed(draft, educator, at_desk):
    at_desk(educator).save(draft, module_form(), "publish")
    at_desk(educator).client.post(
        f"/cms/bulk/wagtailcore/page/publish/?id={draft.pk}", {"include_descendants": ""}
    )
    assert not is_live(draft)


def test_a_reviewer_finds_the_task_and_approves(in_review, reviewer, educator, at_desk):
    desk = at_desk(reviewer)
    assert "Before you hand over" in desk.get("wagtailadmin_home").content.decode()
    approve(desk, in_review)
    edition = in_review.editions.get()
    assert is_live(in_review)
    assert edition.reviewed_by == edition.published_by == reviewer
    assert edition.revision.user == educator


def test_a_reviewer_approves_from_the_editor(in_review, reviewer, at_desk):
    approve_in_editor(at_desk(reviewer), in_review, untouched_form(in_review), comment="Clear.")
    assert is_live(in_review)
    assert in_review.editions.get().reviewed_by == reviewer


def test_approving_what_was_written_elsewhere_is_no_edit_of_it(draft, educator, reviewer, at_desk):
    """The editor puts keys on paragraphs that came without, and sends numbers as text."""
    row = {"what": "Allergy", "status": "", "date": "2019", "author_role": "GP", "source": "A surgery"}
    shown = {"title": "Record", "person": "Win", "nhs_number": "999 101 2001", "age": 82, "note": ""}
    rows = [{"type": "item", "id": "row", "value": row}]
    excerpt = {"type": "record_excerpt", "id": "excerpt", "value": shown | {"rows": rows}}
    draft.sections = [section("Where to look", excerpt)]
    draft.save_revision(user=educator)
    draft.get_workflow().start(draft, educator)

    assert "data-block-key" not in draft.get_latest_revision().content["sections"]
    approve_in_editor(at_desk(reviewer), draft, untouched_form(draft))
    assert draft.editions.get().reviewed_by == reviewer


def test_a_reviewer_asks_for_changes_and_the_educator_submits_again(in_review, reviewer, educator, at_desk):
    state = state_of(in_review)
    at_desk(reviewer).post(
        "wagtailadmin_pages:workflow_action", in_review.pk, "reject", state.pk, comment="Say where to look."
    )
    assert in_review.current_workflow_state.status == "needs_changes"
    at_desk(educator).save(in_review, module_form(summary="Where to look."), "submit")
    approve(at_desk(reviewer), in_review)
    assert is_live(in_review)


@pytest.mark.parametrize("superuser", [False, True])
def test_the_last_editor_approves_by_no_route(draft, at_desk, superuser):
    author = PersonFactory(first_name="Both", groups=["Educators", REVIEWERS], is_superuser=superuser)
    desk = at_desk(author)
    desk.save(draft, module_form(), "submit")
    state = state_of(draft)
    assert state.status == "in_progress"

    assert "permission" in said(approve(desk, draft))
    modal = desk.client.post(
        reverse("wagtailadmin_pages:collect_workflow_action_data", args=[draft.pk, "approve", state.pk]),
        {"comment": ""},
        headers={"x-requested-with": "XMLHttpRequest"},
    )
    assert modal.status_code == 403
    assert "Not approved. You edited it last" in said(approve_in_editor(desk, draft, module_form()))
    assert "Not approved. You edited it last" in said(
        approve_in_editor(desk, draft, untouched_form(again(draft)), "!")
    )

    assert not is_live(draft)
    assert TaskState.objects.filter(status="approved").count() == 0


def test_a_superuser_who_is_no_reviewer_is_offered_no_approval(in_review, at_desk):
    desk = at_desk(PersonFactory(administrator=True))
    assert "permission" in said(approve(desk, in_review))
    assert not is_live(in_review)


def test_a_reviewer_who_edits_while_approving_is_told_that_another_must(in_review, reviewer, at_desk):
    answer = approve_in_editor(at_desk(reviewer), in_review, module_form(summary="Changed by the reviewer."))
    assert "Not approved. You edited it last" in said(answer)
    assert not is_live(in_review)
    assert newest_draft(in_review).summary == "Changed by the reviewer."


def test_an_edit_during_review_voids_the_approval_of_what_went_before(in_review, reviewer, at_desk):
    second, first_state = PersonFactory(first_name="Ray", groups=[REVIEWERS]), state_of(in_review)
    at_desk(second).save(in_review, module_form(summary="Changed in review."))
    approve(at_desk(reviewer), in_review, first_state)
    assert not is_live(in_review)
    approve(at_desk(reviewer), in_review)
    assert is_live(in_review)
    assert ModulePage.objects.get(pk=in_review.pk).summary == "Changed in review."


def test_what_is_under_review_is_never_written_over(in_review, reviewer, at_desk):
    both = PersonFactory(first_name="Both", groups=["Educators", REVIEWERS])
    at_desk(both).save(in_review, module_form(summary="Mine."))
    mine = again(in_review).get_latest_revision()
    approve(at_desk(reviewer), in_review)  # voided by that edit: the review begins again, with `mine`
    assert state_of(in_review).revision == mine

    at_desk(both).save(in_review, module_form(summary="Mine again."), overwrite_revision_id=mine.pk)
    mine.refresh_from_db()
    assert mine.content["summary"] == "Mine."
    assert newest_draft(in_review).summary == "Mine again."


def test_autosave_writes_over_a_draft_that_nobody_was_shown(draft, educator, at_desk):
    at_desk(educator).save(draft, module_form(summary="First."))
    mine = again(draft).get_latest_revision()
    at_desk(educator).save(draft, module_form(summary="Second."), overwrite_revision_id=mine.pk)
    mine.refresh_from_db()
    assert mine.content["summary"] == "Second."


def test_what_has_become_incomplete_in_review_cannot_be_approved(in_review, reviewer, at_desk):
    second = PersonFactory(first_name="Ray", groups=[REVIEWERS])
    at_desk(second).save(in_review, module_form(summary=""))
    assert "permission" in said(approve(at_desk(reviewer), in_review))
    assert not is_live(in_review)


def test_an_administrator_may_publish_and_the_edition_says_that_nobody_reviewed_it(
    draft, administrator, at_desk
):
    desk = at_desk(administrator)
    desk.save(draft, module_form(), "publish")
    edition = draft.editions.get()
    assert edition.reviewed_by is None
    assert edition.published_by == administrator
    html = desk.get("wagtailadmin_pages:edit", draft.pk).content.decode()
    assert "Nobody: published without clinical review" in html


def test_the_catalogue_page_goes_through_the_review_too(catalogue, educator, reviewer, at_desk):
    form = {"title": "Modules", "slug": "modules", "introduction": "null", "comments-TOTAL_FORMS": "0"}
    form |= {"comments-INITIAL_FORMS": "0", "comments-MIN_NUM_FORMS": "0", "comments-MAX_NUM_FORMS": "1000"}
    at_desk(educator).save(catalogue, form | {"title": "All modules"}, "submit")
    approve(at_desk(reviewer), catalogue)
    catalogue.refresh_from_db()
    assert catalogue.title == "All modules"
