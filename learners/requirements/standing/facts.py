"""What a standing is decided from: plain data."""

import datetime
from dataclasses import dataclass
from enum import StrEnum


class Refresh(StrEnum):
    """How long a completion is good for."""

    NEVER = "never"
    ROLLING = "rolling"
    YEARLY = "yearly"


class Where(StrEnum):
    """For whom something was completed, as seen from one organisation; also: from whom it accepts completions."""

    HERE = "here"
    NETWORK = "network"
    ANYWHERE = "anywhere"


MARKED_BY_US = frozenset({"marked", "tested_out", "observed", "accepted"})
"""The evidence that is accepted unless a requirement says otherwise."""


@dataclass(frozen=True, slots=True)
class Span:
    """Days from the first to the last, both included; without a last day, until further notice."""

    first: datetime.date
    last: datetime.date | None = None

    def __contains__(self, day: datetime.date) -> bool:
        return self.first <= day and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True)
class Change:
    """A material change of the module: its day, the moment of its Edition, and what changed, in an author's words."""

    on: datetime.date
    edition: datetime.datetime
    what: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RequirementFacts:
    """What is asked of whom, by when, how often, and what counts as having done it.

    Audience: sets of kinds, roles (by name), staff groups, teams and sites (by key; a team's holds those below it);
    an empty set leaves nobody out; `of_one`: a manager asks it of this person alone. Due: either `due_days` from the
    first day, or `due_on`, which a `go_live` may have given; whoever starts after that was asked has `grace_days`.
    `ends_on` is the last day on which it is asked. `waits_for`: why it is not open although its day has come, while
    nobody knows when it will; `opens_on`: the day on which what it waited for came about, or will.
    `minimum` is the moment of the oldest Edition that counts.
    """

    starts_on: datetime.date
    ends_on: datetime.date | None = None
    waits_for: str = ""
    opens_on: datetime.date | None = None
    asked_by: str = ""
    of_one: bool = False
    kinds: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    staff_groups: frozenset[str] = frozenset()
    teams: frozenset[int] = frozenset()
    sites: frozenset[int] = frozenset()
    due_days: int | None = None
    due_on: datetime.date | None = None
    go_live: str = ""
    grace_days: int = 28
    refresh: Refresh = Refresh.NEVER
    refresh_months: int = 0
    window_opens: tuple[int, int] = (1, 1)
    window_closes: tuple[int, int] = (12, 31)
    window_grace_days: int = 0
    minimum: datetime.datetime | None = None
    changes: tuple[Change, ...] = ()
    change_days: int = 28
    accepts: frozenset[str] = MARKED_BY_US
    accepts_from: Where = Where.ANYWHERE

    @property
    def first_day(self) -> datetime.date:
        """The first day on which it is open, as far as is known: while it waits, only that it is not before."""
        return max(self.starts_on, self.opens_on or self.starts_on)

    def is_open(self, on: datetime.date) -> bool:
        """Whether its day has come, and what it waits for."""
        return not self.waits_for and self.first_day <= on


@dataclass(frozen=True, slots=True, kw_only=True)
class MembershipFacts:
    """How somebody works here, from when to when, and the days on which nothing is asked of them."""

    role: str
    starts_on: datetime.date
    ends_on: datetime.date | None = None
    kind: str = ""
    staff_group: str = ""
    team: int | None = None
    site: int | None = None
    pauses: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Completed:
    """The module was completed on this day.

    `edition` is the moment of the Edition that was done (None: whatever it was, it counts), `evidence` how we know,
    `expires_on` the day until which that evidence itself is good. With `only_changes`, only what had changed was done.
    """

    on: datetime.date
    where: Where = Where.HERE
    edition: datetime.datetime | None = None
    evidence: str = "marked"
    expires_on: datetime.date | None = None
    only_changes: bool = False


@dataclass(frozen=True, slots=True)
class Exempt:
    """Somebody need not, on these days, for a reason."""

    days: Span
    reason: str = ""


@dataclass(frozen=True, slots=True)
class History:
    """What a person did of one module, anywhere: the days on which they began it, and each time they completed it.

    `exemptions` are the organisation's own.
    """

    starts: tuple[datetime.date, ...] = ()
    completions: tuple[Completed, ...] = ()
    exemptions: tuple[Exempt, ...] = ()
