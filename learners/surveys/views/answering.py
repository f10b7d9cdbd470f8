"""Answering. Whoever has the link may, once, and nobody is signed in here: not even who is signed in elsewhere.

Neither page reads or writes a session, and no count of tries is kept, which would say who came when; a link of 256
bits is guessed by nobody.
"""

from django.contrib.auth.models import AnonymousUser
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from learners.surveys.actions.answering import Closed, NoSuchLink, answer
from learners.surveys.analysis import statements_of
from learners.surveys.forms import AnswerForm
from learners.surveys.selectors import Link, link_of


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def ask(request: HttpRequest, token: str) -> HttpResponse:
    """Ask, keep the answer, and say thank you, however often it is sent."""
    link, today = link_of(token), timezone.localdate()
    if link is None:
        raise Http404
    if link.was_used or not link.wave.is_taking_answers(today):
        return _page(request, link, None)
    form = _form(request, link)
    if not form.is_valid():
        return _page(request, link, form)
    try:
        answer(token=token, answers=form.answers, words=form.words, on=today)
    except (Closed, NoSuchLink):
        return _page(request, Link(link.wave, was_used=False), None)
    return redirect("surveys:ask", token)


def _form(request: HttpRequest, link: Link) -> AnswerForm:
    return AnswerForm(
        request.POST if request.method == "POST" else None,
        statements=statements_of(link.wave.asked),
        asks_words=link.wave.instrument.asks_words,
    )


def _page(request: HttpRequest, link: Link, form: AnswerForm | None) -> HttpResponse:
    """The form; or without one, thanks, or that it is over."""
    context = {"wave": link.wave, "was_used": link.was_used, "form": form, "user": AnonymousUser()}
    response = render(request, "learners/surveys/ask.html", context)
    response["X-Robots-Tag"] = "noindex"
    return response
