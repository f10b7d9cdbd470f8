"""Figures as the screens show them: with names, bars and words."""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from learners.dashboards.charts import Point, Segment, line, points, segments
from learners.dashboards.figures import Aims, Level, Share, Tally


@dataclass(frozen=True, slots=True)
class Line:
    """One line of figures: of a module, a site, a team, a staff group or a role."""

    key: str
    name: str
    tally: Tally
    level: Level | None

    @property
    def bar(self) -> list[Segment]:
        """The parts of its bar."""
        return segments(self.tally)


def modules_shown(tallies: Mapping[UUID, Tally], titles: Mapping[UUID, str], aims: Aims) -> list[Line]:
    """A line for each module, in the order of the catalogue."""
    known = [key for key in titles if key in tallies]
    return [Line(str(key), titles[key], tallies[key], aims.level_of(tallies[key])) for key in known]


def breakdown_of(tallies: Mapping[str, Tally], aims: Aims) -> list[Line]:
    """A line for each value, still without names, those furthest behind first."""
    lines = [Line(value, "", tally, aims.level_of(tally)) for value, tally in tallies.items()]
    return sorted(lines, key=lambda each: (not each.tally.total, each.tally.share_done.per_mille, each.key))


def named(lines: Iterable[Line], names: Mapping[str, str]) -> list[Line]:
    """The same lines with their names."""
    return [replace(each, name=names[each.key]) for each in lines]


@dataclass(frozen=True, slots=True)
class Trend:
    """Shares at month ends, and where they lie in the drawing. A share that is hidden has no point."""

    months: Sequence[tuple[datetime.date, Share | None]]

    @property
    def shares(self) -> list[Share | None]:
        """The shares alone."""
        return [share for _, share in self.months]

    @property
    def line(self) -> str:
        """The line of the drawing."""
        return line(self.shares)

    @property
    def points(self) -> list[Point]:
        """Its points."""
        return points(self.shares)
