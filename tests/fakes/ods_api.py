"""The Organisation Data Terminology API behind real HTTP, on this machine.

The shapes are those of its published specification: an Organization with nested extensions for roles, periods and the
day of its last change; a Parameters resource for `CodeSystem/$lookup`; OperationOutcome for what fails.
"""

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

KEY = "the-key-of-this-application"
SYSTEM = "https://fhir.nhs.uk/Id/ods-organization-code"
ENGLAND = "https://fhir.nhs.uk/England"
EXTENSION = f"{ENGLAND}/StructureDefinition/Extension-England-"
SERVICE = "https://digital.nhs.uk/services/organisation-data-service/CodeSystem"
FHIR = "application/fhir+json;charset=utf-8"


@dataclass
class Answer:
    """What the API sends back. `after` is how many seconds it takes its time."""

    status: int
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    after: float = 0


def period(kind: str, start: str, end: str | None = None) -> dict[str, Any]:
    """A TypedPeriod: Legal or Operational."""
    days = {"start": start} | ({"end": end} if end else {})
    coding = {"system": f"{ENGLAND}/CodeSystem/England-PeriodType", "code": kind, "display": kind}
    parts = [{"url": "dateType", "valueCoding": coding}, {"url": "period", "valuePeriod": days}]
    return {"url": f"{EXTENSION}TypedPeriod", "extension": parts}


def role(code: str, display: str, *periods: dict[str, Any], active: bool = True) -> dict[str, Any]:
    """An OrganisationRole with its periods."""
    coding = {"system": f"{SERVICE}/ODSOrganisationRole", "code": code, "display": display}
    parts: list[dict[str, Any]] = [
        {"url": "instanceID", "valueInteger": 37525},
        {"url": "roleCode", "valueCodeableConcept": {"coding": [coding]}},
        *periods,
        {"url": "active", "valueBoolean": active},
    ]
    return {"url": f"{EXTENSION}OrganisationRole", "extension": parts}


def last_changed(day: str) -> dict[str, Any]:
    """The TypedDateTime of the last change."""
    coding = {"system": f"{ENGLAND}/CodeSystem/England-ODSDateTime", "code": "LastChangeDate"}
    parts = [{"url": "type", "valueCoding": coding}, {"url": "dateTime", "valueDateTime": day}]
    return {"url": f"{EXTENSION}TypedDateTime", "extension": parts}


def organization(code: str, name: str, *extensions: dict[str, Any], **more: Any) -> dict[str, Any]:
    """An Organization as `GET /Organization/{code}` gives it."""
    return {
        "resourceType": "Organization",
        "id": code,
        "meta": {"versionId": "4", "lastUpdated": "2024-01-23T13:37:16.122+00:00"},
        "extension": list(extensions),
        "identifier": [
            {"use": "official", "system": SYSTEM, "value": code, "assigner": {"display": "HSCIC"}}
        ],
        "active": True,
        "type": [
            {"coding": [{"system": f"{ENGLAND}/CodeSystem/England-ODSRecordUseType", "code": "Full"}]},
            {"coding": [{"system": f"{SERVICE}/ODSRecordClass", "code": "RC1", "display": "HSCOrg"}]},
        ],
        "name": name,
        "telecom": [{"system": "phone", "value": "0113 496 0000"}],
        "address": [
            {"line": ["1 HIGH STREET"], "city": "ASHDOWN", "postalCode": "ZZ1 1AA", "country": "ENGLAND"}
        ],
    } | more


def lookup(code: str, **properties: list[str]) -> dict[str, Any]:
    """Parameters as `GET /CodeSystem/$lookup` gives them."""
    parameters: list[dict[str, Any]] = [
        {"name": "code", "valueCode": code},
        {"name": "system", "valueUri": SYSTEM},
        {"name": "version", "valueString": "2024-03-07"},
    ]
    for name, values in properties.items():
        for value in values:
            parts = [{"name": "code", "valueCode": name}, {"name": "value", "valueCode": value}]
            parameters.append({"name": "property", "part": parts})
    return {"resourceType": "Parameters", "parameter": parameters}


def outcome(said: str, code: str = "processing") -> bytes:
    """An OperationOutcome, in bytes."""
    issue = {"severity": "error", "code": code, "diagnostics": said}
    return json.dumps({"resourceType": "OperationOutcome", "issue": [issue]}).encode()


@dataclass
class OdsService:
    """What the API knows, and what it does instead of answering. `in_the_way` answers requests, one each, first."""

    organisations: dict[str, dict[str, Any]] = field(default_factory=dict)
    successions: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    in_the_way: list[Answer] = field(default_factory=list)
    requests: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    lookup_answer: Answer | None = None

    def add(self, resource: dict[str, Any], **succession: list[str]) -> None:
        """Let it know an organisation, with its `successor` and `predecessor`."""
        self.organisations[resource["id"]] = resource
        self.successions[resource["id"]] = succession

    def answer(self, path: str, headers: dict[str, str]) -> Answer:
        """What the API says to a GET."""
        self.requests.append((path, headers))
        if self.in_the_way:
            return self.in_the_way.pop(0)
        if headers.get("apikey") != KEY:
            return Answer(401, b"")
        address = urlsplit(path)
        resource = address.path.removeprefix("/fhir/")
        if resource == "CodeSystem/$lookup":
            return self.lookup_answer or self._lookup(parse_qs(address.query))
        kind, _, code = resource.partition("/")
        if kind != "Organization" or not code:
            return Answer(404, b"<html>no such proxy</html>", {"Content-Type": "text/html"})
        if code not in self.organisations:
            return Answer(404, outcome(f"HAPI-2001: Resource Organization/{code} is not known"))
        return Answer(200, json.dumps(self.organisations[code]).encode())

    def _lookup(self, query: dict[str, list[str]]) -> Answer:
        code = query["code"][0]
        if query["system"] != [SYSTEM] or code not in self.successions:
            return Answer(404, outcome("HAPI-2001: Unable to find code", "not-found"))
        asked = {name: self.successions[code].get(name, []) for name in query["property"]}
        return Answer(200, json.dumps(lookup(code, **asked)).encode())


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Keep quiet when whoever asked has gone."""


@contextmanager
def serving(service: OdsService) -> Iterator[str]:
    """Serve it at the base address that is given."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def do_GET(self) -> None:
            answer = service.answer(self.path, {name.lower(): value for name, value in self.headers.items()})
            time.sleep(answer.after)
            self.send_response(answer.status)
            for name, value in ({"Content-Type": FHIR} | answer.headers).items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(answer.body)))
            with suppress(ConnectionError):  # whoever asked has gone
                self.end_headers()
                self.wfile.write(answer.body)

        def log_message(self, *args: Any) -> None:
            """Keep quiet."""

    server = _Server(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/fhir"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
