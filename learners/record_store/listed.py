"""Activities around a statement are given as lists, also where one was sent without its list (xAPI-Data 2.4.6.2)."""

from collections.abc import Mapping
from typing import Any


def listed(statement: Mapping[str, Any]) -> dict[str, Any]:
    """The properties of a statement that have to be written in another way; mostly none."""
    found = {}
    context = _context(statement)
    if context is not None:
        found["context"] = context
    about = statement["object"]
    if about.get("objectType") == "SubStatement":
        inner = _context(about)
        if inner is not None:
            found["object"] = about | {"context": inner}
    return found


def _context(statement: Mapping[str, Any]) -> dict[str, Any] | None:
    context = statement.get("context", {})
    around = context.get("contextActivities", {})
    if not any(isinstance(activities, dict) for activities in around.values()):
        return None
    lists = {name: [one] if isinstance(one, dict) else one for name, one in around.items()}
    return context | {"contextActivities": lists}
