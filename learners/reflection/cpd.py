"""A learner's record of continuing professional development. Standard library only."""

import datetime
import math
from collections.abc import Iterable
from dataclasses import dataclass

METHOD = "Self-paced online module (not participatory)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """One thing done. `evidence` names the certificate; `key` says which completion it is."""

    key: str
    on: datetime.date
    title: str
    minutes: int
    outcomes: tuple[str, ...]
    reflection: str
    note: str
    evidence: str

    @property
    def hours(self) -> str:
        """Hours to two decimals: 10 minutes are 0.17."""
        return in_hours(self.minutes)

    @property
    def time(self) -> str:
        """Minutes and hours in words."""
        return in_words(self.minutes)


@dataclass(frozen=True, slots=True)
class CPDRecord:
    """Activities, newest first."""

    activities: tuple[Activity, ...]

    @property
    def minutes(self) -> int:
        """All minutes together."""
        return sum(activity.minutes for activity in self.activities)

    @property
    def hours(self) -> str:
        """All minutes as hours, to two decimals: not the sum of hours that were rounded one by one."""
        return in_hours(self.minutes)

    @property
    def time(self) -> str:
        """All of it in words."""
        return in_words(self.minutes)

    @property
    def years(self) -> list[int]:
        """The years in which something was done, newest first."""
        return sorted({activity.on.year for activity in self.activities}, reverse=True)

    def of(self, year: int | None) -> "CPDRecord":
        """What was done in one year; everything, where none is named."""
        if year is None:
            return self
        return CPDRecord(tuple(each for each in self.activities if each.on.year == year))


def whole_minutes(seconds: float) -> int:
    """Minutes begun, and at least one."""
    return max(1, math.ceil(seconds / 60))


def in_hours(minutes: int) -> str:
    """Hours to two decimals."""
    return f"{minutes / 60:.2f}"


def in_words(minutes: int) -> str:
    """Minutes, and hours behind them."""
    return f"{minutes} minute{'' if minutes == 1 else 's'} ({in_hours(minutes)} hours)"


HEADINGS = (
    "Date", "Activity", "Method", "Participatory", "Minutes", "Hours", "Learning outcomes", "Reflection", "Notes",
    "Evidence",
)  # fmt: skip
"""In the order in which the NMC's, HCPC's and GMC's forms ask for them."""


def rows(activities: Iterable[Activity]) -> Iterable[tuple[str, ...]]:
    """The activities as rows under HEADINGS. Self-paced learning is not participatory (NMC revalidation)."""
    for each in activities:
        yield (
            each.on.isoformat(),
            each.title,
            METHOD,
            "No",
            str(each.minutes),
            each.hours,
            "; ".join(each.outcomes),
            each.reflection,
            each.note,
            each.evidence,
        )
