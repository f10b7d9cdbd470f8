"""What a page and its script ask about the time of a sign-in."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest, JsonResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_POST

from learners.organisations.sessions import keeping, words
from learners.organisations.sessions.actions import let_go_of_words
from learners.organisations.sessions.addresses import is_name_tag_of, is_ours
from learners.organisations.sessions.notices import time_out
from learners.organisations.sessions.selectors import pages_with_held_words


@require_GET
@login_required
def time_left(request: HttpRequest) -> HttpResponse:
    """How long the sign-in lasts. To ask is not to do something."""
    return _told(request)


@require_POST
@login_required
def stay(request: HttpRequest) -> HttpResponse:
    """Somebody is there: they read, type, or pressed “Stay signed in”. What they are typing may come with it."""
    words.hold_while_typing(request)
    return _told(request)


@require_POST
@login_required
def let_go(request: HttpRequest) -> HttpResponse:
    """Throw away what is held for one page."""
    page = request.POST.get("page", "")
    let_go_of_words(person_id=request.user.pk, pages={page})
    request.session[keeping.HELD] = pages_with_held_words(request.user.pk)
    messages.success(request, "Thrown away.")
    return redirect(page if is_ours(request, page) else "/")


@login_required
def back(request: HttpRequest) -> HttpResponse:
    """Lead somebody back to where they were signed out; whoever else signs in there begins at the start page."""
    to, tag = request.GET.get("to", ""), request.GET.get("for", "")
    is_theirs = is_name_tag_of(request.user.pk, tag) and is_ours(request, to)
    return redirect(to if is_theirs else "/")


def _told(request: HttpRequest) -> HttpResponse:
    found = time_out(request)
    return JsonResponse(found.as_json()) if found else HttpResponseBadRequest()
