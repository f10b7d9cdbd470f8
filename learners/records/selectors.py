"""Reading what people have completed."""

from django.db.models import QuerySet

from learners.organisations.scope import Scope
from learners.records.models import Completion


def own_completions(scope: Scope) -> QuerySet[Completion]:
    """The completions of the person whose scope this is, newest first."""
    return Completion.objects.of(scope.person)
