"""Version 2.0 gives moments in UTC, also where one was sent with another offset. Standard library only."""

from collections.abc import Mapping
from typing import Any

from learners.record_store.rules.place import Place
from learners.record_store.rules.values import IN_UTC, MOMENT, moment


def in_utc(statement: Mapping[str, Any]) -> dict[str, Any]:
    """The properties of a valid statement that have to be written in another way; mostly none."""
    found: dict[str, Any] = {}
    if _is_elsewhere(statement):
        found["timestamp"] = _utc(statement["timestamp"])
    about = statement["object"]
    if about.get("objectType") == "SubStatement" and _is_elsewhere(about):
        found["object"] = about | {"timestamp": _utc(about["timestamp"])}
    return found


def _is_elsewhere(part: Mapping[str, Any]) -> bool:
    return "timestamp" in part and not IN_UTC.search(part["timestamp"])


def _utc(text: str) -> str:
    """The same moment, with as many digits after the second as were sent."""
    found = MOMENT.fullmatch(text)
    fraction = f".{found[3]}" if found and found[3] else ""
    return f"{moment(text, Place('timestamp')).replace(tzinfo=None).isoformat(timespec='seconds')}{fraction}Z"
