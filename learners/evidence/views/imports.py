"""Bringing in files of awards."""

from contextlib import closing
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from learners.evidence.actions import importing
from learners.evidence.actions.keeping_courses import keep_meanings
from learners.evidence.forms.elsewhere import FileForm, MeaningsForm
from learners.evidence.models import AwardImport
from learners.evidence.planning import Outcome, Row, Said, unknown_competences
from learners.evidence.selectors.recognitions import courses_of, imports_of, meanings_of
from learners.evidence.views.courses import A_PAGE, WRITING, administered
from learners.organisations.models import Organisation
from learners.rosters.reading.compliance import awards
from learners.rosters.reading.file import FileRefused, open_roster

COMPETENCES_AT_ONCE = 30


@require_http_methods(WRITING)
@login_required
def imports(request: HttpRequest, organisation: UUID) -> HttpResponse:
    """The files that were brought in, and the form that brings in another."""
    found = administered(request, organisation)
    form = FileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid() and (made := _bring(request, found, form)):
        return redirect("evidence:one_import", organisation, made.uuid)
    page = Paginator(imports_of(found), A_PAGE).get_page(request.GET.get("page"))
    context = {"organisation": found, "form": form, "page": page}
    return render(request, "learners/evidence/imports.html", context)


def _bring(request: HttpRequest, organisation: Organisation, form: FileForm) -> AwardImport | None:
    """The preview of a file; None where it is refused, which the form then says."""
    upload = form.cleaned_data["file"]
    try:
        with closing(open_roster(upload.file, name=upload.name)) as file:
            return importing.preview(
                organisation=organisation,
                awards=awards(file),
                name=upload.name,
                employee=form.cleaned_data["employee"].strip(),
                by=request.user,
            )
    except (FileRefused, importing.CannotApply) as refused:
        form.add_error("file", str(refused))
        return None


@require_http_methods(WRITING)
@login_required
def one_import(request: HttpRequest, organisation: UUID, award_import: UUID) -> HttpResponse:
    """One file: what would happen, or what happened; and what is done with it."""
    here = administered(request, organisation)
    found = get_object_or_404(here.award_imports.select_related("organisation", "made_by"), uuid=award_import)
    if request.method == "POST":
        _do(request, found)
        return redirect("evidence:one_import", organisation, award_import)
    rows = [Row.read(kept) for kept in found.rows]
    counts = [(each, sum(row.outcome is each for row in rows)) for each in Outcome]
    wanted = request.GET.get("outcome", "")
    shown = [row for row in rows if not wanted or row.outcome == wanted]
    context = {
        "organisation": here,
        "file": found,
        "counts": counts,
        "wanted": wanted,
        "page": Paginator(shown, 2 * A_PAGE).get_page(request.GET.get("page")),
        "new": dict(counts)[Outcome.NEW],
        "meanings": _meanings(found),
    }
    return render(request, "learners/evidence/import.html", context)


def _meanings(found: AwardImport, request: HttpRequest | None = None) -> MeaningsForm | None:
    """Asks what the competences are that nobody knows yet."""
    lines = [Said.read(kept) for kept in found.awards]
    unknown = unknown_competences(lines, meanings_of(found.organisation))[:COMPETENCES_AT_ONCE]
    if not unknown:
        return None
    courses = courses_of(found.organisation, timezone.localdate())
    return MeaningsForm(request.POST if request else None, competences=unknown, courses=courses)


def _do(request: HttpRequest, found: AwardImport) -> None:
    what = request.POST.get("what")
    if what == "apply":
        try:
            importing.apply(award_import=found, by=request.user)
        except importing.CannotApply as refused:
            messages.error(request, str(refused))
        else:
            messages.success(request, "The awards were recorded.")
    elif what == "undo":
        importing.undo(award_import=found, by=request.user)
        messages.success(request, "What the file added no longer counts.")
    elif what == "drop":
        importing.drop(award_import=found, by=request.user)
        messages.success(request, "The file was dropped. Nothing was recorded.")
    elif what == "meanings":
        form = _meanings(found, request)
        if form and form.is_valid() and form.chosen():
            keep_meanings(organisation=found.organisation, courses=form.chosen(), by=request.user)
            importing.again(award_import=found, by=request.user)
            messages.success(request, "Your choices were kept, for this file and the next.")
