"""When an agreement's owner is told of its review. Decides with the standard library alone."""

import datetime
from collections.abc import Container
from dataclasses import dataclass

TOLD = (90, 30)
"""So many days before the review, the longest first."""


@dataclass(frozen=True, slots=True)
class Review:
    """An agreement's review: in so many days; below 0 it is past."""

    by: datetime.date
    days: int

    @property
    def is_near(self) -> bool:
        """Whether it is time to see to it."""
        return self.days <= TOLD[0]

    @property
    def is_late(self) -> bool:
        """Whether its day has passed."""
        return self.days < 0


def review_of(review_by: datetime.date | None, on: datetime.date, *, is_over: bool) -> Review | None:
    """The review to come. What is over has none, nor has what nobody gave a day."""
    if review_by is None or is_over:
        return None
    return Review(review_by, (review_by - on).days)


def notice_due(review: Review, told: Container[int]) -> int | None:
    """Of which of the days in TOLD the owner is to be told now; None: of none.

    Only the last that has come: whoever runs late, even after the review's day, tells once.
    """
    come = [days for days in TOLD if review.days <= days]
    return come[-1] if come and come[-1] not in told else None
