"""The poster of a join code, on the screen and as PDF."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from learners.joining.models import JoinCode, State
from learners.joining.poster import poster_of, poster_pdf
from learners.joining.views.keeping import code_at
from learners.organisations.scope import Scope


def _works(request: HttpRequest, code: JoinCode) -> bool:
    """Whether it is worth paper."""
    return code.state(on=Scope.of(request.user).on) == State.IN_FORCE


@require_safe
@login_required
def poster(request: HttpRequest, organisation: UUID, join_code: UUID) -> HttpResponse:
    """One page to print. A code that does not work has none: its own page says why."""
    code = code_at(request, organisation, join_code)
    if not _works(request, code):
        return redirect("joining:code", organisation, join_code)
    return render(request, "learners/joining/codes/poster.html", {"code": code, "poster": poster_of(code)})


@require_safe
@login_required
def as_pdf(request: HttpRequest, organisation: UUID, join_code: UUID) -> HttpResponse:
    """The same as PDF."""
    code = code_at(request, organisation, join_code)
    if not _works(request, code):
        return redirect("joining:code", organisation, join_code)
    headers = {"Content-Disposition": f'attachment; filename="join-code-{code.shown}.pdf"'}
    return HttpResponse(poster_pdf(code), content_type="application/pdf", headers=headers)
