"""Screens of the administrators who keep an organisation's staff list."""

import uuid
from contextlib import closing
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    JsonResponse,
    StreamingHttpResponse,
)
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.text import slugify
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from learners.organisations.models import Organisation
from learners.organisations.scope import Scope
from learners.rosters.actions import CannotApply, again, apply, drop, place_titles
from learners.rosters.bringing import bring, keep_mapping, mapping_known
from learners.rosters.deciding.plan import Outcome
from learners.rosters.forms import ColumnsForm, ConfirmForm, ListForm, TitlesForm
from learners.rosters.models import RosterImport
from learners.rosters.packing import KeptPlan
from learners.rosters.progress import Progress, percent_of
from learners.rosters.reading.columns import Column
from learners.rosters.reading.file import FileRefused, RosterFile, open_roster
from learners.rosters.reporting import CSV_HEADINGS, WORDS, Speaker, counts_of
from learners.rosters.undoing import undo
from learners.spreadsheets import csv_lines

ROWS_A_PAGE = 50
LISTS_A_PAGE = 20
TITLES_AT_ONCE = 30


def _organisation(request: HttpRequest, key: UUID) -> Organisation:
    """An organisation whose staff list this person keeps; 404 for everybody else."""
    return get_object_or_404(Scope.of(request.user).administered(), uuid=key)


def _list(request: HttpRequest, organisation: UUID, key: UUID) -> RosterImport:
    """One of its lists."""
    found = _organisation(request, organisation)
    return get_object_or_404(found.roster_imports.select_related("organisation", "made_by"), uuid=key)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def lists(request: HttpRequest, organisation: UUID) -> HttpResponse:
    """The lists that were brought in, and the form that brings in another."""
    found = _organisation(request, organisation)
    form = ListForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        upload = form.cleaned_data["file"]
        try:
            with closing(open_roster(upload.file, name=upload.name)) as file:
                return _bring(request, found, form, file)
        except FileRefused as refused:
            form.add_error("file", str(refused))
    page = Paginator(found.roster_imports.light(), LISTS_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "organisation": found,
        "form": form,
        "page": page,
        "token": uuid.uuid4(),
        "columns": list(Column),
    }
    return render(request, "learners/rosters/lists.html", context)


def _bring(
    request: HttpRequest, organisation: Organisation, form: ListForm, file: RosterFile
) -> HttpResponse:
    """Make the preview, or ask first which column is which."""
    mapping = mapping_known(organisation, file)
    if mapping is None:
        answered = request.POST if request.POST.get("headers") == "|".join(file.heading.headers) else None
        columns = ColumnsForm(
            answered,
            request.FILES if answered else None,
            headers=file.heading.headers,
            guess=dict(file.heading.mapping),
        )
        if not (answered and columns.is_valid()):
            return render(
                request,
                "learners/rosters/columns.html",
                {
                    "organisation": organisation,
                    "form": columns,
                    "heading": file.heading,
                    "token": uuid.uuid4(),
                },
            )
        mapping = columns.mapping()
        keep_mapping(organisation=organisation, file=file, mapping=mapping)
    made = bring(
        organisation=organisation,
        file=file,
        name=form.cleaned_data["file"].name,
        mapping=mapping,
        is_whole=form.cleaned_data["is_whole"],
        by=request.user,
        progress=Progress(request.POST.get("progress", "")),
    )
    return redirect("rosters:one", organisation.uuid, made.uuid)


@require_safe
@login_required
def one(request: HttpRequest, organisation: UUID, roster_import: UUID) -> HttpResponse:
    """One list: what would happen, or what happened."""
    return _show(request, _list(request, organisation, roster_import), ConfirmForm())


def _show(request: HttpRequest, found: RosterImport, form: ConfirmForm) -> HttpResponse:
    plan = KeptPlan(found.plan) if found.plan else None
    outcome = _outcome(request)
    page = Paginator(plan.rows(outcome, list(WORDS)) if plan else [], ROWS_A_PAGE).get_page(
        request.GET.get("page")
    )
    titles = list(plan.unknown_titles.items())[:TITLES_AT_ONCE] if plan else []
    context: dict[str, Any] = {
        "organisation": found.organisation,
        "list": found,
        "plan": plan,
        "counts": counts_of(found),
        "outcome": outcome,
        "page": page,
        "rows": list(Speaker(found.organisation).report(page)),
        "form": form,
        "titles": TitlesForm(titles=[title for title, _ in titles]) if titles else None,
        "token": uuid.uuid4(),
    }
    return render(request, "learners/rosters/one.html", context)


