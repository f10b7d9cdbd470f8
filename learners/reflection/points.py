"""How somebody's confidence changed: before a module, after it, some weeks later. For them alone."""

from dataclasses import dataclass
from uuid import UUID

from learners.attempts.models import Attempt
from learners.organisations.scope import Scope
from learners.reflection.models import Confidence, Level

WIDTH, HEIGHT, MARGIN = 600, 160, 20
MOMENTS = (Confidence.Moment.BEFORE, Confidence.Moment.AFTER, Confidence.Moment.LATER)


@dataclass(frozen=True, slots=True)
class Point:
    """When it was asked, what was said, and where it stands in the drawing."""

    moment: str
    level: str
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Points:
    """One picture: from left to right the moments, from bottom to top “Not at all” to “Completely”."""

    said: tuple[Point, ...]

    @property
    def line(self) -> str:
        """The points as a drawing takes them."""
        return " ".join(f"{point.x},{point.y}" for point in self.said)


def points_of(scope: Scope, module_key: UUID) -> Points | None:
    """One's own of a module. The first time that both before and after were said stands, whatever was said since.

    None where there is nothing to compare.
    """
    attempts = Attempt.objects.filter(person=scope.person, module_key=module_key)
    found = attempts.order_by("started_at").prefetch_related("confidences")
    all_said = [{each.moment: each.level for each in attempt.confidences.all()} for attempt in found]
    first = next((said for said in all_said if _is_pair(said)), None)
    return Points(tuple(_points(first))) if first else None


def _is_pair(said: dict[str, int]) -> bool:
    return Confidence.Moment.BEFORE in said and Confidence.Moment.AFTER in said


def _points(said: dict[str, int]) -> list[Point]:
    across = (WIDTH - 2 * MARGIN) // (len(MOMENTS) - 1)
    up = (HEIGHT - 2 * MARGIN) // (len(Level) - 1)
    return [
        Point(
            moment.label,
            Level(said[moment]).label,
            MARGIN + number * across,
            HEIGHT - MARGIN - (said[moment] - 1) * up,
        )
        for number, moment in enumerate(MOMENTS)
        if moment in said
    ]
