"""Views that somebody keeps, and what an organisation aims at."""

from typing import Any, cast
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from learners.dashboards.actions import drop_view, keep_view, rename_view, set_thresholds
from learners.dashboards.forms import SavedViewForm, ThresholdsForm
from learners.dashboards.models import SavedView, Thresholds
from learners.dashboards.selectors import aims_of, views_of
from learners.dashboards.views.people import list_of, look
from learners.organisations.scope import Scope


@require_POST
@login_required
def keep(request: HttpRequest, organisation: UUID) -> HttpResponse:
    """Keep the filters in the address under a name. Without one, the list says so, and nothing is lost."""
    place, form, is_fresh = look(request, organisation)
    view = SavedView(person=cast(Any, request.user), organisation=place.organisation)
    keeping = SavedViewForm(request.POST, instance=view)
    if not (form.is_valid() and keeping.is_valid()):
        return list_of(request, place, form, is_fresh, keeping)
    name = keeping.cleaned_data["name"]
    keep_view(organisation=place.organisation, name=name, query=form.query, by=request.user)
    messages.success(request, f"“{name}” is kept.")
    return redirect(reverse("dashboards:people", args=[organisation], query=request.GET))


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def view(request: HttpRequest, organisation: UUID, view: UUID) -> HttpResponse:
    """Give a view another name, or forget it."""
    scope = Scope.of(request.user)
    here = get_object_or_404(scope.organisations(), uuid=organisation)
    found = get_object_or_404(views_of(request.user, here).select_related("person"), uuid=view)
    before, form = found.name, SavedViewForm(request.POST or None, instance=found)
    if request.method == "POST" and "drop" in request.POST:
        drop_view(view=found)
        messages.success(request, f"“{before}” is deleted.")
        return redirect("dashboards:people", organisation)
    if request.method == "POST" and form.is_valid():
        rename_view(view=found, name=form.cleaned_data["name"])
        return redirect("dashboards:people", organisation)
    context = {"organisation": here, "name": before, "form": form}
    return render(request, "learners/dashboards/view.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def thresholds(request: HttpRequest, organisation: UUID) -> HttpResponse:
    """Say from how many per cent on figures are called nearly there, and on track."""
    here = get_object_or_404(Scope.of(request.user).administered(), uuid=organisation)
    aims = aims_of(here)
    row = Thresholds(organisation=here, nearly=aims.nearly, on_track=aims.on_track)
    form = ThresholdsForm(request.POST or None, instance=row)
    if request.method == "POST" and form.is_valid():
        set_thresholds(organisation=here, by=request.user, **form.cleaned_data)
        messages.success(request, "Saved.")
        return redirect("dashboards:organisation", organisation)
    return render(request, "learners/dashboards/thresholds.html", {"organisation": here, "form": form})
