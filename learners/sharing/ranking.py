"""Which of several things that agreements say of one category counts. Decides with the standard library alone."""

import datetime
from collections.abc import Iterable
from typing import Protocol


class Says(Protocol):
    """Something that is agreed: how much is shared by it (more is better), and from which day if it is planned."""

    @property
    def rank(self) -> int:
        """How much is shared."""

    @property
    def planned_for(self) -> datetime.date | None:
        """The day of what is planned."""


def best[Said: Says](said: Iterable[Said]) -> Said | None:
    """The most that is shared; of plans, the earliest; of equals, the first."""
    return max(
        said,
        key=lambda each: (each.rank, -(each.planned_for or datetime.date.max).toordinal()),
        default=None,
    )
