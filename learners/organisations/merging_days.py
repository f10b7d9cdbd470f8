"""Which days of a time are not covered yet. Pure: dates in, dates out."""

import datetime
from collections.abc import Iterable
from typing import NamedTuple

DAY = datetime.timedelta(days=1)


class Span(NamedTuple):
    """From a first to a last day, both included; without a last, until further notice."""

    first: datetime.date
    last: datetime.date | None

    def meets(self, other: "Span") -> bool:
        """Whether two spans share a day."""
        return (other.last is None or self.first <= other.last) and (
            self.last is None or other.first <= self.last
        )

    def within(self, other: "Span") -> "Span":
        """The days that two spans share; they must share one."""
        ends = [last for last in (self.last, other.last) if last]
        return Span(max(self.first, other.first), min(ends, default=None))


def gaps(wanted: Span, covered: Iterable[Span]) -> list[Span]:
    """The days of `wanted` that none of `covered` holds, as the fewest spans, in order. Covered ones may overlap."""
    found, first = [], wanted.first
    for span in sorted(covered, key=lambda span: span.first):
        if not span.meets(Span(first, wanted.last)):
            continue
        if span.first > first:
            found.append(Span(first, span.first - DAY))
        if span.last is None or span.last == wanted.last:
            return found
        first = span.last + DAY
        if wanted.last and first > wanted.last:
            return found
    return [*found, Span(first, wanted.last)]
