"""Confidence, the next shift and the prompt card of one attempt."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.text import slugify
from django.views.decorators.http import require_GET, require_http_methods

from learners.attempts.journal import NotNow
from learners.attempts.models import Attempt
from learners.attempts.views.access import own_attempt
from learners.organisations.scope import Scope
from learners.records.selectors import own_completions
from learners.reflection import actions
from learners.reflection.card import card_pdf
from learners.reflection.forms import OWN, ConfidenceForm, NextShiftForm
from learners.reflection.models import Confidence, NextShift
from learners.reflection.points import points_of
from learners.reflection.selectors import asks_before, change_of, next_shift_of, wants_to_be_asked


@require_http_methods(["GET", "POST"])
@own_attempt
def confidence(request: HttpRequest, attempt: Attempt) -> HttpResponse:
    """Keep how confident somebody is before a module, and go on with it. It stops nobody."""
    if request.method == "POST" and asks_before(attempt):
        form = ConfidenceForm(request.POST, confidence=attempt.edition.outline.confidence)
        if form.is_valid():
            level = form.cleaned_data["level"]
            actions.give_confidence(attempt=attempt, moment=Confidence.Moment.BEFORE, level=level)
            messages.success(request, "Kept. You are asked again at the end, to see what has changed.")
        else:
            messages.error(request, "Choose how confident you are, or go on without saying.")
    return redirect("attempts:carry_on", attempt_id=attempt.pk)


@require_http_methods(["GET", "POST"])
@own_attempt
def next_shift(request: HttpRequest, attempt: Attempt) -> HttpResponse:
    """Choose one action for the next shift, or write one."""
    _finished(attempt)
    change, planned = change_of(attempt), next_shift_of(attempt)
    if planned and planned.was_asked_about:
        messages.info(request, "You were asked already how it went, so your plan stays as it was.")
        return redirect("reflection:card", attempt_id=attempt.pk)
    form = NextShiftForm(
        request.POST if request.method == "POST" else None,
        initial=_initial(attempt, planned),
        confidence="" if change.after else attempt.edition.outline.confidence,
        actions=attempt.edition.outline.actions,
    )
    if request.method == "POST" and form.is_valid():
        _keep(attempt, form)
        return redirect("reflection:card", attempt_id=attempt.pk)
    context = {"attempt": attempt, "form": form, "change": change, "planned": planned}
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
        "points": points_of(Scope.of(request.user), attempt.module_key),
        "completion": own_completions(Scope.of(request.user)).filter(registration=attempt.pk).first(),
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


def _keep(attempt: Attempt, form: NextShiftForm) -> None:
    if "level" in form.cleaned_data:
        level = form.cleaned_data["level"]
        actions.give_confidence(attempt=attempt, moment=Confidence.Moment.AFTER, level=level)
    actions.plan_next_shift(
        attempt=attempt,
        action=form.text,
        is_own=form.is_own,
        wants_follow_up=form.cleaned_data["wants_follow_up"],
    )


def _initial(attempt: Attempt, planned: NextShift | None) -> dict[str, str | bool]:
    """What was planned before, to be changed."""
    if planned is None:
        return {"wants_follow_up": wants_to_be_asked(Scope.of(attempt.person))}
    offered = attempt.edition.outline.actions
    is_own = planned.is_own or planned.action not in offered
    chosen, own = (OWN, planned.action) if is_own else (str(offered.index(planned.action)), "")
    return {"action": chosen, "own": own, "wants_follow_up": planned.wants_follow_up}
