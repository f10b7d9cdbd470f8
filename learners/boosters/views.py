"""Pages of boosters: one's own choice; and, for whoever has the link from an e-mail, three questions one by one."""

from functools import wraps
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from learners.attempts.forms import AnswerForm
from learners.boosters import actions
from learners.boosters.forms import ChoiceForm
from learners.boosters.models import Booster
from learners.boosters.selectors import answers_of, booster_with, choice_of, own_boosters
from learners.boosters.showing import first_open, marked, read_again
from learners.organisations.scope import Scope
from learners.people.limits import limited

RATE = "120/m/ip"  # a whole hospital may sit behind one address; nobody guesses 192 bits at this pace
SHOWN = 20


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def preferences(request: HttpRequest) -> HttpResponse:
    """Whether I want boosters, and those that I had."""
    person: Any = request.user
    chosen = choice_of(person)
    form = ChoiceForm(
        request.POST if request.method == "POST" else None, initial={"wants": bool(chosen and chosen.wants)}
    )
    if form.is_valid():
        actions.choose_boosters(person=person, wants=form.cleaned_data["wants"])
        messages.success(request, "Your choice is saved.")
        return redirect("boosters:preferences")
    context = {"form": form, "boosters": own_boosters(Scope.of(person))[:SHOWN], "person": person}
    return render(request, "learners/boosters/preferences.html", context)


def by_link(view: Any) -> Any:
    """Give a view the booster whose link this is; a page that says what to do for a link that is none.

    Neither is stored, nor found by searches.
    """

    @never_cache
    @limited("booster", RATE)
    @wraps(view)
    def wrapped(request: HttpRequest, token: str, *args: Any, **kwargs: Any) -> HttpResponse:
        booster = booster_with(token)
        response: HttpResponse
        if booster is None:
            response = render(request, "learners/boosters/unknown_link.html", status=404)
        else:
            response = view(request, token, booster, *args, **kwargs)
        response["X-Robots-Tag"] = "noindex"
        return response

    return wrapped


@require_http_methods(["GET", "HEAD"])
@by_link
def booster(request: HttpRequest, token: str, found: Booster) -> HttpResponse:
    """The first question that has no answer; at the end, what came of all."""
    answers = answers_of(found)
    number = first_open(found, answers)
    if number and found.is_open(timezone.now()):
        return redirect("boosters:question", token, number)
    shown = [marked(each, answers[each.id]) for each in found.questions if each.id in answers]
    right = sum(each.mark.is_right for each in shown)
    context = {"booster": found, "token": token, "answers": shown, "right": right, "is_done": number is None}
    return render(request, "learners/boosters/done.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@by_link
def question(request: HttpRequest, token: str, found: Booster, number: int) -> HttpResponse:
    """Ask one question; once it is answered, say what came of it and where to read again."""
    asked = found.questions
    if not 1 <= number <= len(asked):
        raise Http404("There is no such question.")
    this, given = asked[number - 1], answers_of(found).get(asked[number - 1].id)
    context = {"booster": found, "token": token, "number": number, "total": len(asked)}
    if given:
        told = {"marked": marked(this, given, is_new=True), "places": read_again(found, this)}
        return render(request, "learners/boosters/answered.html", context | told)
    if not found.is_open(timezone.now()):
        return redirect("boosters:booster", token)
    form = AnswerForm(request.POST if request.method == "POST" else None, question=this)
    if form.is_valid():
        actions.answer_question(booster=found, question=this, answer=form.answer)
        return redirect("boosters:question", token, number)
    return render(request, "learners/boosters/question.html", context | {"form": form, "question": this})


@csrf_exempt  # mail programs post here with one click (RFC 8058); the link is what allows it
@require_http_methods(["GET", "HEAD", "POST"])
@by_link
def stop(request: HttpRequest, token: str, found: Booster) -> HttpResponse:
    """Send no more. A link that a mail program's scanner opens changes nothing: it takes a button, or a POST."""
    if request.method == "POST":
        actions.choose_boosters(person=found.completion.person, wants=False)
    context = {"token": token, "stopped": request.method == "POST"}
    return render(request, "learners/boosters/stop.html", context)
