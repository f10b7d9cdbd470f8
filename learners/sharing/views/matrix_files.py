"""The lines of an organisation as a file: out, and in again with a preview, as one batch that can be undone."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.text import slugify
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from learners.organisations.scope import Scope
from learners.sharing.actions.visibility import CannotDo
from learners.sharing.actions.visibility_files import apply_file, preview_file, steps_of, undo_file
from learners.sharing.forms.matrix import FileForm
from learners.sharing.matrix_csv import COLUMNS
from learners.sharing.matrix_plan import counts
from learners.sharing.models import VisibilityFile
from learners.sharing.selectors.matrix import file_rows, steps_in_words
from learners.sharing.views.matrix import kept_organisation
from learners.spreadsheets import csv_lines

FILES_SHOWN, STEPS_SHOWN = 20, 500


@require_safe
@login_required
def as_csv(request: HttpRequest, organisation: UUID) -> HttpResponseBase:
    """Every line that holds today or will. Sent back as it is, it changes nothing."""
    found = get_object_or_404(Scope.of(request.user).organisations(), uuid=organisation)
    today = timezone.localdate()
    return StreamingHttpResponse(
        csv_lines(COLUMNS, file_rows(found, today)),
        content_type="text/csv; charset=utf-8",
        headers={
            "Content-Disposition": f'attachment; filename="visibility-{slugify(found.name)}-{today}.csv"'
        },
    )


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def files(request: HttpRequest, organisation: UUID) -> HttpResponse:
    """Choose a file, and see what it would do; and the files so far."""
    found = kept_organisation(request, organisation)
    form = FileForm(request.POST, request.FILES) if request.method == "POST" else FileForm()
    if form.is_valid() and form.reading:
        name = form.cleaned_data["file"].name
        made = preview_file(organisation=found, lines=form.reading.lines, name=name, by=request.user)
        return redirect("matrix:file", organisation, made.uuid)
    context = {
        "organisation": found,
        "form": form,
        "columns": COLUMNS,
        "files": found.visibility_files.all()[:FILES_SHOWN],
    }
    return render(request, "learners/sharing/matrix_files.html", context)


def _file(request: HttpRequest, organisation: UUID, key: UUID) -> VisibilityFile:
    found = kept_organisation(request, organisation)
    return get_object_or_404(found.visibility_files.select_related("organisation"), uuid=key)


@require_safe
@login_required
def one(request: HttpRequest, organisation: UUID, visibility_file: UUID) -> HttpResponse:
    """What a file would do, or did."""
    found = _file(request, organisation, visibility_file)
    steps = steps_of(found)
    said = steps_in_words(steps)
    context = {
        "organisation": found.organisation,
        "file": found,
        "counts": counts(steps),
        "steps": said[:STEPS_SHOWN],
        "more": len(said[STEPS_SHOWN:]),
    }
    return render(request, "learners/sharing/matrix_file.html", context)


@require_POST
@login_required
def apply(request: HttpRequest, organisation: UUID, visibility_file: UUID) -> HttpResponse:
    """Do what the preview says."""
    return _do(request, _file(request, organisation, visibility_file), apply_file, "The file was applied.")


@require_POST
@login_required
def undo(request: HttpRequest, organisation: UUID, visibility_file: UUID) -> HttpResponse:
    """Take a file back."""
    return _do(request, _file(request, organisation, visibility_file), undo_file, "The file was undone.")


def _do(request: HttpRequest, file: VisibilityFile, act: Callable[..., Any], words: str) -> HttpResponse:
    try:
        act(file=file, by=request.user)
    except CannotDo as reason:
        messages.warning(request, str(reason))
    else:
        messages.success(request, words)
    return redirect("matrix:file", file.organisation.uuid, file.uuid)
