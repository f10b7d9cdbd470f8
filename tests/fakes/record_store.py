"""A strict stand-in for a record store: the statement and about resources of xAPI 1.0.3 and 2.0.0, in memory.

It says what a conformant store says (xAPI-Communication 2.1, 2.8). `tests.fakes.server` puts it behind real HTTP.
"""

import json
import threading
from base64 import b64encode
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from email.message import Message
from typing import Any

from tests.fakes import statement_rules
from tests.fakes.faults import Fault

VOIDED = "http://adlnet.gov/expapi/verbs/voided"
AUTHORITY = {"objectType": "Agent", "account": {"homePage": "https://store.example.org", "name": "store"}}


@dataclass(frozen=True)
class Answer:
    """What goes back over HTTP."""

    status: int
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def json(cls, status: int, value: Any) -> "Answer":
        """An answer in JSON."""
        return cls(status, json.dumps(value).encode(), {"Content-Type": "application/json"})


class Refusal(Exception):
    """The store says no, with a status and a reason."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.answer = Answer(status, reason.encode())


@dataclass
class RecordStore:
    """A store. Its attributes say how it behaves; `statements` is what it holds, by id."""

    username: str = "learn"
    password: str = "secret"
    versions: tuple[str, ...] = ("1.0.3", "2.0.0")
    lax: bool = False  # answer an identical statement that is sent again with success, not with 409
    rewrites: bool = False  # give statements back in another writing, as stores may
    names_ids: bool = True  # say which statements were stored; otherwise answer 204 with no body
    refuses: set[str] = field(default_factory=set)  # ids that it calls invalid
    chokes_on: set[str] = field(default_factory=set)  # ids that make it answer 500
    faults: deque[Fault | None] = field(
        default_factory=deque
    )  # what happens to the next requests; None: nothing
    about_fault: Fault | None = None
    statements: dict[str, dict[str, Any]] = field(default_factory=dict)
    voided: set[str] = field(default_factory=set)
    batches: list[list[str]] = field(default_factory=list)  # every batch that came, by ids
    requests: list[tuple[str, str, Message]] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def fault_for(self, resource: str) -> Fault | None:
        """What goes wrong with this request."""
        if resource == "about":
            return self.about_fault
        with self._lock:
            return self.faults.popleft() if self.faults else None

    def handle(
        self, method: str, resource: str, query: Mapping[str, list[str]], headers: Message, body: bytes
    ) -> Answer:
        """Answer one request."""
        with self._lock:
            self.requests.append((method, resource, headers))
            try:
                return self._route(method, resource, query, headers, body)
            except Refusal as refusal:
                return refusal.answer

    def _route(
        self, method: str, resource: str, query: Mapping[str, list[str]], headers: Message, body: bytes
    ) -> Answer:
        if resource == "about":
            return Answer.json(200, {"version": list(self.versions)})
        if resource != "statements":
            raise Refusal(404, "There is no such resource.")
        self._know(headers)
        if method == "GET":
            return self._get(query, headers["X-Experience-API-Version"])
        if method == "POST":
            return self._post(headers, body)
        raise Refusal(405, "Only GET and POST.")

    def _know(self, headers: Message) -> None:
        expected = "Basic " + b64encode(f"{self.username}:{self.password}".encode()).decode()
        if headers.get("Authorization") != expected:
            raise Refusal(401, "Who are you?")
        if headers.get("X-Experience-API-Version") not in self.versions:
            raise Refusal(400, "X-Experience-API-Version is missing or not offered.")

    def _get(self, query: Mapping[str, list[str]], version: str) -> Answer:
        if len(query) != 1 or not query.keys() <= {"statementId", "voidedStatementId"}:
            raise Refusal(400, "Ask for one statementId or one voidedStatementId.")
        ((parameter, (wanted, *more)),) = query.items()
        if more:
            raise Refusal(400, "Ask for one id.")
        found = self.statements.get(wanted.lower())
        if found is None or (wanted.lower() in self.voided) != (parameter == "voidedStatementId"):
            raise Refusal(404, "There is no such statement.")
        return Answer.json(200, self._as_kept(found, version))

    def _as_kept(self, statement: Mapping[str, Any], version: str) -> dict[str, Any]:
        kept = dict(statement) | {
            "stored": "2026-11-22T10:00:01.000Z",
            "authority": AUTHORITY,
            "version": version,
        }
        if self.rewrites:
            kept["timestamp"] = kept["timestamp"].replace("Z", "000+00:00")
            kept["id"] = kept["id"].upper()
            kept["object"] = {"objectType": "Activity"} | {"id": kept["object"]["id"]}
        return kept

    def _post(self, headers: Message, body: bytes) -> Answer:
        if headers.get("Content-Type", "").split(";")[0] != "application/json":
            raise Refusal(400, "Only application/json.")
        sent = _parsed(body)
        ids = [str(one.get("id", "")).lower() for one in sent]
        self.batches.append(ids)
        self._hold(sent, ids)
        if self.chokes_on & set(ids):
            raise Refusal(500, "Something went wrong.")
        known = [one for one, key in zip(sent, ids, strict=True) if key in self.statements]
        if known and (not self.lax or any(self.statements[one["id"].lower()] != one for one in known)):
            raise Refusal(409, "Some of these statements are here already.")
        for one, key in zip(sent, ids, strict=True):
            self.statements.setdefault(key, one)
            if one["verb"]["id"] == VOIDED:
                self.voided.add(one["object"]["id"].lower())
        return Answer.json(200, ids) if self.names_ids else Answer(204)

    def _hold(self, sent: list[Any], ids: list[str]) -> None:
        if len(set(ids)) < len(ids):
            raise Refusal(400, "Two statements of this batch have one id.")
        try:
            for one, key in zip(sent, ids, strict=True):
                statement_rules.statement(one)
                statement_rules.hold(key not in self.refuses, "The store does not like this one.")
        except statement_rules.NotAStatement as problem:
            raise Refusal(400, str(problem)) from None


def _parsed(body: bytes) -> list[Any]:
    try:
        sent = json.loads(body, object_pairs_hook=_without_twins, parse_constant=_refuse_constant)
    except ValueError as problem:
        raise Refusal(400, str(problem)) from None
    sent = sent if isinstance(sent, list) else [sent]
    if not all(isinstance(one, dict) for one in sent):
        raise Refusal(400, "Statements are objects.")
    return sent


def _without_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len(dict(pairs)) < len(pairs):
        raise ValueError("A key stands twice in an object.")
    return dict(pairs)


def _refuse_constant(name: str) -> None:
    raise ValueError(f"{name} is not JSON.")
