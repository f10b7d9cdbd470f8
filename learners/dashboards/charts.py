"""Where the parts of a bar lie. A bar only repeats what its table says in numbers."""

from dataclasses import dataclass

from learners.dashboards.figures import Tally

WIDTH = 1000  # of the drawing; the page stretches it


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
