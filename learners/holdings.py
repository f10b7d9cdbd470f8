"""What is held of a person: said once by each app, for the page “My data”, the person's own copy, and the end of it.

Each app says so in a module named `holdings`, which `learners.privacy` finds. It stands beside the apps, because those
below privacy have something to say, too.
"""

import datetime
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any

ANONYMISED = "Anonymised person"
"""How somebody appears from then on."""

SHORTEST_NUMBER = 6  # shorter ones are in too many other texts

type Row = Mapping[str, Any]


class Fate(StrEnum):
    """What anonymising does to what is held."""

    DELETED = "deleted"
    BLANKED = "blanked"
    KEPT = "kept"


@dataclass(frozen=True)
class Traces:
    """The words by which somebody could be told, gathered before they go."""

    names: frozenset[str]
    addresses: frozenset[str]
    numbers: frozenset[str]

    @property
    def sure(self) -> frozenset[str]:
        """Words that are this person's and nobody else's: a namesake has none of them."""
        return self.addresses | {number for number in self.numbers if len(number) >= SHORTEST_NUMBER}

    @property
    def all(self) -> frozenset[str]:
        """Names, too."""
        return self.names | self.sure

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        longest_first = sorted(self.all, key=len, reverse=True)
        return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", re.IGNORECASE)

    def scrubbed(self, value: Any) -> Any:
        """A text without these words; of a list or a mapping, every text in it."""
        if isinstance(value, str):
            return self._pattern.sub(ANONYMISED, value) if self.all else value
        if isinstance(value, Mapping):
            return {key: self.scrubbed(each) for key, each in value.items()}
        if isinstance(value, list | tuple):
            return [self.scrubbed(each) for each in value]
        return value


def nothing(person: Any, traces: Traces) -> None:
    """What anonymising does to what is kept as it is."""


@dataclass(frozen=True, kw_only=True)
class Holding:
    """One kind of thing that is held of a person, in plain words.

    `about` and `by` name fields ("organisations.Membership.person"): of rows that are about the person, and of rows
    in which they only acted. `parts` names models that hang on those. `rows` gives what goes into their own copy, each
    row as headings with values; `forget` does what `fate` says. `because` says why it has this fate. `of_duties` says
    that only those have any who manage, write or keep the service, so that others need not read of it.
    """

    key: str
    title: str
    why: str
    how_long: str
    fate: Fate
    because: str
    rows: Callable[[Any], Iterable[Row]]
    forget: Callable[[Any, Traces], None] = nothing
    about: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    of_duties: bool = False


type Lines = Mapping[int, Sequence[str]]


@dataclass(frozen=True, kw_only=True)
class Sight:
    """What managers see of a person, besides who they are and where they belong: lines by organisation's key."""

    title: str
    lines: Callable[[Any, datetime.date], Lines]


_holdings: dict[str, Holding] = {}
_sights: dict[str, Sight] = {}


def register(*found: Holding | Sight) -> None:
    """Add what an app holds, or what it shows to managers. Registered twice, the later counts."""
    for each in found:
        if isinstance(each, Holding):
            _holdings[each.key] = each
        else:
            _sights[each.title] = each


def holdings() -> list[Holding]:
    """Everything that is held, in the order in which apps stand on each other."""
    return list(_holdings.values())


def sights() -> list[Sight]:
    """Everything that managers see besides."""
    return list(_sights.values())
