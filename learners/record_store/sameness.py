"""Whether a record store's statement is the one we sent. Standard library only."""

import datetime
import math
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from learners.record_store.notation import seconds_in

# An activity's definition is no part of a statement (xAPI-Data 2.3.1), and a verb is its id, not how it is shown.
NOT_COMPARED = frozenset({"definition", "display"})
ACTIVITIES = frozenset({"parent", "grouping", "category", "other"})
IDENTIFIERS = frozenset({"id", "registration"})


def same_statement(sent: Mapping[str, Any], stored: object) -> bool:
    """Whether `stored` says all that `sent` says.

    A store may add to a statement (stored, authority, version, objectType, an empty list), and may write its
    moments, durations, identifiers and numbers in another way. Neither makes it another statement.
    """
    return _same("", sent, stored)


def _same(name: str, sent: Any, stored: Any) -> bool:
    if name in NOT_COMPARED:
        return True
    if name in ACTIVITIES:
        return _same_activities(sent, stored)
    if isinstance(sent, Mapping):
        return isinstance(stored, Mapping) and all(
            key in NOT_COMPARED or (key in stored and _same(key, value, stored[key]))
            for key, value in sent.items()
        )
    if isinstance(sent, list):
        return (
            isinstance(stored, list)
            and len(sent) == len(stored)
            and all(_same("", ours, theirs) for ours, theirs in zip(sent, stored, strict=True))
        )
    return _same_value(name, sent, stored)


def _same_value(name: str, sent: Any, stored: Any) -> bool:
    if isinstance(sent, bool) or isinstance(stored, bool):
        return sent is stored
    if isinstance(sent, int | float) and isinstance(stored, int | float):
        return math.isclose(sent, stored, abs_tol=1e-6)
    if isinstance(sent, str) and isinstance(stored, str):
        return sent == stored or _same_text(name, sent, stored)
    return bool(sent == stored)


def _same_text(name: str, sent: str, stored: str) -> bool:
    if name in IDENTIFIERS:
        ours, theirs = _uuid(sent), _uuid(stored)
        return ours is not None and ours == theirs
    if name == "timestamp":
        began, theirs_began = _moment(sent), _moment(stored)
        if began is None or theirs_began is None:
            return False
        return abs(began - theirs_began) < datetime.timedelta(milliseconds=1)
    if name == "duration":
        spent, theirs_spent = seconds_in(sent), seconds_in(stored)
        return spent is not None and theirs_spent is not None and abs(spent - theirs_spent) < 0.01
    return False


def _same_activities(sent: Any, stored: Any) -> bool:
    """Lists of activities have no order, and a store may write a list of one as the one."""
    ours, theirs = _ids(sent), _ids(stored)
    return ours is not None and ours == theirs


def _ids(activities: Any) -> list[str] | None:
    listed = [activities] if isinstance(activities, Mapping) else activities
    if not isinstance(listed, list) or not all(isinstance(activity, Mapping) for activity in listed):
        return None
    return sorted(str(activity.get("id")) for activity in listed)


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def _moment(text: str) -> datetime.datetime | None:
    try:
        moment = datetime.datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=datetime.UTC)


OURS = frozenset({"id", "stored", "authority", "version", "attachments"})
"""What a store adds, or what is no part of what a statement says (xAPI-Data 2.3.1; a signature is an attachment)."""


def same_in_store(sent: Mapping[str, Any], known: Mapping[str, Any]) -> bool:
    """Whether two statements of one id say the same: neither says more than the other."""
    ours = {name: part for name, part in sent.items() if name not in OURS}
    theirs = {name: part for name, part in known.items() if name not in OURS}
    if "timestamp" not in ours or "timestamp" not in theirs:
        ours.pop("timestamp", None)
        theirs.pop("timestamp", None)
    return _same("", ours, theirs) and _same("", theirs, ours)
