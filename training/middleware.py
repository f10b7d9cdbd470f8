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
