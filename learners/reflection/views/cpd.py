"""A learner's CPD record, for them alone."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from learners.organisations.scope import Scope
from learners.reflection import actions
from learners.reflection.activities import activity_of, record_of
from learners.reflection.cpd import HEADINGS, CPDRecord, rows
from learners.reflection.forms import ReflectionForm
from learners.reflection.portfolio import portfolio_pdf
from learners.reflection.selectors import completions_with_words
from learners.spreadsheets import csv_lines


@require_GET
@login_required
def cpd(request: HttpRequest) -> HttpResponse:
    """Everything that was done, with minutes and reflections; one year, where the address names it."""
    everything, year = _read(request)
    context = {"record": everything.of(year), "years": everything.years, "year": year}
    return render(request, "learners/reflection/cpd.html", context)


@require_http_methods(["GET", "POST"])
@login_required
def reflect(request: HttpRequest, completion_id: UUID) -> HttpResponse:
    """Write about one thing that was done."""
    completion = get_object_or_404(completions_with_words(Scope.of(request.user)), uuid=completion_id)
    activity = activity_of(completion)
    form = ReflectionForm(
        request.POST if request.method == "POST" else None,
        initial={"text": activity.reflection, "note": activity.note},
    )
    if request.method == "POST" and form.is_valid():
        actions.write_reflection(completion=completion, **form.cleaned_data)
        messages.success(request, "Kept. Only you can read it.")
        return redirect("reflection:cpd")
    return render(request, "learners/reflection/reflect.html", {"activity": activity, "form": form})


@require_GET
@login_required
def as_csv(request: HttpRequest) -> StreamingHttpResponse:
    """The record as a file for a spreadsheet."""
    everything, year = _read(request)
    return StreamingHttpResponse(
        csv_lines(HEADINGS, rows(everything.of(year).activities)),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="cpd-record.csv"'},
    )


@require_GET
@login_required
def as_pdf(request: HttpRequest) -> HttpResponse:
    """The record on paper."""
    everything, year = _read(request)
    return HttpResponse(
        portfolio_pdf(everything.of(year), name=str(request.user), year=year),
        content_type="application/pdf",
        headers={"Content-Disposition": 'attachment; filename="cpd-record.pdf"'},
    )


def _read(request: HttpRequest) -> tuple[CPDRecord, int | None]:
    """All of it, and the year that is asked for; a year that is none asks for everything."""
    year = request.GET.get("year", "")
    return record_of(Scope.of(request.user)), int(year) if year.isdecimal() and len(year) == 4 else None
