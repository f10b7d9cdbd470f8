"""JSON as it was sent: each statement with its very own text, and no key twice."""

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from learners.record_store.rules.place import Refused

SPACE = " \t\r\n"


@dataclass(frozen=True, slots=True)
class Sent:
    """A statement: its text, what it says, and the text of each of its properties by name."""

    text: str
    value: Any
    spans: dict[str, str]

    def changed(self, *, without: Collection[str], put: Mapping[str, Any]) -> str:
        """Its text without some properties and with others instead; exactly as it was sent where that changes nothing.

        What is not touched keeps its very own text.
        """
        if not put and not any(name in self.spans for name in without):
            return self.text
        spans = {name: span for name, span in self.spans.items() if name not in without}
        spans |= {name: f"{json.dumps(name)}:{json.dumps(value)}" for name, value in put.items()}
        return "{" + ",".join(spans.values()) + "}"


def _pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twin = next(name for name in names if names.count(name) > 1)
        raise Refused("This property stands twice in one object.", twin)
    return found


def _refuse(constant: str) -> None:
    raise Refused(f"{constant} is not JSON.")


def _finite(text: str) -> float:
    number = float(text)
    if number in (float("inf"), float("-inf")):
        raise Refused(f"The number {text[:40]} is too large.")
    return number


_DECODER = json.JSONDecoder(object_pairs_hook=_pairs, parse_constant=_refuse, parse_float=_finite)


def read_json(body: bytes) -> Any:
    """A body as JSON. Raises Refused."""
    text = _decoded(body)
    value, end = _value(text, _skip(text, 0))
    if _skip(text, end) != len(text):
        raise Refused("The body is more than one JSON value.")
    return value


def read_statements(body: bytes) -> tuple[list[Sent], bool]:
    """The statements of a body, and whether they came as a list. Raises Refused."""
    text = _decoded(body)
    start = _skip(text, 0)
    found: list[Sent] = []
    end = start
    if text[start : start + 1] != "[":
        sent, end = _statement(text, start)
        found = [sent]
    else:
        for one, end in _listed(text, start + 1):  # noqa: B007 (the last end counts)
            found += [one] if one else []
    if _skip(text, end) != len(text):
        raise Refused("Something stands after the statements.")
    return found, text[start : start + 1] == "["


def _decoded(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as problem:
        raise Refused(f"The body is not UTF-8 (byte {problem.start}).") from None


def _listed(text: str, at: int) -> Iterator[tuple[Sent | None, int]]:
    at = _skip(text, at)
    if text[at : at + 1] == "]":
        yield None, at + 1
        return
    while True:
        sent, at = _statement(text, at)
        at = _skip(text, at)
        yield sent, at + 1
        if text[at : at + 1] == "]":
            return
        at = _skip(text, _expect(text, at, ","))


def _statement(text: str, start: int) -> tuple[Sent, int]:
    """An object, property by property."""
    value: dict[str, Any] = {}
    spans: dict[str, str] = {}
    at = _skip(text, _expect(text, start, "{"))
    if text[at : at + 1] == "}":
        return Sent(text[start : at + 1], value, spans), at + 1
    while True:
        began = at
        name, at = _name(text, at)
        if name in spans:
            raise Refused("This property stands twice in one object.", name)
        at = _skip(text, _expect(text, _skip(text, at), ":"))
        value[name], at = _value(text, at)
        spans[name] = text[began:at]
        at = _skip(text, at)
        if text[at : at + 1] == "}":
            return Sent(text[start : at + 1], value, spans), at + 1
        at = _skip(text, _expect(text, at, ","))


def _name(text: str, at: int) -> tuple[str, int]:
    try:
        name, end = _DECODER.raw_decode(text, _expect(text, at, '"') - 1)
    except ValueError as problem:
        raise Refused(f"The body is not JSON: {problem}") from None
    return str(name), end


def _value(text: str, at: int) -> tuple[Any, int]:
    try:
        return _DECODER.raw_decode(text, at)
    except (ValueError, RecursionError) as problem:
        raise Refused(f"The body is not JSON: {problem or 'it is nested too deeply'}") from None


def _expect(text: str, at: int, sign: str) -> int:
    if text[at : at + 1] != sign:
        raise Refused(f"The body is not JSON: {sign} is missing at character {at}.")
    return at + 1


def _skip(text: str, at: int) -> int:
    while at < len(text) and text[at] in SPACE:
        at += 1
    return at
