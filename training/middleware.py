"""Middleware of the service."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.cache import add_never_cache_headers


class NoStoreMiddleware:
    """Pages made for somebody are never kept by a browser: the next person at a ward's computer sees nothing."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Mark every answer to somebody who is signed in (or who sent a session) as not to be stored."""
        response = self.get_response(request)
        if getattr(request, "session", None) is not None and request.session.accessed:
            add_never_cache_headers(response)
        return response


class TellRedirectMiddleware:
    """Tells a script that sends a form where to go next, instead of sending it there.

    `fetch` follows a redirect by itself: the page would be made twice, and its messages shown to nobody.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Turn the redirect of a form that `answer-form.js` sent into 204 with the address in `X-See-Other`."""
        response = self.get_response(request)
        if response.status_code == 302 and request.headers.get("X-Sent-By") == "answer-form":
            response["X-See-Other"] = response["Location"]
            del response["Location"]
            response.status_code = 204
        return response