def _outcome(request: HttpRequest) -> Outcome | None:
    try:
        return Outcome(request.GET["outcome"])
    except (KeyError, ValueError):
        return None


@require_safe
@login_required
def rows_csv(request: HttpRequest, organisation: UUID, roster_import: UUID) -> HttpResponseBase:
    """The rows of a list as a file, with the reason for each."""
    found = _list(request, organisation, roster_import)
    if not found.plan:
        raise Http404("Nothing of this list is kept.")
    rows = Speaker(found.organisation).csv(KeptPlan(found.plan).rows(_outcome(request), list(WORDS)))
    name = f"staff-list-{slugify(found.organisation.name)}-{found.made_at:%Y-%m-%d}.csv"
    return StreamingHttpResponse(
        csv_lines(CSV_HEADINGS, rows),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


@require_POST
@login_required
def apply_list(request: HttpRequest, organisation: UUID, roster_import: UUID) -> HttpResponse:
    """Do what the preview says."""
    found = _list(request, organisation, roster_import)
    form = ConfirmForm(request.POST)
    if not form.is_valid():
        return _show(request, found, form)
    try:
        apply(roster_import=found, by=request.user, progress=Progress(request.POST.get("progress", "")))
    except CannotApply as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, "The staff list was applied.")
    return redirect("rosters:one", organisation, roster_import)


@require_POST
@login_required
def undo_list(request: HttpRequest, organisation: UUID, roster_import: UUID) -> HttpResponse:
    """Take a list back that was applied."""
    found = undo(roster_import=_list(request, organisation, roster_import), by=request.user)
    if found.state == RosterImport.State.UNDONE:
        messages.success(request, "The staff list was undone.")
    return redirect("rosters:one", organisation, roster_import)


@require_POST
@login_required
def drop_list(request: HttpRequest, organisation: UUID, roster_import: UUID) -> HttpResponse:
    """Forget a list that was only previewed."""
    found = _list(request, organisation, roster_import)
    drop(roster_import=found)
    messages.success(request, "The staff list was dropped. Nothing was changed.")
    return redirect("rosters:lists", organisation)


@require_POST
@login_required
def titles(request: HttpRequest, organisation: UUID, roster_import: UUID) -> HttpResponse:
    """Say what job titles mean, and make the preview anew."""
    found = _list(request, organisation, roster_import)
    plan = KeptPlan(found.plan) if found.plan else None
    unknown = list(plan.unknown_titles)[:TITLES_AT_ONCE] if plan else []
    form = TitlesForm(request.POST, titles=unknown)
    if form.is_valid() and form.roles():
        place_titles(organisation=found.organisation, roles=form.roles(), by=request.user)
        again(roster_import=found)
        messages.success(request, "The roles were kept, for this list and the next.")
    return redirect("rosters:one", organisation, roster_import)


@require_safe
@login_required
def progress(request: HttpRequest, organisation: UUID, token: UUID) -> JsonResponse:
    """How far the list has come that was sent with this token."""
    _organisation(request, organisation)
    return JsonResponse({"percent": percent_of(str(token))})


@require_safe
@login_required
def example(request: HttpRequest, organisation: UUID) -> HttpResponseBase:
    """A file with the headers that are understood, and one line that shows how."""
    found = _organisation(request, organisation)
    line = {
        Column.EMPLOYEE_NUMBER: "10001", Column.FIRST_NAME: "Ann", Column.LAST_NAME: "Example",
        Column.WORK_EMAIL: "ann@example.org", Column.ORG_ODS_CODE: found.ods_code, Column.DEPARTMENT: "Ward 6",
        Column.JOB_ROLE: "Staff nurse", Column.START_DATE: "01/04/2026", Column.ACTIVE: "yes",
    }  # fmt: skip
    rows = [[line.get(column, "") for column in Column]]
    return StreamingHttpResponse(
        csv_lines([column.value for column in Column], rows),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="staff-list-example.csv"'},
    )
