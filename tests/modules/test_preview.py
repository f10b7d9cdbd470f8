"""Authors and reviewers see a module as learners will, and with its answers."""

import pytest
from django.urls import reverse

from tests.factories import ModuleFactory
from tests.modules.forms import draft_form, module_form, untouched_form

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(educator):
    return ModuleFactory(draft=True, editor=educator, title="Before you hand over")


def preview(desk, draft, mode, form=None):
    """What the panel beside the editor shows of what stands in the form."""
    url = reverse("wagtailadmin_pages:preview_on_edit", args=[draft.pk])
    assert desk.client.post(url, form or untouched_form(draft)).json()["is_valid"]
    answer = desk.client.get(url, {"mode": mode})
    assert answer.status_code == 200
    return answer.content.decode()


def test_as_a_learner_every_section_and_question_shows_without_answers(educator, at_desk, draft):
    html = preview(at_desk(educator), draft, "learner")
    assert "Before you hand over" in html
    assert "About Where to look." in html
    assert "Which row tells you how to speak with Win?" in html
    assert "About right." not in html
    assert "Because it is." not in html


def test_with_answers_shown_each_option_has_its_feedback_and_the_question_its_reason(
    educator, at_desk, draft
):
    html = preview(at_desk(educator), draft, "answers")
    assert "Right. About right." in html
    assert "Wrong. About wrong." in html
    assert "Because it is." in html


def test_it_shows_what_is_being_typed(educator, at_desk, draft):
    assert "Typed just now" in preview(at_desk(educator), draft, "learner", module_form("Typed just now"))


@pytest.mark.parametrize("mode", ["learner", "answers"])
def test_an_empty_draft_has_a_preview(educator, at_desk, draft, mode):
    assert "No section is written yet." in preview(at_desk(educator), draft, mode, draft_form("Empty"))


def test_the_reviewer_previews_what_is_under_review(educator, reviewer, at_desk, draft):
    at_desk(educator).save(draft, module_form(), "submit")
    task = draft.current_workflow_task
    html = at_desk(reviewer).get("wagtailadmin_pages:workflow_preview", draft.pk, task.pk).content.decode()
    assert "As a learner reads it" in html
