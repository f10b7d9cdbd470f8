"""What a look-up can answer. Standard library only."""

import datetime
from dataclasses import dataclass
from typing import Literal

Source = Literal["file", "api"]


@dataclass(frozen=True, slots=True)
class Found:
    """An organisation that the Organisation Data Service knows.

    `known_on` is when that was so: when the file was loaded, or when the API was asked. `last_changed` is the day
    that the service itself gives, which only the API tells. `warning` says what this answer lacks, where it does.
    """

    code: str
    name: str
    active: bool
    source: Source
    known_on: datetime.datetime
    roles: tuple[str, ...] = ()
    starts_on: datetime.date | None = None
    ends_on: datetime.date | None = None
    successors: tuple[str, ...] = ()
    predecessors: tuple[str, ...] = ()
    postcode: str = ""
    last_changed: datetime.date | None = None
    warning: str = ""


@dataclass(frozen=True, slots=True)
class NotFound:
    """Nobody there knows this code. `source` is None where nobody needed to be asked."""

    code: str
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Unavailable:
    """Nobody could say. `reason` is a sentence; `try_again_at` is when the service asked to be asked again."""

    reason: str
    try_again_at: datetime.datetime | None = None


Answer = Found | NotFound | Unavailable
