"""Starting a module, and carrying on with it."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from learners.attempts import actions
from learners.attempts.forms import HatForm
from learners.attempts.models import Attempt, Extent
from learners.attempts.player import place
from learners.attempts.selectors import module_to_start, open_attempt, progress_of
from learners.attempts.views.access import address_of, own_attempt, session_of
from learners.organisations.scope import Scope


@login_required
@require_http_methods(["GET", "POST"])
def start(request: HttpRequest, module_key: UUID) -> HttpResponse:
    """Start a module, after asking for which job where there are several; carry on where it is under way."""
    scope = Scope.of(request.user)
    attempt = open_attempt(scope, module_key)
    if attempt:
        return redirect("attempts:carry_on", attempt_id=attempt.pk)
    module = module_to_start(module_key)
    if module is None:
        raise Http404("There is no such module.")
    memberships = list(scope.own_memberships())
    extent = _extent(request.POST.get("extent"))
    was_asked = "asked" in request.POST or "organisation" in request.POST  # a module's own Start asks nothing
    form = HatForm(request.POST if was_asked else None, memberships=memberships)
    if request.method == "GET" or (len(form.organisations) > 1 and not form.is_valid()):
        return render(
            request, "learners/attempts/start.html", {"module": module, "form": form, "extent": extent}
        )
    hat = form.chosen if form.is_bound and form.is_valid() else next(iter(form.organisations.values()), None)
    attempt = actions.start(
        module=module, organisation=hat, by=request.user, session_id=session_of(request), extent=extent
    )
    return redirect("attempts:carry_on", attempt_id=attempt.pk)


def _extent(asked: str | None) -> Extent:
    return Extent(asked) if asked in Extent.values else Extent.WHOLE


@require_GET
@own_attempt
def carry_on(request: HttpRequest, attempt: Attempt) -> HttpResponse:
    """Go to where the learner is."""
    return redirect(address_of(attempt, place(attempt.outline, progress_of(attempt))))
