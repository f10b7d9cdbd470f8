"""On which days what a requirement waits for is so."""

import datetime
from collections.abc import Iterable

from learners.requirements.standing.days import DAY
from learners.requirements.standing.facts import Span


def days_held(entries: Iterable[tuple[datetime.date, bool]]) -> list[Span]:
    """The days on which something holds, from its history: from which day on it did, or did not, in order.

    Of several entries for one day the last counts.
    """
    found: list[Span] = []
    since: datetime.date | None = None
    for day, holds in entries:
        if since is not None and not holds:
            if since < day:
                found.append(Span(since, day - DAY))
            since = None
        elif since is None and holds:
            since = day
    return [*found, Span(since)] if since is not None else found


def within(spans: Iterable[Span], limits: Span) -> list[Span]:
    """What of spans lies within others' limits."""
    found = []
    for span in spans:
        first = max(span.first, limits.first)
        last = min((day for day in (span.last, limits.last) if day), default=None)
        if last is None or first <= last:
            found.append(Span(first, last))
    return found


def joined(spans: Iterable[Span]) -> list[Span]:
    """Spans that meet or follow each other without a day between them, as one."""
    found: list[Span] = []
    for span in sorted(spans, key=lambda each: each.first):
        before = found[-1] if found else None
        if before is None or (before.last and before.last + DAY < span.first):
            found.append(span)
        elif before.last:
            found[-1] = Span(before.first, max(before.last, span.last) if span.last else None)
    return found


def span_for(spans: list[Span], on: datetime.date) -> Span | None:
    """Of spans in order, the one that holds a day; else the next after it; else the last before it."""
    ahead = (span for span in spans if span.last is None or on <= span.last)
    return next(ahead, spans[-1] if spans else None)
