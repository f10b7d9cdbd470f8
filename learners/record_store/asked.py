"""A request as xAPI sees it, whichever way it was written."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl

from django.conf import settings
from django.http import HttpRequest, QueryDict

from learners.record_store.models import Client
from learners.record_store.rules.place import Place, Refused

BEFORE, ONE, TWO = "0.9", "1.0.3", "2.0.0"
VERSION = "X-Experience-API-Version"
FORM = "application/x-www-form-urlencoded"
IN_FORM = (
    "authorization",
    "x-experience-api-version",
    "content-type",
    "content-length",
    "if-match",
    "if-none-match",
)


@dataclass(slots=True)
class Asked:
    """What is asked. `headers` are by their lower-case names."""

    method: str
    parameters: dict[str, str]
    headers: Mapping[str, str]
    body: bytes
    version: str = ""
    client: Client | None = None

    @property
    def is_two(self) -> bool:
        """Whether version 2.0 is spoken."""
        return self.version == TWO

    @property
    def whose(self) -> Client:
        """The client that asks. There is one wherever credentials were asked for."""
        if self.client is None:
            raise Refused("Credentials are needed: Basic or Bearer.", "Authorization", 401)
        return self.client

    @property
    def top(self) -> Place:
        """The top of what was sent."""
        return Place(is_two=self.is_two)

    def allow(self, *names: str) -> None:
        """Refuse parameters that are none here. Their names are written just so."""
        for name in self.parameters:
            if name not in names:
                raise Refused(f"There is no such parameter here. There are: {', '.join(names)}.", name)

    def need(self, name: str) -> str:
        """A parameter that must be there."""
        try:
            return self.parameters[name]
        except KeyError:
            raise Refused("This parameter is missing.", name) from None


def read(request: HttpRequest) -> Asked:
    """The request, with what stands in a form (1.0.3's alternate syntax) where it belongs. Raises Refused."""
    headers = {name.lower(): value for name, value in request.headers.items()}
    body = _body(request)
    method = "GET" if request.method == "HEAD" else request.method or ""
    if method == "POST" and "method" in request.GET:
        return _from_form(request, headers, body)
    return Asked(method, _single(request.GET), headers, body)


def version_of(headers: Mapping[str, str]) -> str:
    """The version that is spoken. Raises Refused."""
    told = headers.get(VERSION.lower(), "")
    if re.fullmatch(r"1\.0(\.\d+)?", told):
        return ONE
    if re.fullmatch(r"2\.0(\.\d+)?", told):
        return TWO
    raise Refused(f"This header must be {ONE} or {TWO}.", VERSION)


def too_large(what: str, limit: int, setting: str) -> Refused:
    """The refusal of what is over a limit, which it names."""
    return Refused(f"{what} may have {limit:,} at most (RECORD_STORE_{setting.upper()}).", status=413)


def _body(request: HttpRequest) -> bytes:
    limit = settings.RECORD_STORE["body"]
    body = bytes(request.read(limit + 1))
    if len(body) > limit:
        raise too_large("The bytes of a request", limit, "body")
    return body


def _single(query: QueryDict) -> dict[str, str]:
    for name, values in query.lists():
        if len(values) > 1:
            raise Refused("This parameter stands twice.", name)
    return {name: str(value) for name, value in query.items()}


def _from_form(request: HttpRequest, headers: Mapping[str, str], body: bytes) -> Asked:
    _hold_one(headers)
    if set(request.GET) != {"method"}:
        raise Refused("The address has `method` and nothing else: the rest is in the form.", "method")
    if headers.get("content-type", "").split(";")[0].strip() != FORM:
        raise Refused(f"This must be {FORM}.", "Content-Type")
    form = dict(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True))
    method = request.GET["method"]
    if method not in ("GET", "PUT", "POST", "DELETE", "HEAD"):
        raise Refused("There is no such method.", "method")
    if method in ("PUT", "POST") and "content" not in form:
        raise Refused("What is sent stands in `content`, which is missing.", "content")
    parts = {name: value for name, value in headers.items() if name not in ("content-type", "content-length")}
    parts |= {name.lower(): value for name, value in form.items() if name.lower() in IN_FORM}
    _hold_one(parts)
    parts.setdefault("content-type", "application/json")
    parameters = {n: v for n, v in form.items() if n.lower() not in IN_FORM and n != "content"}
    return Asked("GET" if method == "HEAD" else method, parameters, parts, form.get("content", "").encode())


def _hold_one(headers: Mapping[str, str]) -> None:
    if re.fullmatch(r"2\.0(\.\d+)?", headers.get(VERSION.lower(), "")):
        raise Refused("Version 2.0 has no such requests.", "method")
