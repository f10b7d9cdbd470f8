"""Reading the views that somebody keeps."""

from typing import Any

from django.db.models import QuerySet

from learners.dashboards.models import SavedView
from learners.organisations.models import Organisation


def views_of(person: Any, organisation: Organisation) -> QuerySet[SavedView]:
    """Somebody's own views of one organisation, by name."""
    return SavedView.objects.filter(person=person, organisation=organisation)
