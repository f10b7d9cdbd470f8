"""What waits for somebody who works in the CMS."""

from typing import Any

from django.db.models import QuerySet
from wagtail.models import TaskState

from learners.organisations.scope import Scope
from modules.models import ModulePage

LONGEST_LIST = 5


def own_drafts(scope: Scope) -> QuerySet[ModulePage]:
    """The modules that this person edited last and that are not published as they stand."""
    return (
        ModulePage.objects.filter(has_unpublished_changes=True, latest_revision__user=scope.person)
        .order_by("-latest_revision_created_at")
        .select_related("latest_revision")[:LONGEST_LIST]
    )


def waiting_reviews(scope: Scope) -> list[Any]:
    """The modules that wait for this person's approval."""
    states = TaskState.objects.reviewable_by(scope.person).select_related("workflow_state", "revision")
    return [state.workflow_state.content_object for state in states.order_by("started_at")[:LONGEST_LIST]]
