"""Agreements as an organisation meets them: its managers read, its administrators say whether it signs."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from learners.organisations.scope import Scope
from learners.sharing.forms.parties import PartyForm
from learners.sharing.next_steps import own_step
from learners.sharing.selectors.reading import agreements_with, parties_of, signed_before, summaries
from learners.sharing.views.agreements import shown
from learners.sharing.views.parties import WRITING, as_it_stands, noted


@require_safe
@login_required
def agreements(request: HttpRequest, organisation: UUID) -> HttpResponse:
    """What an organisation signed, or is asked to."""
    found = get_object_or_404(Scope.of(request.user).organisations(), uuid=organisation)
    rows = summaries(agreements_with(found), timezone.localdate(), found)
    today = timezone.localdate()
    context = {"organisation": found, "rows": rows, "before": signed_before(found, today), "today": today}
    return render(request, "learners/sharing/agreements_of_organisation.html", context)


@require_safe
@login_required
def agreement(request: HttpRequest, organisation: UUID, agreement: UUID) -> HttpResponse:
    """One agreement, with the organisation's own part."""
    scope = Scope.of(request.user)
    found = get_object_or_404(scope.organisations(), uuid=organisation)
    signed = get_object_or_404(agreements_with(found), uuid=agreement)
    own = get_object_or_404(parties_of(signed), organisation=found)
    context = shown(request, signed) | {
        "organisation": found,
        "own": own,
        "own_words": as_it_stands(own),
        "own_step": own_step(signed.stage, own.state, may_sign=scope.administers(found)),
        "may_sign": scope.administers(found),
    }
    return render(request, "learners/sharing/agreement.html", context)


@require_http_methods(WRITING)
@login_required
def own_party(request: HttpRequest, organisation: UUID, agreement: UUID) -> HttpResponse:
    """Say whether the organisation signs."""
    found = get_object_or_404(Scope.of(request.user).administered(), uuid=organisation)
    signed = get_object_or_404(agreements_with(found), uuid=agreement)
    own = get_object_or_404(parties_of(signed), organisation=found)
    form = PartyForm(request.POST or None, party=own, may_take_back=False)
    if noted(request, form, own):
        return redirect("agreements:agreement", found.uuid, signed.uuid)
    context = {
        "form": form,
        "heading": "Our signature",
        "caption": signed,
        "note": as_it_stands(own),
        "is_closed": not form.has_answers,
        "up": reverse("agreements:agreement", args=[found.uuid, signed.uuid]),
    }
    return render(request, "learners/sharing/agreement_form.html", context)
