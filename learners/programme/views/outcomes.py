"""The figures of an objective: typed, from a file, and beside what was learned."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from learners.dashboards.publishing import publish
from learners.programme.actions.outcomes import Moved, keep_measure, set_value, take_file
from learners.programme.forms.outcomes import MeasureForm, SeriesForm, ValueForm
from learners.programme.models import OutcomeMeasure
from learners.programme.selectors.outcomes import beside, measures_of, rewritten, values_of
from learners.programme.selectors.roadmap import objectives_of
from learners.programme.series import Change, fingerprint, moving, plain, plan, written
from learners.programme.views.places import Place
from learners.programme.views.roadmap import WRITING, led
from learners.spreadsheets import csv_lines


@require_http_methods(WRITING)
@login_required
def add_measure(request: HttpRequest, network: str, objective: UUID) -> HttpResponse:
    """Say what is counted for an objective."""
    place, owner = led(request, network)
    found = get_object_or_404(objectives_of(owner), uuid=objective)
    form = MeasureForm(request.POST or None, objective=found, network=owner)
    if form.is_valid():
        kept = keep_measure(form=form, by=request.user)
        return redirect("roadmap:measure", network, kept.uuid)
    up = reverse("roadmap:objective", args=[network, objective])
    return _form(request, place, form, found.statement, up)


@require_http_methods(WRITING)
@login_required
def write_measure(request: HttpRequest, network: str, measure: UUID) -> HttpResponse:
    """Put better what is counted."""
    place, owner = led(request, network)
    found = get_object_or_404(measures_of(owner), uuid=measure)
    form = MeasureForm(request.POST or None, instance=found, objective=found.objective, network=owner)
    if form.is_valid():
        keep_measure(form=form, by=request.user)
        messages.success(request, "Kept.")
        return redirect("roadmap:measure", network, measure)
    up = reverse("roadmap:measure", args=[network, measure])
    return _form(request, place, form, found.objective.statement, up)


def _form(request: HttpRequest, place: Place, form: Any, caption: str, up: str) -> HttpResponse:
    context = {"place": place, "form": form, "heading": "What is counted", "caption": caption, "up": up}
    return render(request, "learners/programme/form.html", context)


@require_http_methods(WRITING)
@login_required
def measure(request: HttpRequest, network: str, measure: UUID) -> HttpResponse:
    """The figures month by month beside what was learned; takes the figure of one month."""
    place, owner = led(request, network)
    found = get_object_or_404(measures_of(owner), uuid=measure)
    form = ValueForm(request.POST or None)
    if form.is_valid():
        said = form.cleaned_data
        change = set_value(measure=found, month=said["month"], value=said["value"], by=request.user)
        messages.success(request, _in_words(change))
        return redirect("roadmap:measure", network, measure)
    publish(owner)
    context = {
        "place": place,
        "network": owner,
        "measure": found,
        "form": form,
        "beside": beside(found, owner),
        "rewritten": rewritten(found),
    }
    return render(request, "learners/programme/outcome.html", context)


def _in_words(change: Change) -> str:
    """What became of a month."""
    month = f"{change.month:%B %Y}"
    if change.before == change.after:
        return f"{month} stays as it was."
    if change.after is None:
        return f"{month} is a gap."
    was = "" if change.before is None else f" It was {plain(change.before)}."
    return f"{month} is {plain(change.after)}.{was}"


@require_safe
@login_required
def as_csv(request: HttpRequest, network: str, measure: UUID) -> StreamingHttpResponse:
    """The figures as a file, in the form in which files are taken."""
    _, owner = led(request, network)
    found = get_object_or_404(measures_of(owner), uuid=measure)
    return StreamingHttpResponse(
        csv_lines(["month", "value"], written(values_of(found))),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{network}-outcome-{found.pk}.csv"'},
    )


@require_http_methods(WRITING)
@login_required
def bring_in(request: HttpRequest, network: str, measure: UUID) -> HttpResponse:
    """Figures from a file: first what it would change, then changed."""
    place, owner = led(request, network)
    found = get_object_or_404(measures_of(owner), uuid=measure)
    form = SeriesForm.of(request.POST, request.FILES) if request.method == "POST" else SeriesForm()
    changes = None
    if form.is_valid():
        if "keep" in request.POST and _taken(request, found, form):
            return redirect("roadmap:measure", network, measure)
        changes = plan(form.lines, values_of(found))
    context = {
        "place": place,
        "network": owner,
        "measure": found,
        "form": form,
        "changes": changes,
        "moving": moving(changes or ()),
        "shown": fingerprint(changes) if changes is not None else "",
    }
    return render(request, "learners/programme/outcome_file.html", context)


def _taken(request: HttpRequest, found: OutcomeMeasure, form: SeriesForm) -> bool:
    """Whether the lines were taken as they were shown."""
    try:
        taken = take_file(measure=found, lines=form.lines, shown=form.cleaned_data["shown"], by=request.user)
    except Moved:
        form.add_error("text", "Something changed since you looked. Look again at what would happen")
        return False
    months = "1 month" if len(taken) == 1 else f"{len(taken)} months"
    messages.success(request, f"{months} changed." if taken else "Nothing changed.")
    return True
