"""What every resource has in common: credentials, versions, refusals in JSON, and pages of other sites that ask."""

import datetime
from collections.abc import Callable, Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.csrf import csrf_exempt

from learners.record_store import clock
from learners.record_store.asked import BEFORE, ONE, TWO, VERSION, Asked, read, version_of
from learners.record_store.credentials import TooMany, client_of
from learners.record_store.notation import precise
from learners.record_store.rules.place import Refused
from learners.record_store.scoping import may_read, may_write

type Handler = Callable[[Asked], HttpResponse]

CONSISTENT = "X-Experience-API-Consistent-Through"
CROSS_ORIGIN = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Methods": "GET, HEAD, PUT, POST, DELETE, OPTIONS",
    "Access-Control-Allow-Headers": f"Authorization, Content-Type, Accept-Language, If-Match, If-None-Match, {VERSION}",
    "Access-Control-Expose-Headers": f"ETag, Last-Modified, Link, {VERSION}, {CONSISTENT}",
    "Access-Control-Max-Age": "3600",
}


def resource(handlers: Mapping[str, Handler], *, tells_through: bool = False, is_open: bool = False) -> Any:
    """The view of a resource, by its methods. `is_open`: it asks for no credentials and no version.

    Sessions mean nothing here, so that no page of another site can use somebody's.
    """

    @csrf_exempt
    def view(request: HttpRequest) -> HttpResponse:
        if request.method == "OPTIONS":
            return HttpResponse(status=204, headers=CROSS_ORIGIN)
        through = precise(_through(request)) if tells_through else ""
        asked = None
        try:
            asked = read(request)
            response = _answer(asked, handlers, is_open=is_open)
        except Refused as refused:
            response = refusal(refused)
        if through:
            response[CONSISTENT] = through
        response[VERSION] = asked.version if asked and asked.version else TWO if is_open else _spoken(request)
        response["Cache-Control"] = "private, no-cache"
        for name, value in CROSS_ORIGIN.items():
            response[name] = value
        if request.method == "HEAD":
            response["Content-Length"] = str(len(response.content))
            response.content = b""
        return response

    return view


def _through(request: HttpRequest) -> datetime.datetime:
    """Until when the store is complete: of now for whoever reads, of the last second for whoever writes."""
    is_read = request.method in ("GET", "HEAD")
    return clock.consistent_through() if is_read else clock.lately_consistent_through()


def _answer(asked: Asked, handlers: Mapping[str, Handler], *, is_open: bool) -> HttpResponse:
    if not is_open:
        asked.client = client_of(asked.headers.get("authorization", ""))
        asked.version = version_of(asked.headers)
    handler = handlers.get(asked.method)
    if handler is None:
        return _not_allowed(handlers)
    if asked.client:
        (may_read if asked.method == "GET" else may_write)(asked.client)
    return handler(asked)


def _not_allowed(handlers: Mapping[str, Handler]) -> HttpResponse:
    response = refusal(Refused("There is no such method here.", status=405))
    response["Allow"] = ", ".join([*handlers, "OPTIONS"])
    return response


def _spoken(request: HttpRequest) -> str:
    """What to answer in where no version is agreed. Who names none is from before there were names: that was 0.9."""
    told = request.headers.get(VERSION)
    if told is None:
        return BEFORE
    return ONE if told.startswith("1.0") else TWO


def refusal(refused: Refused) -> JsonResponse:
    """A refusal in JSON: why, and which property or parameter."""
    told = {"error": refused.message} | ({"property": refused.path} if refused.path else {})
    response = JsonResponse(told, status=refused.status)
    if refused.status == 401:
        response["WWW-Authenticate"] = 'Basic realm="xAPI", charset="UTF-8"'
    if isinstance(refused, TooMany):
        response["Retry-After"] = str(refused.wait)
    return response
