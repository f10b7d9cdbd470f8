"""Where an organisation here and the Organisation Data Service differ. Standard library only."""

import datetime
from dataclasses import dataclass
from enum import StrEnum

from learners.organisations.ods.found import Found
from learners.organisations.ods.names import same


class Difference(StrEnum):
    """What differs."""

    RENAMED = "renamed"
    CLOSED = "closed"
    UNKNOWN = "not known"


@dataclass(frozen=True, slots=True)
class Kept:
    """An organisation as it is kept here."""

    name: str
    ends_on: datetime.date | None


def difference(kept: Kept, found: Found | None, *, today: datetime.date) -> Difference | None:
    """What an administrator should look at first. There is nothing where an organisation has ended here, too."""
    if found is None:
        return Difference.UNKNOWN
    if kept.ends_on is not None and kept.ends_on < today:
        return None
    if not found.active:
        return Difference.CLOSED
    return None if same(kept.name, found.name) else Difference.RENAMED
