"""The one minute some weeks later. Whoever has the link from the e-mail may answer; nothing else is shown."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from learners.people.limits import limited
from learners.reflection import actions
from learners.reflection.forms import FollowUpForm
from learners.reflection.selectors import follow_ups

RATE = "60/m/ip"  # a whole hospital may sit behind one address; nobody guesses 192 bits at this pace


@require_http_methods(["GET", "POST"])
@never_cache
@limited("follow_up", RATE)
def follow_up(request: HttpRequest, token: str) -> HttpResponse:
    """Ask whether they did it, once."""
    found = get_object_or_404(follow_ups(), token=token)
    confidence = found.next_shift.attempt.edition.outline.confidence
    form = FollowUpForm(request.POST if request.method == "POST" else None, confidence=confidence)
    if request.method == "POST" and form.is_valid():
        actions.answer_follow_up(follow_up=found, **form.cleaned_data)
        return redirect("reflection:follow_up", token=token)
    context = {"follow_up": found, "form": form, "attempt": found.next_shift.attempt}
    return _unlisted(render(request, "learners/reflection/follow_up.html", context))


@require_http_methods(["GET", "POST"])
@never_cache
@limited("follow_up", RATE)
def stop(request: HttpRequest, token: str) -> HttpResponse:
    """Stop asking. A link that is opened by a mail program's scanner changes nothing: it takes a button."""
    found = get_object_or_404(follow_ups(), token=token)
    if request.method == "POST":
        actions.stop_follow_ups(follow_up=found)
    context = {"follow_up": found, "stopped": request.method == "POST"}
    return _unlisted(render(request, "learners/reflection/stop.html", context))


def _unlisted(response: HttpResponse) -> HttpResponse:
    response["X-Robots-Tag"] = "noindex"
    return response
