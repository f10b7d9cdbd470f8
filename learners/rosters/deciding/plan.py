"""What applying a staff list would do, line by line. The same lines and the same roster give the same plan."""

import datetime
import enum
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any


class Outcome(enum.StrEnum):
    """What becomes of a line."""

    NEW = "new"
    CHANGED = "changed"
    MOVED = "moved"
    LEAVING = "leaving"
    UNCHANGED = "unchanged"
    CONFLICT = "conflict"
    REFUSED = "refused"

    @property
    def writes(self) -> bool:
        """Whether applying such a line changes anything."""
        return self not in (Outcome.UNCHANGED, Outcome.CONFLICT, Outcome.REFUSED)


type Change = tuple[str, Any, Any]  # field, before, after


@dataclass(frozen=True, slots=True)
class Row:
    """One line and what becomes of it. `number` is None for somebody whom the file does not name.

    `person` and `membership` are keys of what is there already; `account` and `hat` hold what would be written:
    for something new every field, else only what changes, each with what it was.
    """

    number: int | None
    outcome: Outcome
    name: str
    number_here: str = ""
    reason: str = ""
    person: int | None = None
    membership: int | None = None
    account: tuple[Change, ...] = ()
    hat: tuple[Change, ...] = ()

    @property
    def writes(self) -> bool:
        """Whether applying it changes anything."""
        return self.outcome.writes


@dataclass(frozen=True)
class Plan:
    """A whole file. Where `refusal` says something, it cannot be applied at all.

    `unknown_titles` are the job titles that no role is chosen for, each with how many people have it.
    """

    on: datetime.date
    rows: tuple[Row, ...]
    refusal: str = ""
    unknown_titles: Mapping[str, int] = field(default_factory=dict)

    @cached_property
    def counts(self) -> dict[Outcome, int]:
        """How many lines come to each outcome."""
        counted = Counter(row.outcome for row in self.rows)
        return {outcome: counted[outcome] for outcome in Outcome}

    @property
    def changes_something(self) -> bool:
        """Whether there is anything to apply."""
        return any(row.writes for row in self.rows)
