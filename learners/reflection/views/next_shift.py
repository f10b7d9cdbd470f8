"""Confidence, the next shift and the prompt card of one attempt."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.text import slugify
from django.views.decorators.http import require_GET, require_http_methods

from learners.attempts.journal import NotNow
from learners.attempts.models import Attempt
from learners.attempts.views.access import own_attempt
from learners.reflection import actions
from learners.reflection.card import card_pdf
from learners.reflection.forms import OWN, ConfidenceForm, NextShiftForm
from learners.reflection.models import Confidence, NextShift
from learners.reflection.selectors import change_of, next_shift_of


@require_http_methods(["GET", "POST"])
@own_attempt
def confidence(request: HttpRequest, attempt: Attempt) -> HttpResponse:
    """Keep how confident somebody is before a module, and go on with it. Choosing nothing is fine."""
    if request.method == "POST" and attempt.edition.outline.confidence:
        form = ConfidenceForm(request.POST, confidence=attempt.edition.outline.confidence)
        if form.is_valid():
            actions.give_confidence(
                attempt=attempt, moment=Confidence.Moment.BEFORE, level=form.cleaned_data["level"]
            )
            messages.success(request, "Kept. You are asked again at the end, to see what has changed.")
    return redirect("attempts:carry_on", attempt_id=attempt.pk)


@require_http_methods(["GET", "POST"])
@own_attempt
def next_shift(request: HttpRequest, attempt: Attempt) -> HttpResponse:
    """Choose one action for the next shift, or write one."""
    _finished(attempt)
    outline, change, planned = attempt.edition.outline, change_of(attempt), next_shift_of(attempt)
    asked = "" if change.after else outline.confidence
    initial = _initial(planned, outline.actions) if planned else None
    form = NextShiftForm(
        request.POST if request.method == "POST" else None,
        initial=initial,
        confidence=asked,
        actions=outline.actions,
    )
    if request.method == "POST" and form.is_valid():
        if "level" in form.cleaned_data:
            level = form.cleaned_data["level"]
            actions.give_confidence(attempt=attempt, moment=Confidence.Moment.AFTER, level=level)
        actions.plan_next_shift(
            attempt=attempt,
            action=form.text,
            is_own=form.is_own,
            wants_follow_up=form.cleaned_data["wants_follow_up"],
        )
        return redirect("reflection:card", attempt_id=attempt.pk)
    context = {"attempt": attempt, "form": form, "change": change}
    return render(request, "learners/reflection/next_shift.html", context)


@require_GET
@own_attempt
def card(request: HttpRequest, attempt: Attempt) -> HttpResponse:
    """The prompt card with one's own action, to print or keep on the phone."""
    _finished(attempt)
    context = {
        "attempt": attempt,
        "card": attempt.edition.outline.card,
        "planned": next_shift_of(attempt),
        "change": change_of(attempt),
    }
    return render(request, "learners/reflection/card.html", context)


@require_GET
@own_attempt
def card_as_pdf(request: HttpRequest, attempt: Attempt) -> HttpResponse:
    """The same on one page."""
    _finished(attempt)
    name = f"{slugify(attempt.edition.title)}-card.pdf"
    headers = {"Content-Disposition": f'inline; filename="{name}"'}
    return HttpResponse(card_pdf(attempt), content_type="application/pdf", headers=headers)


def _finished(attempt: Attempt) -> None:
    if attempt.finished_at is None:
        raise NotNow("Finish the module first.")


def _initial(planned: NextShift, offered: tuple[str, ...]) -> dict[str, str | bool]:
    chosen = OWN if planned.is_own or planned.action not in offered else str(offered.index(planned.action))
    own = planned.action if chosen == OWN else ""
    return {"action": chosen, "own": own, "wants_follow_up": planned.wants_follow_up}
