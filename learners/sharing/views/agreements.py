"""Agreements of a network, for whoever leads it."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from learners.sharing.actions.agreements import change_details, create_agreement, enter_stage, new_version
from learners.sharing.forms.agreements import AgreementForm, DetailsForm, StageForm, VersionForm
from learners.sharing.models import Agreement, Stage
from learners.sharing.next_steps import Situation, next_steps
from learners.sharing.reviewing import review_of
from learners.sharing.selectors.agreements import is_settled
from learners.sharing.selectors.files import PARTY_HEADINGS, SCOPE_HEADINGS, party_rows, scope_rows
from learners.sharing.selectors.reading import (
    agreements_of,
    corrections_of,
    documents_of,
    due_for_review,
    lines_of,
    merged_in,
    outside_the_network,
    parties_of,
    signatures_counted,
    stays_of,
    summaries,
)
from learners.sharing.views.doing import done
from learners.sharing.views.led import led, network_led
from learners.spreadsheets import csv_lines

WRITING = ["GET", "HEAD", "POST"]
PARTIES_A_PAGE = 50


@require_safe
@login_required
def agreements(request: HttpRequest, network: str) -> HttpResponse:
    """What is agreed in a network, how far it has come, and what is due."""
    found = network_led(request, network)
    rows = summaries(agreements_of(found), timezone.localdate())
    context = {"network": found, "rows": rows, "due": due_for_review(rows), "today": timezone.localdate()}
    return render(request, "learners/sharing/agreements.html", context)


@require_http_methods(WRITING)
@login_required
def add(request: HttpRequest, network: str) -> HttpResponse:
    """A new agreement."""
    found = network_led(request, network)
    form, made = AgreementForm(request.POST or None), []

    def act() -> None:
        today = timezone.localdate()
        made.append(create_agreement(network=found, today=today, by=request.user, **form.cleaned_data))

    if form.is_valid() and done(form, act):
        messages.success(request, "Kept. Now add what it covers and who is asked to sign it.")
        return redirect("agreements:network_agreement", network, made[0].uuid)
    up = reverse("agreements:network_agreements", args=[network])
    context = {"form": form, "heading": "A new agreement", "caption": found, "up": up}
    return render(request, "learners/sharing/agreement_form.html", context)


@require_safe
@login_required
def agreement(request: HttpRequest, network: str, agreement: UUID) -> HttpResponse:
    """One agreement, with everything about it."""
    place = led(request, network, agreement)
    context = shown(request, place.agreement) | {"may_write": True, "network": place.network}
    context["next_steps"] = next_steps(_situation(place.agreement, context))
    return render(request, "learners/sharing/agreement.html", context)


def shown(request: HttpRequest, agreement: Agreement) -> dict[str, Any]:
    """What the page of an agreement tells whoever may read it."""
    today = timezone.localdate()
    parties = Paginator(parties_of(agreement), PARTIES_A_PAGE).get_page(request.GET.get("page"))
    is_over = agreement.stage == Stage.EXPIRED
    outside = outside_the_network(agreement, today)
    return {
        "agreement": agreement,
        "stays": stays_of(agreement, today),
        "review": review_of(agreement.review_by, today, is_over=is_over),
        "parties": parties,
        "counted": signatures_counted(agreement, today),
        "outside": outside,
        "merged": merged_in(agreement, outside, today),
        "lines": lines_of(agreement, today),
        "is_settled": is_settled(agreement),
        "is_over": is_over,
        "documents": documents_of(agreement),
        "corrections": corrections_of(agreement),
        "next": following(agreement),
        "today": today,
    }


def _situation(agreement: Agreement, context: dict[str, Any]) -> Situation:
    """How it stands, of what its page shows."""
    (signed, asked), review = context["counted"], context["review"]
    return Situation(
        stage=agreement.stage,
        covers_something=bool(context["lines"]),
        asked=asked,
        signed=signed,
        is_followed=context["next"] is not None,
        is_review_late=bool(review and review.is_late),
        has_review=review is not None,
        come=[str(line.item.information) for line in context["lines"] if line.may_begin],
        merged=list(context["merged"].values()),
    )


def following(agreement: Agreement) -> Agreement | None:
    """The version after it."""
    return getattr(agreement, "superseded_by", None)


@require_http_methods(WRITING)
@login_required
def details(request: HttpRequest, network: str, agreement: UUID) -> HttpResponse:
    """Say who keeps it, and by when it is reviewed."""
    place = led(request, network, agreement)
    kept = place.agreement
    before = {"owner": kept.owner, "owner_email": kept.owner_email, "review_by": kept.review_by}
    form = DetailsForm(request.POST or None, initial=before)
    if form.is_valid():
        change_details(agreement=kept, by=request.user, **form.cleaned_data)
        messages.success(request, "Kept.")
        return place.back()
    return place.ask(request, form, "Who keeps it, and its review")


@require_http_methods(WRITING)
@login_required
def stage(request: HttpRequest, network: str, agreement: UUID) -> HttpResponse:
    """It enters another stage."""
    place = led(request, network, agreement)
    form = StageForm(request.POST or None, agreement=place.agreement)

    def act() -> None:
        today = timezone.localdate()
        enter_stage(agreement=place.agreement, today=today, by=request.user, **form.cleaned_data)

    if form.is_valid() and done(form, act):
        messages.success(request, f"It is in: {Stage(form.cleaned_data['stage']).label}.")
        return place.back()
    return place.ask(request, form, "A new stage")


@require_http_methods(WRITING)
@login_required
def version(request: HttpRequest, network: str, agreement: UUID) -> HttpResponse:
    """A new version, which takes over the scope and asks everybody anew."""
    place = led(request, network, agreement)
    form, made = VersionForm(request.POST or None), []

    def act() -> None:
        today = timezone.localdate()
        made.append(new_version(agreement=place.agreement, today=today, by=request.user, **form.cleaned_data))

    if form.is_valid() and done(form, act):
        messages.success(request, "The new version is there. The former goes on until this one is active.")
        return redirect("agreements:network_agreement", network, made[0].uuid)
    note = "It begins with the same scope, and every party is asked to sign it."
    return place.ask(request, form, "A new version", note=note, button="Make the new version")


@require_safe
@login_required
def scope_csv(request: HttpRequest, network: str, agreement: UUID) -> StreamingHttpResponse:
    """What it covers, as a spreadsheet."""
    found = led(request, network, agreement).agreement
    return _file("scope", found, SCOPE_HEADINGS, scope_rows(found))


@require_safe
@login_required
def parties_csv(request: HttpRequest, network: str, agreement: UUID) -> StreamingHttpResponse:
    """Who signed it, as a spreadsheet."""
    found = led(request, network, agreement).agreement
    return _file("parties", found, PARTY_HEADINGS, party_rows(found))


def _file(
    name: str, agreement: Agreement, headings: tuple[str, ...], rows: Iterable[tuple[Any, ...]]
) -> StreamingHttpResponse:
    return StreamingHttpResponse(
        csv_lines(headings, rows),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}-{agreement.uuid}.csv"'},
    )
