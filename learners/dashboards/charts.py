"""Where the parts of a bar and the points of a line lie. A drawing only repeats what its table says in numbers."""

from collections.abc import Sequence
from dataclasses import dataclass

from learners.dashboards.figures import Share, Tally

WIDTH = 1000  # of a bar; the page stretches it
LINE_WIDTH, LINE_HEIGHT, MARGIN = 600, 160, 12


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a bar: what it stands for, where it begins and how wide it is, of WIDTH."""

    name: str
    x: int
    width: int


def segments(tally: Tally) -> list[Segment]:
    """The parts of a tally's bar, side by side without gap or overlap; empty parts are left out."""
    parts, before = [], 0
    for name in ("compliant", "expiring", "under_way", "not_started", "due", "expired", "overdue"):
        after = before + getattr(tally, name)
        if after > before:
            x = before * WIDTH // tally.total
            parts.append(Segment(name, x, after * WIDTH // tally.total - x))
        before = after
    return parts


@dataclass(frozen=True, slots=True)
class Point:
    """A point of a line: the higher the share, the smaller `y`."""

    x: int
    y: int


def points(shares: Sequence[Share | None]) -> list[Point]:
    """Points from left to right, 0 to 100 per cent from bottom to top; none where there is no share to show."""
    step = (LINE_WIDTH - 2 * MARGIN) // max(len(shares) - 1, 1)
    height = LINE_HEIGHT - 2 * MARGIN
    return [
        Point(MARGIN + number * step, MARGIN + height - share.per_mille * height // 1000)
        for number, share in enumerate(shares)
        if share is not None and share.total
    ]


def line(shares: Sequence[Share | None]) -> str:
    """The points of a line as a drawing takes them: "12,140 84,130"."""
    return " ".join(f"{point.x},{point.y}" for point in points(shares))
