"""The check at the end: one question a page, a last look, the result, and the guided review."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from learners.attempts import checking
from learners.attempts.forms import AnswerForm
from learners.attempts.journal import NotNow
from learners.attempts.models import Attempt, Sitting
from learners.attempts.player import (
    TRIES_BEFORE_REVIEW,
    Place,
    Stage,
    may_begin_sitting,
    may_test_out,
    place,
)
from learners.attempts.presenting import Marked, marked, sure_but_wrong
from learners.attempts.selectors import answers_in, latest_sitting, progress_of
from learners.attempts.views.access import address_of, own_attempt, session_of
from learners.organisations.scope import Scope
from learners.records.selectors import own_completions


@require_http_methods(["GET", "POST"])
@own_attempt
def check(request: HttpRequest, attempt: Attempt) -> HttpResponse:
    """Say what the check is; POST begins a go at it."""
    if request.method == "POST":
        checking.begin_sitting(attempt=attempt)
        return redirect("attempts:carry_on", attempt_id=attempt.pk)
    outline, progress = attempt.outline, progress_of(attempt)
    if not may_begin_sitting(outline, progress):
        return redirect(address_of(attempt, place(outline, progress)))
    context = {
        "attempt": attempt,
        "outline": outline,
        "tries": TRIES_BEFORE_REVIEW,
        "sitting": progress.sitting,
        "test_out": may_test_out(outline, progress),
    }
    return render(request, "learners/attempts/check.html", context)


@require_http_methods(["GET", "POST"])
@own_attempt
def question(request: HttpRequest, attempt: Attempt, number: int) -> HttpResponse:
    """Show a question of the check; POST saves the answer and goes on. It can be changed until handing in."""
    sitting = _open_sitting(attempt)
    if not 1 <= number <= len(sitting.question_ids):
        raise Http404("There is no such question.")
    asked = attempt.outline.question(sitting.question_ids[number - 1])
    if asked is None:
        raise Http404("This question is not in this Edition.")
    if request.method == "POST":
        form = AnswerForm(request.POST, question=asked)
        if form.is_valid():
            checking.answer_in_sitting(attempt=attempt, question=asked, answer=form.answer)
            return redirect(_next_question(attempt, sitting, number))
    else:
        form = AnswerForm(question=asked, given=answers_in(sitting).get(asked.id))
    context = {
        "attempt": attempt,
        "form": form,
        "question": asked,
        "number": number,
        "total": len(sitting.question_ids),
    }
    return render(request, "learners/attempts/question.html", context)


@require_http_methods(["GET", "POST"])
@own_attempt
def hand_in(request: HttpRequest, attempt: Attempt) -> HttpResponse:
    """Show all answers before they are marked; POST hands them in."""
    if request.method == "POST":
        checking.hand_in(attempt=attempt, session_id=session_of(request))
        return redirect("attempts:result", attempt_id=attempt.pk)
    sitting = _open_sitting(attempt)
    if progress_of(attempt).sitting.first_unanswered:  # type: ignore[union-attr]
        raise NotNow("A question has no answer yet.")
    answers = _marked(attempt, sitting)
    return render(request, "learners/attempts/hand_in.html", {"attempt": attempt, "answers": answers})


@require_GET
@own_attempt
def result(request: HttpRequest, attempt: Attempt) -> HttpResponse:
    """What the last go at the check came to; that it is done, where there was no check."""
    if attempt.finished_at and latest_sitting(attempt) is None:
        done = own_completions(Scope.of(request.user)).filter(registration=attempt.pk).first()
        return render(request, "learners/attempts/confirmed.html", {"attempt": attempt, "completion": done})
    sitting = _marked_sitting(attempt)
    progress, answers = progress_of(attempt), _marked(attempt, sitting, just=request.GET.get("answered", ""))
    confident_errors, sure = sure_but_wrong(answers)
    context = {
        "attempt": attempt,
        "sitting": sitting,
        "summary": f"You scored {percent(sitting)}%. You pass with {attempt.outline.pass_mark:.0%}.",
        "answers": answers,
        "confident_errors": confident_errors,
        "sure": sure,
        "needs_review": progress.needs_review,
        "goes_to_sections": not sitting.passed and place(attempt.outline, progress).stage == Stage.SECTION,
        "tries_left": TRIES_BEFORE_REVIEW - (sitting.number - attempt.reviewed_sittings),
        "completion": own_completions(Scope.of(request.user)).filter(registration=attempt.pk).first(),
    }
    return render(request, "learners/attempts/result.html", context)


@require_http_methods(["GET", "POST"])
@own_attempt
def review(request: HttpRequest, attempt: Attempt) -> HttpResponse:
    """Go through what was missed, with the right answers and where to read again; POST opens the check again."""
    sitting = _marked_sitting(attempt)
    if sitting.passed:
        return redirect("attempts:result", attempt_id=attempt.pk)
    if request.method == "POST":
        checking.finish_review(attempt=attempt)
        messages.success(request, "You have gone through the review. The check is open again.")
        return redirect("attempts:check", attempt_id=attempt.pk)
    missed = [answer for answer in _marked(attempt, sitting) if not answer.mark.is_right]
    context = {"attempt": attempt, "missed": missed, "sections": attempt.outline.sections}
    return render(request, "learners/attempts/review.html", context)


def percent(sitting: Sitting) -> int:
    """A sitting's score in whole per cent, rounded down."""
    return int((sitting.raw or 0) * 100 / sitting.maximum + 1e-9) if sitting.maximum else 0


def _open_sitting(attempt: Attempt) -> Sitting:
    sitting = latest_sitting(attempt)
    if sitting is None:
        raise NotNow("The check has not begun.")
    if sitting.submitted_at:
        raise NotNow("This try was handed in already.")
    return sitting


def _marked_sitting(attempt: Attempt) -> Sitting:
    sitting = attempt.sittings.exclude(submitted_at=None).order_by("number").last()
    if sitting is None:
        raise NotNow("The check has not been handed in yet.")
    return sitting


def _marked(attempt: Attempt, sitting: Sitting, just: str = "") -> list[Marked]:
    responses = answers_in(sitting)
    questions = (attempt.edition.outline.question(question_id) for question_id in sitting.question_ids)
    return [
        marked(asked, responses[asked.id], is_new=asked.id == just)
        for asked in questions
        if asked and asked.id in responses
    ]


def _next_question(attempt: Attempt, sitting: Sitting, number: int) -> str:
    """The next question without an answer, or the last look at all of them."""
    answered = answers_in(sitting)
    for following, question_id in enumerate(sitting.question_ids, start=1):
        if following > number and question_id not in answered:
            return address_of(attempt, Place(Stage.QUESTION, following))
    unanswered = next((n for n, q in enumerate(sitting.question_ids, 1) if q not in answered), 0)
    return address_of(attempt, Place(Stage.QUESTION, unanswered) if unanswered else Place(Stage.HAND_IN))
