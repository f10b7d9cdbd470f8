"""Contexts (xAPI-Data 2.4.6; contextAgents and contextGroups of 2.0)."""

from typing import Any

from learners.record_store.rules.activities import activities
from learners.record_store.rules.people import agent, agent_or_group, group
from learners.record_store.rules.place import Place, Rule, each, properties
from learners.record_store.rules.values import extensions, iri, language, one_of, text, uuid

PLACES = ("parent", "grouping", "category", "other")


def context_activities(value: Any, at: Place) -> None:
    """What it happened in, and what it belongs to."""
    properties(value, at, dict.fromkeys(PLACES, activities))


def statement_reference(value: Any, at: Place) -> None:
    """Another statement, by its id."""
    rules = {"objectType": one_of("StatementRef"), "id": uuid}
    properties(value, at, rules, required=("objectType", "id"))


def _types(value: Any, at: Place) -> None:
    each(iri)(value, at)
    at.hold(value, "This must not be empty.")


def _context_agent(value: Any, at: Place) -> None:
    rules = {"objectType": one_of("contextAgent"), "agent": agent, "relevantTypes": _types}
    properties(value, at, rules, required=("objectType", "agent"))


def _context_group(value: Any, at: Place) -> None:
    rules = {"objectType": one_of("contextGroup"), "group": group, "relevantTypes": _types}
    properties(value, at, rules, required=("objectType", "group"))


_CONTEXT: dict[str, Rule] = {
    "registration": uuid,
    "instructor": agent_or_group,
    "team": group,
    "contextActivities": context_activities,
    "revision": text,
    "platform": text,
    "language": language,
    "statement": statement_reference,
    "extensions": extensions,
}
_TWO = _CONTEXT | {"contextAgents": each(_context_agent), "contextGroups": each(_context_group)}


def context(value: Any, at: Place) -> None:
    """What surrounds it."""
    properties(value, at, _TWO if at.is_two else _CONTEXT)
