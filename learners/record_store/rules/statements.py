"""A whole statement (xAPI-Data 2.4)."""

import re
from typing import Any

from learners.record_store.rules.activities import activity
from learners.record_store.rules.attachments import attachments
from learners.record_store.rules.contexts import context, statement_reference
from learners.record_store.rules.people import agent_or_group, authority
from learners.record_store.rules.place import Place, Refused, Rule, properties
from learners.record_store.rules.results import result
from learners.record_store.rules.values import iri, language_map, matching, moment, uuid

VOIDED = "http://adlnet.gov/expapi/verbs/voided"
VERSION_ONE, VERSION_TWO = re.compile(r"1\.0(\.[0-9]{1,6})?"), re.compile(r"[12]\.0(\.[0-9]{1,6})?")
_version_one = matching(VERSION_ONE, "1.0 or 1.0.x")
_version_two = matching(VERSION_TWO, "2.0.x or 1.0.x")


def verb(value: Any, at: Place) -> None:
    """What was done, by its IRI."""
    properties(value, at, {"id": iri, "display": language_map}, required=("id",))


def _version(value: Any, at: Place) -> None:
    (_version_two if at.is_two else _version_one)(value, at)


def _object(value: Any, at: Place) -> None:
    kind = value.get("objectType", "Activity") if isinstance(value, dict) else "Activity"
    rule = _OBJECTS.get(kind) if isinstance(kind, str) else None
    if rule is None:
        raise Refused(f"This must be one of {', '.join(_OBJECTS)}.", str(at / "objectType"))
    rule(value, at)


def _substatement_object(value: Any, at: Place) -> None:
    nested = isinstance(value, dict) and value.get("objectType") == "SubStatement"
    at.hold(not nested, "A SubStatement holds no other.")
    _object(value, at)


def _kind(value: Any, at: Place) -> None:
    """Which object it is was asked before."""


_PARTS: dict[str, Rule] = {
    "actor": agent_or_group,
    "verb": verb,
    "result": result,
    "context": context,
    "timestamp": moment,
    "attachments": attachments,
}
REQUIRED = ("actor", "verb", "object")


def substatement(value: Any, at: Place) -> None:
    """A statement inside another, as something planned. It is nobody's and has no id."""
    properties(value, at, _PARTS | {"objectType": _kind, "object": _substatement_object}, required=REQUIRED)
    _agree(value, at)


_OBJECTS: dict[str, Rule] = {
    "Activity": activity,
    "Agent": agent_or_group,
    "Group": agent_or_group,
    "StatementRef": statement_reference,
    "SubStatement": substatement,
}
_STATEMENT = _PARTS | {
    "object": _object,
    "id": uuid,
    "stored": moment,
    "authority": authority,
    "version": _version,
}


def statement(value: Any, at: Place) -> None:
    """Raise Refused, which names the property, unless this is a statement."""
    properties(value, at, _STATEMENT, required=REQUIRED)
    _agree(value, at)


def _agree(value: dict[str, Any], at: Place) -> None:
    """What holds between the parts."""
    kind = value["object"].get("objectType", "Activity")
    if value["verb"]["id"] == VOIDED:
        (at / "object").hold(kind == "StatementRef", "Only a statement can be voided.")
    for name in ("revision", "platform"):
        there = name in value.get("context", {})
        (at / "context" / name).hold(not there or kind == "Activity", "Only an activity has one.")
