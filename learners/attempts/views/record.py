"""A practice record: its door, where a reason is given, and its screens."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from learners.attempts import record_actions
from learners.attempts.models import Attempt
from learners.attempts.record_forms import EntryFilter, ReasonForm
from learners.attempts.record_trail import accesses_of, is_open, trail
from learners.attempts.record_viewing import EVERYTHING, LOOKED, OVERVIEW, address_in, found, tabs
from learners.attempts.views.access import open_part, own_attempt
from modules.outline import RecordVisit
from modules.practice.record import SECTIONS
from modules.practice.rows import sheet


@require_http_methods(["GET", "POST"])
@own_attempt
def door(request: HttpRequest, attempt: Attempt, visit_id: str) -> HttpResponse:
    """Show the permission step and ask for a reason; POST keeps it, and opens the record unless it is unsafe."""
    visit, _ = open_part(attempt, visit_id, RecordVisit)
    if request.method == "POST":
        form = ReasonForm(request.POST, record=visit.record)
        if form.is_valid():
            access = record_actions.give_reason(attempt=attempt, record=visit.record, reason=form.chosen)
            name = "attempts:record" if access.opened else "attempts:record_door"
            # No fragment: the feedback takes the focus (autofocus), which browsers leave undone where there is one.
            return redirect(_address(name, attempt, visit, given=access.reason_id))
        return _show(request, attempt, visit, "door", form=form)
    given = _given(request, attempt, visit)
    if is_open(attempt, visit.record) and (given is None or given.opens):
        return redirect(_address("attempts:record", attempt, visit))
    return _show(request, attempt, visit, "door", form=ReasonForm(record=visit.record), given=given)


@require_GET
@own_attempt
def record(request: HttpRequest, attempt: Attempt, visit_id: str) -> HttpResponse:
    """Show one screen of an open record, and keep that it was looked at."""
    visit, _ = open_part(attempt, visit_id, RecordVisit)
    if not is_open(attempt, visit.record):
        return redirect(_address("attempts:record_door", attempt, visit))
    screen = request.GET.get("section", OVERVIEW)
    if screen == OVERVIEW:
        record_actions.look(attempt=attempt, record=visit.record, sections=[OVERVIEW])
        return _show(request, attempt, visit, "overview", screen, given=_given(request, attempt, visit))
    if screen == LOOKED:
        return _show(request, attempt, visit, "looked", screen, trail=trail(attempt, visit.record))
    if screen == EVERYTHING:
        return _everything(request, attempt, visit)
    if screen not in SECTIONS:
        raise Http404("A record has no such section.")
    record_actions.look(attempt=attempt, record=visit.record, sections=[screen])
    shown = sheet(visit.record, screen, address_in(attempt, visit))
    return _show(request, attempt, visit, "section", screen, sheet=shown)


def _everything(request: HttpRequest, attempt: Attempt, visit: RecordVisit) -> HttpResponse:
    """Rows of every section, from one source or of late, where that is asked for."""
    form = EntryFilter(request.GET, record=visit.record)
    sheets = found(visit.record, form.wanted, address_in(attempt, visit))
    record_actions.look(attempt=attempt, record=visit.record, sections=[each.slug for each in sheets])
    count = sum(len(each.rows) for each in sheets)
    return _show(request, attempt, visit, "all", EVERYTHING, form=form, sheets=sheets, count=count)


def _given(request: HttpRequest, attempt: Attempt, visit: RecordVisit) -> Any:
    """The reason that was given just now, whose feedback is shown."""
    reason_id = request.GET.get("given", "")
    kept = {access.reason_id for access in accesses_of(attempt, visit.record)} if reason_id else set()
    return visit.record.reason(reason_id) if reason_id in kept else None


def _address(name: str, attempt: Attempt, visit: RecordVisit, **query: str) -> str:
    return reverse(name, kwargs={"attempt_id": attempt.pk, "visit_id": visit.id}, query=query or None)


def _show(
    request: HttpRequest, attempt: Attempt, visit: RecordVisit, template: str, screen: str = "", **more: Any
) -> HttpResponse:
    outline = attempt.outline
    section, shown = outline.section_of(visit.id), tabs(visit.record, screen)
    context = {
        "attempt": attempt,
        "visit": visit,
        "record": visit.record,
        "number": outline.section_number(section.id) if section else 1,
        "total": len(outline.sections),
        "tabs": shown,
        "heading": next((tab.name for tab in shown if tab.is_here), ""),
    }
    return render(request, f"learners/attempts/record/{template}.html", context | more)
