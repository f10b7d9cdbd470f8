"""The end of what has no check: sections that changed, while no question did."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from learners.attempts import completing
from learners.attempts.models import Attempt
from learners.attempts.player import may_confirm, place
from learners.attempts.selectors import progress_of
from learners.attempts.views.access import address_of, own_attempt, session_of


@require_http_methods(["GET", "POST"])
@own_attempt
def confirm(request: HttpRequest, attempt: Attempt) -> HttpResponse:
    """Ask whether what changed was understood; POST says so, which ends the attempt."""
    if request.method == "POST":
        completing.confirm(attempt=attempt, session_id=session_of(request))
        return redirect("attempts:result", attempt_id=attempt.pk)
    outline, progress = attempt.outline, progress_of(attempt)
    if not may_confirm(outline, progress):
        return redirect(address_of(attempt, place(outline, progress)))
    return render(request, "learners/attempts/confirm.html", {"attempt": attempt, "outline": outline})
