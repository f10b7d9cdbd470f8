"""What waits for somebody who works in the CMS."""

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from wagtail.models import TaskState

from learners.organisations.scope import Scope
from modules.models import ModulePage, SpecialistSignOffTask

LONGEST_LIST = 5


def own_drafts(scope: Scope) -> QuerySet[ModulePage]:
    """The modules that this person edited last and that are not published as they stand."""
    return (
        ModulePage.objects.filter(has_unpublished_changes=True, latest_revision__user=scope.person)
        .order_by("-latest_revision_created_at")
        .select_related("latest_revision")[:LONGEST_LIST]
    )


@dataclass(frozen=True, slots=True)
class Waiting:
    """Pages that wait for somebody, those that have waited longest first."""

    reviews: list[Any]
    sign_offs: list[Any]


def waiting_for(scope: Scope) -> Waiting:
    """The pages that wait for this person's clinical review, and those that wait for their sign-off."""
    states = TaskState.objects.reviewable_by(scope.person).select_related(
        "workflow_state", "task__content_type"
    )
    waiting = Waiting(reviews=[], sign_offs=[])
    for state in states.order_by("started_at"):
        is_sign_off = state.task.content_type.model_class() is SpecialistSignOffTask
        pages = waiting.sign_offs if is_sign_off else waiting.reviews
        if len(pages) < LONGEST_LIST:
            pages.append(state.workflow_state.content_object)
    return waiting
