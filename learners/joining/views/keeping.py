"""Where an administrator keeps join codes. Those of other organisations do not exist for them."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from learners.joining import actions
from learners.joining.code_form import JoinCodeForm
from learners.joining.models import JoinCode
from learners.joining.selectors import codes_of, joined_by, joined_membership, standings
from learners.organisations.models import Organisation
from learners.organisations.scope import Scope


def administered(request: HttpRequest, organisation: UUID) -> Organisation:
    """An organisation whose staff list this person keeps; 404 for everybody else."""
    return get_object_or_404(Scope.of(request.user).administered(), uuid=organisation)


def code_at(request: HttpRequest, organisation: UUID, join_code: UUID) -> JoinCode:
    """One of its codes."""
    return get_object_or_404(codes_of(administered(request, organisation)), uuid=join_code)


@require_safe
@login_required
def codes(request: HttpRequest, organisation: UUID) -> HttpResponse:
    """Every code of an organisation, those that work first."""
    found = administered(request, organisation)
    context = {"organisation": found, "standings": standings(codes_of(found), Scope.of(request.user))}
    return render(request, "learners/joining/codes/codes.html", context)


@require_http_methods(["GET", "POST"])
@login_required
def make(request: HttpRequest, organisation: UUID) -> HttpResponse:
    """Make a code."""
    found = administered(request, organisation)
    form = JoinCodeForm(request.POST if request.method == "POST" else None, organisation=found)
    if request.method == "POST" and form.is_valid():
        code = actions.make_code(organisation=found, by=request.user, **form.cleaned_data)
        return redirect("joining:code", organisation, code.uuid)
    return render(request, "learners/joining/codes/make.html", {"organisation": found, "form": form})


@require_safe
@login_required
def code(request: HttpRequest, organisation: UUID, join_code: UUID) -> HttpResponse:
    """One code: whether it works, and who came in by it."""
    found = code_at(request, organisation, join_code)
    scope = Scope.of(request.user)
    context = {
        "code": found,
        "state": found.state(on=scope.on),
        "joinings": joined_by(found),
        "today": scope.on,
    }
    return render(request, "learners/joining/codes/code.html", context)


@require_http_methods(["GET", "POST"])
@login_required
def revoke(request: HttpRequest, organisation: UUID, join_code: UUID) -> HttpResponse:
    """Stop a code, once that is confirmed."""
    found = code_at(request, organisation, join_code)
    if request.method == "POST":
        actions.revoke_code(code=found, by=request.user)
        messages.success(request, f"The code {found} is stopped. Nobody can join by it any more.")
    elif not found.revoked_at:
        return render(request, "learners/joining/codes/revoke.html", {"code": found})
    return redirect("joining:code", organisation, join_code)


@require_http_methods(["GET", "POST"])
@login_required
def end(request: HttpRequest, organisation: UUID, join_code: UUID, membership: UUID) -> HttpResponse:
    """End the membership of somebody who came in by this code, once that is confirmed."""
    found = code_at(request, organisation, join_code)
    hat = joined_membership(found, membership).first()
    if hat is None:
        raise Http404("Nobody came in so by this code.")
    is_over = bool(hat.ends_on and hat.ends_on <= Scope.of(request.user).on)
    if request.method == "POST":
        actions.end_membership(membership=hat, code=found, by=request.user)
        messages.success(request, f"Today is the last day of {hat.person} at {hat.organisation}.")
    elif not is_over:
        return render(request, "learners/joining/codes/end.html", {"code": found, "membership": hat})
    return redirect("joining:code", organisation, join_code)
