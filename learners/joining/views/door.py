"""What stands before every page of the way in: a code that lets people in, or a page that says why not."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from learners.joining.limits import may_try_code, missed_code, too_many
from learners.joining.models import State
from learners.joining.selectors import standing_of
from learners.organisations.scope import Scope

View = Callable[..., HttpResponse]


def by_code(view: View) -> View:
    """Give the view a code that works. Of one that does not, a stranger learns why, and not whose it was."""

    @never_cache
    @wraps(view)
    def opened(request: HttpRequest, code: str) -> HttpResponse:
        if not may_try_code(request):
            return too_many(request)
        standing = standing_of(code, Scope.of(request.user))
        if standing is None:
            missed_code(request)
            return closed(request, "unknown", status=404)
        if not standing.is_in_force:
            return closed(request, standing.state)
        return unlisted(view(request, standing.code))

    return opened


def closed(request: HttpRequest, state: State | str, status: int = 410) -> HttpResponse:
    """Why a code lets nobody in."""
    context: dict[str, Any] = {"state": str(state)}
    return unlisted(render(request, "learners/joining/closed.html", context, status=status))


def retired(request: HttpRequest) -> HttpResponse:
    """That this address cannot be used. Why is for those who lead training to say."""
    return unlisted(render(request, "learners/joining/retired.html"))


def unlisted(response: HttpResponse) -> HttpResponse:
    """Keep it out of search engines."""
    response["X-Robots-Tag"] = "noindex"
    return response
