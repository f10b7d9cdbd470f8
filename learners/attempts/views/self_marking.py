"""Marking one's own words, from wherever they are shown."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from learners.attempts import self_marking
from learners.attempts.journal import NotNow
from learners.attempts.models import Attempt, SelfMark
from learners.attempts.views.access import own_attempt


@require_http_methods(["GET", "POST"])
@own_attempt
def self_mark(request: HttpRequest, attempt: Attempt, question_id: str) -> HttpResponse:
    """Keep how the learner marks their words, and show them again. GET, as after signing in again, shows them."""
    outline = attempt.outline
    question = outline.question(question_id)
    if question is None:
        raise Http404("This question is not in this Edition.")
    if request.method == "POST":
        given = request.POST.get("self_mark")
        if given not in SelfMark.values:
            raise NotNow("Choose one of the ways to mark what you wrote.")
        self_marking.mark_own_words(attempt=attempt, question=question, self_mark=SelfMark(given))
    holder = outline.section_of(question_id)
    where = {"number": outline.section_number(holder.id)} if holder else {}
    name = "attempts:section" if holder else "attempts:result"
    # No fragment: what is shown takes the focus (autofocus), which browsers leave undone where there is one.
    return redirect(
        reverse(name, kwargs={"attempt_id": attempt.pk, **where}, query={"answered": question_id})
    )
