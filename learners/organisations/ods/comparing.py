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


def differences(kept: Kept, found: Found | None, *, today: datetime.date) -> list[Difference]:
    """What an administrator should look at. An organisation that has ended here, too, is not reported as closed."""
    if found is None:
        return [Difference.UNKNOWN]
    has_ended_here = kept.ends_on is not None and kept.ends_on < today
    closed = not found.active and not has_ended_here
    renamed = not same(kept.name, found.name) and not has_ended_here
    return [
        difference
        for difference, is_so in ((Difference.CLOSED, closed), (Difference.RENAMED, renamed))
        if is_so
    ]
