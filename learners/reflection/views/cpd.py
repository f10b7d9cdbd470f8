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
from learners.reflection.cpd import HEADINGS, METHOD, CPDRecord, rows
from learners.reflection.forms import ReflectionForm
from learners.reflection.models import Reflection
from learners.reflection.portfolio import portfolio_pdf
from learners.reflection.selectors import completions_with_words, reflection_on
from learners.spreadsheets import csv_lines

CHANGED = "You wrote something else meanwhile, in another tab or on another device. Look at both, then choose “Keep it”"


@require_GET
@login_required
def cpd(request: HttpRequest) -> HttpResponse:
    """Everything that was done, with minutes and reflections; one year, where the address names it."""
    everything, year = _read(request)
    context = {"record": everything.of(year), "years": everything.years, "year": year, "method": METHOD}
    return render(request, "learners/reflection/cpd.html", context)


@require_http_methods(["GET", "POST"])
@login_required
def reflect(request: HttpRequest, completion_id: UUID) -> HttpResponse:
    """Write about one thing that was done. What another tab kept meanwhile is shown, and not written over."""
    completion = get_object_or_404(completions_with_words(Scope.of(request.user)), uuid=completion_id)
    kept, elsewhere = reflection_on(completion), None
    form = ReflectionForm(request.POST if request.method == "POST" else None, initial=_initial(kept))
    if request.method == "POST" and form.is_valid():
        try:
            actions.write_reflection(completion=completion, **form.cleaned_data)
        except actions.ChangedMeanwhile:
            elsewhere = reflection_on(completion)
            form = _once_more(request, elsewhere)
        else:
            messages.success(request, "Kept. Only you can read it.")
            return redirect("reflection:cpd")
    context = {"activity": activity_of(completion), "form": form, "elsewhere": elsewhere}
    return render(request, "learners/reflection/reflect.html", context)


def _initial(kept: Reflection) -> dict[str, str]:
    return {"text": kept.text, "note": kept.note, "seen": kept.version}


def _once_more(request: HttpRequest, elsewhere: Reflection) -> ReflectionForm:
    """The form with what was typed, to be sent again by somebody who has seen what stands there now."""
    form = ReflectionForm({**request.POST.dict(), "seen": elsewhere.version})
    form.add_error("text", CHANGED)
    return form


@require_GET
@login_required
def as_csv(request: HttpRequest) -> StreamingHttpResponse:
    """The record as a file for a spreadsheet."""
    everything, year = _read(request)
    return StreamingHttpResponse(
        csv_lines(HEADINGS, rows(everything.of(year).activities)),
        content_type="text/csv; charset=utf-8",
        headers=_download("csv", year),
    )


@require_GET
@login_required
def as_pdf(request: HttpRequest) -> HttpResponse:
    """The record on paper."""
    everything, year = _read(request)
    return HttpResponse(
        portfolio_pdf(everything.of(year), name=str(request.user), year=year),
        content_type="application/pdf",
        headers=_download("pdf", year),
    )


def _read(request: HttpRequest) -> tuple[CPDRecord, int | None]:
    """All of it, and the year that is asked for; a year that is none asks for everything."""
    year = request.GET.get("year", "")
    return record_of(Scope.of(request.user)), int(year) if year.isdecimal() and len(year) == 4 else None


def _download(kind: str, year: int | None) -> dict[str, str]:
    name = f"cpd-record{f'-{year}' if year else ''}.{kind}"
    return {"Content-Disposition": f'attachment; filename="{name}"'}
