"""What can be seen where: read by managers and leads, kept by an organisation's administrators."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from learners.organisations.models import Organisation
from learners.organisations.scope import Scope
from learners.sharing.actions.visibility import CannotDo, check_line, end_line, keep_line
from learners.sharing.forms.matrix import LineForm
from learners.sharing.models import Visibility
from learners.sharing.selectors.matrix import kept_lines, lines_of, matrix_of, network_rows


def kept_organisation(request: HttpRequest, key: UUID) -> Organisation:
    """An organisation that this person administers; 404 for everybody else."""
    return get_object_or_404(Scope.of(request.user).administered(), uuid=key)


@require_safe
@login_required
def organisation(request: HttpRequest, organisation: UUID) -> HttpResponse:
    """What each role sees, and the lines that it comes from."""
    scope, today = Scope.of(request.user), timezone.localdate()
    found = get_object_or_404(scope.organisations(), uuid=organisation)
    lines = kept_lines(found, today)
    context = {
        "organisation": found,
        "rows": matrix_of(found, today),
        "lines": lines,
        "not_agreed": sum(1 for each in lines if not each.is_agreed),
        "stale": sum(1 for each in lines if each.is_stale),
        "today": today,
        "may_write": scope.administers(found),
    }
    return render(request, "learners/sharing/matrix.html", context)


@require_safe
@login_required
def network(request: HttpRequest, network: str) -> HttpResponse:
    """Which organisations of a network see what."""
    scope, today = Scope.of(request.user), timezone.localdate()
    found = get_object_or_404(scope.networks(), slug=network)
    context = {"network": found, "rows": network_rows(scope, found, today), "today": today}
    return render(request, "learners/sharing/matrix_of_network.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def line(request: HttpRequest, organisation: UUID, visibility: int | None = None) -> HttpResponse:
    """Write a line down, or put it better."""
    found = kept_organisation(request, organisation)
    row = get_object_or_404(lines_of(found), pk=visibility) if visibility else Visibility(organisation=found)
    has_begun = bool(visibility) and row.starts_on <= timezone.localdate()  # as it is, not as it is sent
    form = LineForm(request.POST or None, instance=row)
    if form.is_valid() and _was_kept(form, request.user):
        messages.success(request, f"Saved: {form.instance.information}.")
        return redirect("matrix:organisation", organisation)
    context = {
        "organisation": found,
        "form": form,
        "line": row if visibility else None,
        "has_begun": has_begun,
    }
    return render(request, "learners/sharing/matrix_line.html", context)


def _was_kept(form: LineForm, by: Any) -> bool:
    try:
        keep_line(line=form.instance, by=by)
    except CannotDo as reason:
        form.add_error(None, str(reason))
        return False
    return True


@require_POST
@login_required
def end(request: HttpRequest, organisation: UUID, visibility: int) -> HttpResponse:
    """Today is a line's last day; one that has not begun goes."""
    today = timezone.localdate()
    row = get_object_or_404(lines_of(kept_organisation(request, organisation)), pk=visibility)
    end_line(line=row, on=today, by=request.user)
    what = "Today is the last day" if row.starts_on <= today else "Taken out"
    messages.success(request, f"{what}: {row.information}.")
    return redirect("matrix:organisation", organisation)


@require_POST
@login_required
def checked(request: HttpRequest, organisation: UUID, visibility: int) -> HttpResponse:
    """Somebody looked today, and it is so."""
    row = get_object_or_404(lines_of(kept_organisation(request, organisation)), pk=visibility)
    check_line(line=row, on=timezone.localdate(), by=request.user)
    messages.success(request, f"Checked today: {row.information}.")
    return redirect("matrix:organisation", organisation)
