"""The reports of one organisation."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from learners.dashboards.selectors import Place
from learners.dashboards.wanted import Wanted
from learners.organisations.models import Organisation
from learners.organisations.scope import Scope
from learners.reports.actions import name_competences, schedule_report
from learners.reports.forms import CompetencesForm, FileForm, PackForm, ScheduleForm
from learners.reports.selectors import competences_of, left_out, modules_to_name, running_schedules
from learners.reports.serving import serve


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def reports(request: HttpRequest, organisation: UUID) -> HttpResponse:
    """What can be taken away, and the form that sends it regularly."""
    scope = Scope.of(request.user)
    found = get_object_or_404(scope.organisations(), uuid=organisation)
    if request.method != "POST":
        return _page(request, scope, found)
    form = ScheduleForm(request.POST, scope=scope, organisation=found, auto_id="regularly_%s")
    if not form.is_valid():
        return _page(request, scope, found, schedule_form=form)
    schedule_report(of=found, by=request.user, **form.asked())
    messages.success(request, "You will be sent a link.")
    return redirect("reports:organisation", organisation)


def _page(request: HttpRequest, scope: Scope, found: Organisation, **bound: Any) -> HttpResponse:
    """The page with its forms, of which one may be filled in wrongly."""
    context = {
        "organisation": found,
        "file_form": FileForm(scope=scope, organisation=found, auto_id="file_%s"),
        "pack_form": PackForm(organisation=found, auto_id="pack_%s") if scope.administers(found) else None,
        "schedule_form": ScheduleForm(scope=scope, organisation=found, auto_id="regularly_%s"),
        "schedules": running_schedules(scope, found),
        "form": next(iter(bound.values()), None),
        **bound,
    }
    if scope.administers(found):
        context["competences"] = competences_of(found)
        context["left_out"] = left_out(Place(scope, found, scope.on), Wanted())
    return render(request, "learners/reports/organisation.html", context)


@require_safe
@login_required
def file(request: HttpRequest, organisation: UUID) -> HttpResponseBase:
    """A report as a file; the page with the form, where it was filled in wrongly."""
    scope = Scope.of(request.user)
    found = get_object_or_404(scope.organisations(), uuid=organisation)
    form = FileForm(request.GET, scope=scope, organisation=found, auto_id="file_%s")
    if form.is_valid():
        return serve(request, found, form.order())
    return _page(request, scope, found, file_form=form)


@require_safe
@login_required
def pack(request: HttpRequest, organisation: UUID) -> HttpResponseBase:
    """The evidence pack."""
    scope = Scope.of(request.user)
    found = get_object_or_404(scope.administered(), uuid=organisation)
    form = PackForm(request.GET, organisation=found, auto_id="pack_%s")
    if form.is_valid():
        return serve(request, found, form.order())
    return _page(request, scope, found, pack_form=form)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def competences(request: HttpRequest, organisation: UUID) -> HttpResponse:
    """Say what the staff record calls the modules."""
    found = get_object_or_404(Scope.of(request.user).administered(), uuid=organisation)
    named, modules = competences_of(found), modules_to_name(found)
    known = {f"name_{module.pk}": named[module.translation_key].name
             for module in modules if module.translation_key in named}  # fmt: skip
    vpd = next((each.vpd for each in named.values()), "")
    form = CompetencesForm(request.POST or None, modules=modules, initial={"vpd": vpd, **known})
    if request.method == "POST" and form.is_valid():
        vpd = form.cleaned_data["vpd"]
        name_competences(organisation=found, vpd=vpd, names=form.names(), by=request.user)
        messages.success(request, "The names are kept.")
        return redirect("reports:organisation", organisation)
    return render(request, "learners/reports/competences.html", {"organisation": found, "form": form})
