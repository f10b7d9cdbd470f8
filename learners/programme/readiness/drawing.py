"""Where the parts of a burn-up lie: weeks from left to right up to the go-live day, and nothing ahead of today."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from learners.dashboards.charts import LINE_HEIGHT, LINE_WIDTH, MARGIN, Point, line, points
from learners.dashboards.figures import Share

WEEK = datetime.timedelta(days=7)
BACK, AHEAD = 26, 52  # weeks that are shown before today, and at most after it


def weeks_until(day: datetime.date, first: datetime.date) -> list[datetime.date]:
    """Days a week apart, the last of them `day`: half a year at most, and none before `first`."""
    days = [day - WEEK * back for back in range(BACK, -1, -1)]
    return [each for each in days if each >= first] or [day]


@dataclass(frozen=True, slots=True)
class BurnUp:
    """How many were trained, week by week; None where there are too few to show."""

    weeks: Sequence[tuple[datetime.date, Share | None]]
    goes_live_on: datetime.date
    threshold: int
    is_rounded: bool = False

    @property
    def _ahead(self) -> int:
        """How many weeks are left empty on the right."""
        return min(max(-((self.weeks[-1][0] - self.goes_live_on) // WEEK), 0), AHEAD)

    @property
    def _shares(self) -> list[Share | None]:
        return [*(share for _, share in self.weeks), *[None] * self._ahead]

    @property
    def line(self) -> str:
        """The line of the drawing."""
        return line(self._shares)

    @property
    def points(self) -> list[Point]:
        """Its points."""
        return points(self._shares)

    @property
    def threshold_y(self) -> int:
        """How high the threshold lies."""
        height = LINE_HEIGHT - 2 * MARGIN
        return MARGIN + height - self.threshold * height // 100

    @property
    def goes_live_x(self) -> int | None:
        """Where the go-live day lies; None where that is further away than what is drawn."""
        weeks = len(self._shares) - 1
        step = (LINE_WIDTH - 2 * MARGIN) // max(weeks, 1)
        days = (self.goes_live_on - self.weeks[0][0]).days
        return MARGIN + step * days // 7 if 0 <= days <= weeks * 7 else None
