"""One person's record, as their organisation sees it, and how an administrator adds to it or corrects it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from learners.evidence.actions import AlreadyRecorded, CannotCorrect, Given, correct, record
from learners.evidence.forms.records import REPLACE, CorrectForm, RecordForm
from learners.evidence.selectors.completions import Recorded, recorded_of
from learners.evidence.views.steps import is_confirmed, is_to_confirm
from learners.organisations.models import Membership
from learners.organisations.scope import Scope
from learners.privacy.actions.looking import record_look
from learners.privacy.models import Look
from learners.records.models import Evidence

WRITING = ["GET", "HEAD", "POST"]


def _member(
    request: HttpRequest, organisation: UUID, membership: UUID, *, to_write: bool = True
) -> Membership:
    """Somebody whom this person may see here; to write, only for administrators. 404 for everybody else."""
    scope = Scope.of(request.user)
    here = scope.administered() if to_write else scope.organisations()
    roster = scope.roster(get_object_or_404(here, uuid=organisation)).select_related("person", "organisation")
    found: Membership = get_object_or_404(roster, uuid=membership)
    record_look(organisation=found.organisation, by=request.user, kind=Look.Kind.PAGE, person=found.person)
    return found


@require_safe
@login_required
def person(request: HttpRequest, organisation: UUID, membership: UUID) -> HttpResponse:
    """What somebody completed, what of it was corrected and why."""
    found = _member(request, organisation, membership, to_write=False)
    context = {
        "membership": found,
        "rows": recorded_of(found.person, found.organisation),
        "may_write": Scope.of(request.user).administers(found.organisation),
    }
    return render(request, "learners/evidence/person.html", context)


@require_http_methods(WRITING)
@login_required
def add(request: HttpRequest, organisation: UUID, membership: UUID) -> HttpResponse:
    """Record what somebody completed in front of somebody, or elsewhere."""
    found = _member(request, organisation, membership)
    form = RecordForm(request.POST or None)
    if is_confirmed(request, form):
        try:
            record(organisation=found.organisation, given=_given(found, form.cleaned_data), by=request.user)
        except AlreadyRecorded as already:
            form.add_error(None, str(already))
        else:
            messages.success(request, "It is recorded.")
            return redirect("evidence:person", organisation, membership)
    asked = is_to_confirm(request, form) and not form.errors
    way = Evidence(form.cleaned_data["evidence"]).label if asked else ""
    context = {"membership": found, "form": form, "asked": asked, "way": way}
    return render(request, "learners/evidence/add.html", context)


def _given(found: Membership, said: dict[str, Any]) -> Given:
    return Given(
        person=found.person,
        module=said["module"],
        evidence=Evidence(said["evidence"]),
        on=said["on"],
        expires_on=said["expires_on"],
        reason=said["reason"],
    )


@require_http_methods(WRITING)
@login_required
def mend(request: HttpRequest, organisation: UUID, membership: UUID, completion_id: UUID) -> HttpResponse:
    """Say that a completion was recorded wrongly, and what is right."""
    found = _member(request, organisation, membership)
    row = _row(found, completion_id)
    if row.completion.voided_by_id:
        messages.info(request, "This was corrected before. Nothing was changed.")
        return redirect("evidence:person", organisation, membership)
    form = CorrectForm(request.POST or None)
    if is_confirmed(request, form):
        try:
            _correct(request, found, row, form.cleaned_data)
        except CannotCorrect as refused:
            form.add_error(None, str(refused))
        else:
            return redirect("evidence:person", organisation, membership)
    asked = is_to_confirm(request, form) and not form.errors
    context = {"membership": found, "row": row, "form": form, "asked": asked}
    return render(request, "learners/evidence/correct.html", context)


def _row(found: Membership, completion_id: UUID) -> Recorded:
    """A completion in this record that these administrators can correct, or could before it was."""
    rows = recorded_of(found.person, found.organisation)
    row = next((row for row in rows if row.completion.uuid == completion_id and row.is_ours), None)
    if row is None:
        raise Http404("There is no such completion that you can correct.")
    return row


def _correct(request: HttpRequest, found: Membership, row: Recorded, said: dict[str, Any]) -> None:
    right = None
    if said["then"] == REPLACE:
        right = _given(found, {**said, "module": row.completion.edition.page})
    done = correct(
        completion=row.completion,
        organisation=found.organisation,
        reason=said["reason"],
        right=right,
        by=request.user,
    )
    if done:
        messages.success(request, "It is corrected.")
    else:
        messages.info(request, "This was corrected before. Nothing was changed.")
