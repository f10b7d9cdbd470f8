"""The sections of a module, one a page, with their questions answered in place."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from learners.attempts import actions
from learners.attempts.forms import AnswerForm
from learners.attempts.local_facts import facts_for
from learners.attempts.models import Attempt
from learners.attempts.parts import Sight, shown
from learners.attempts.player import Progress, may_open_section, may_test_out, place, unanswered, unended
from learners.attempts.selectors import answers_in_place, ended_scenarios, progress_of
from learners.attempts.views.access import address_of, open_part, own_attempt, session_of
from learners.attempts.visibility import seen_in
from modules.outline import Section
from modules.questions.question import Question


@require_http_methods(["GET", "POST"])
@own_attempt
def section(request: HttpRequest, attempt: Attempt, number: int) -> HttpResponse:
    """Show a section, after its content warning; POST goes on to the next, once everything in it is done."""
    outline, progress = attempt.outline, progress_of(attempt)
    if not 1 <= number <= len(outline.sections):
        raise Http404("There is no such section.")
    if not may_open_section(outline, progress, number):
        return redirect(address_of(attempt, place(outline, progress)))
    here = outline.sections[number - 1]
    if here.warning and not _was_warned(request, attempt, here):
        return _warn(request, attempt, number)
    if request.method == "POST":
        if errors := _unfinished(attempt, here):
            return show(request, attempt, number, errors=errors, progress=progress)
        actions.finish_section(attempt=attempt, section=here, session_id=session_of(request))
        return redirect(_after(attempt, number))
    return show(request, attempt, number, progress=progress)


@require_http_methods(["GET", "POST"])
@own_attempt
def answer(request: HttpRequest, attempt: Attempt, number: int, question_id: str) -> HttpResponse:
    """Take an answer inside a section, and show its feedback. GET, as after signing in again, shows the section."""
    question, number = open_part(attempt, question_id, Question)
    if request.method == "GET":
        return redirect("attempts:section", attempt_id=attempt.pk, number=number)
    form = AnswerForm(request.POST, question=question)
    if not form.is_valid():
        return show(request, attempt, number, form=form)
    response = actions.answer_in_place(
        attempt=attempt, question=question, answer=form.answer, session_id=session_of(request)
    )
    told = {"answered": question.id} | ({} if response.answer == form.answer else {"kept": "first"})
    # No fragment: its feedback takes the focus (autofocus), which browsers leave undone where there is one.
    return redirect(
        reverse("attempts:section", kwargs={"attempt_id": attempt.pk, "number": number}, query=told)
    )


def _unfinished(attempt: Attempt, here: Section) -> list[dict[str, str]]:
    """What is still to be done before going on, as links to it."""
    missing = unanswered(here, answers_in_place(attempt)) if here.questions else ()
    open_scenarios = unended(here, ended_scenarios(attempt)) if here.scenarios else ()
    return [
        *({"text": "Answer this question to go on", "href": f"#question-{each.id}"} for each in missing),
        *(
            {"text": "Go through this scenario to its end", "href": f"#scenario-{each.id}"}
            for each in open_scenarios
        ),
    ]


WARNED = "sections_shown_after_warning"


def _was_warned(request: HttpRequest, attempt: Attempt, here: Section) -> bool:
    return f"{attempt.pk} {here.id}" in request.session.get(WARNED, [])


def _warn(request: HttpRequest, attempt: Attempt, number: int) -> HttpResponse:
    """Say what a section holds before it is shown. POST shows it, or skips it."""
    here = attempt.outline.sections[number - 1]
    if request.POST.get("next") == "skip":
        actions.skip_section(attempt=attempt, section=here)
        return redirect(_after(attempt, number))
    if request.POST.get("next") == "show":
        request.session[WARNED] = [*request.session.get(WARNED, []), f"{attempt.pk} {here.id}"]
        return redirect("attempts:section", attempt_id=attempt.pk, number=number)
    context = {
        "attempt": attempt,
        "section": here,
        "number": number,
        "total": len(attempt.outline.sections),
    }
    return render(request, "learners/attempts/warning.html", context)


def _after(attempt: Attempt, number: int) -> str:
    """The next section, or the check after the last."""
    if number < len(attempt.outline.sections):
        return reverse("attempts:section", kwargs={"attempt_id": attempt.pk, "number": number + 1})
    return reverse("attempts:check", kwargs={"attempt_id": attempt.pk})


def show(
    request: HttpRequest,
    attempt: Attempt,
    number: int,
    *,
    form: AnswerForm | None = None,
    errors: list[dict[str, str]] | None = None,
    unchosen: str = "",
    progress: Progress | None = None,
) -> HttpResponse:
    """A section as it stands. `unchosen` is a scenario in which nothing was chosen; `progress`, where it is known."""
    here: Section = attempt.outline.sections[number - 1]
    given = answers_in_place(attempt) if here.questions else {}
    just, facts = request.GET.get("answered", ""), facts_for(attempt, here)
    sight = Sight(attempt, number, given, form, just, facts, unchosen, seen_in(attempt, here))
    context: dict[str, Any] = {
        "attempt": attempt,
        "section": here,
        "number": number,
        "total": len(attempt.outline.sections),
        "has_check": bool(attempt.outline.check),
        "parts": [shown(part, sight) for part in here.parts],
        "errors": errors,
        "failed_form": form,
        "first_answer_kept": request.GET.get("kept") == "first",
        "may_check_first": number == 1 and may_test_out(attempt.outline, progress or progress_of(attempt)),
    }
    return render(request, "learners/attempts/section.html", context)
