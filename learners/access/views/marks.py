"""Telling what was done: look, confirm, and take back what was wrong."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from learners.access import actions
from learners.access.deciding import Mark
from learners.access.forms import MarkForm, UsesForm
from learners.access.selectors import accounts_in, preview
from learners.access.views.desk import administered, looked_for


@require_POST
@login_required
def look(request: HttpRequest, organisation: UUID) -> HttpResponse:
    """What a mark would do. Nothing is written."""
    found = administered(request, organisation)
    form, (queue, words) = MarkForm(request.POST), looked_for(request.POST)
    back = reverse("access:queue", args=[organisation], query={"queue": queue, "q": words})
    if not form.is_valid():
        messages.error(request, "Choose at least one person from the list.")
        return redirect(back)
    chosen = form.cleaned_data["accounts"]
    if form.cleaned_data["everybody"]:
        chosen = list(accounts_in(found, queue, words).values_list("uuid", flat=True))
    seen = preview(found, chosen, Mark(form.cleaned_data["mark"]))
    unready = [] if seen.mark is Mark.WITHDRAW else [row for row in seen.fitting if not row.meets]
    context = {"organisation": found, "preview": seen, "unready": unready, "back": back}
    return render(request, "learners/access/preview.html", context)


@require_POST
@login_required
def confirm(request: HttpRequest, organisation: UUID) -> HttpResponse:
    """Write it down."""
    found = administered(request, organisation)
    form = MarkForm(request.POST)
    if not form.is_valid():
        messages.error(request, "Choose at least one person from the list.")
        return redirect("access:queue", organisation)
    mark = Mark(form.cleaned_data["mark"])
    chosen = form.cleaned_data["accounts"]
    _, number = actions.mark(organisation=found, accounts=chosen, mark=mark, by=request.user)
    if number:
        accounts = "1 account is" if number == 1 else f"{number:,} accounts are"
        messages.success(request, f"{accounts} marked as {mark.done}.")
    else:
        messages.info(request, "Nothing was changed: somebody had marked these accounts already.")
    return redirect("access:history", organisation)


@require_POST
@login_required
def undo(request: HttpRequest, organisation: UUID, batch: UUID) -> HttpResponse:
    """Write down that it was a mistake."""
    found = administered(request, organisation)
    undone, left = actions.undo(organisation=found, batch=batch, by=request.user)
    if undone:
        accounts = "1 account is" if undone == 1 else f"{undone:,} accounts are"
        messages.success(request, f"{accounts} as before.")
    if left or not undone:
        messages.info(request, "What was told later of an account stays as it is.")
    return redirect("access:history", organisation)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def uses(request: HttpRequest, organisation: UUID) -> HttpResponse:
    """When people used their accounts last."""
    found = administered(request, organisation)
    given = (request.POST, request.FILES) if request.method == "POST" else ()
    form = UsesForm(*given, organisation=found)
    if form.is_valid():
        number = actions.note_uses(organisation=found, uses=form.uses, by=request.user)
        messages.success(request, f"Noted for {number:,} {'account' if number == 1 else 'accounts'}.")
        return redirect("access:queue", organisation)
    return render(request, "learners/access/uses.html", {"organisation": found, "form": form})
