"""A learner's own record."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from learners.organisations.scope import Scope
from learners.records.selectors import own_completions


@require_GET
@login_required
def completion(request: HttpRequest, completion_id: UUID) -> HttpResponse:
    """One completion, as a page to show or print. Only its owner sees it."""
    found = get_object_or_404(own_completions(Scope.of(request.user)), uuid=completion_id)
    return render(request, "learners/records/completion.html", {"completion": found})
