"""Answering. Whoever has the link may, once, and nobody is signed in here: not even who is signed in elsewhere.

The page neither reads nor writes a session or a cookie, and runs no script that would tell the server whose sign-in
this browser has; its address goes nowhere else (`no-referrer`: a browser would name it with every picture). No count of
tries is kept, which would say who came when; a link of 256 bits is guessed by nobody. The link is all that allows
anything, so no form of another site could answer without it, and no cookie has to prove where a form came from.
"""

from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods

from learners.surveys.actions.answering import Closed, NoSuchLink, answer
from learners.surveys.analysis import statements_of
from learners.surveys.forms import AnswerForm
from learners.surveys.selectors import Link, link_of

NOBODY: dict[str, Any] = {"user": AnonymousUser(), "time_out": None, "held_words": [], "footer_links": []}
"""What every other page asks the session for."""


@sensitive_variables()
@sensitive_post_parameters()
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def ask(request: HttpRequest, token: str) -> HttpResponse:
    """Ask, keep the answer, and say thank you, however often it is sent."""
    link, today = link_of(token), timezone.localdate()
    if link is None:
        return _page(request, "learners/surveys/unknown_link.html", {}, status=404)
    if link.was_used or not link.wave.is_taking_answers(today):
        return _about(request, link, None)
    form = _form(request, link)
    if not form.is_valid():
        return _about(request, link, form)
    try:
        answer(token=token, answers=form.answers, words=form.words, on=today)
    except (Closed, NoSuchLink):
        return _about(request, Link(link.wave, was_used=False), None)
    return _quietly(redirect("surveys:ask", token))


def _form(request: HttpRequest, link: Link) -> AnswerForm:
    return AnswerForm(
        request.POST if request.method == "POST" else None,
        statements=statements_of(link.wave.asked),
        asks_words=link.wave.instrument.asks_words,
    )


def _about(request: HttpRequest, link: Link, form: AnswerForm | None) -> HttpResponse:
    """The form; or without one, thanks, or that it is over."""
    told = {"wave": link.wave, "was_used": link.was_used, "form": form}
    return _page(request, "learners/surveys/ask.html", told)


def _page(request: HttpRequest, template: str, told: dict[str, Any], status: int = 200) -> HttpResponse:
    return _quietly(render(request, template, told | NOBODY, status=status))


def _quietly[Response: HttpResponse](response: Response) -> Response:
    response["X-Robots-Tag"] = "noindex"
    response["Referrer-Policy"] = "no-referrer"
    return response
