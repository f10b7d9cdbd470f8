"""How long to wait before trying again. Standard library only."""

import datetime
import random
from email.utils import parsedate_to_datetime

SHORTEST, LONGEST = 10.0, 3600.0  # seconds


def backoff(failures: int, *, chance: float | None = None) -> datetime.timedelta:
    """Wait after so many failures in a row (1 or more): 10 s at first, twice as long each time, at most an hour.

    Where in the upper half of that span is left to chance (0 to 1), so that workers don't come back all at once.
    """
    span = min(LONGEST, 2 * SHORTEST * 2.0 ** min(failures - 1, 20))
    share = random.random() if chance is None else chance  # noqa: S311 (spreads load, keeps no secret)
    return datetime.timedelta(seconds=span / 2 + span / 2 * share)


def asked_to_wait(header: str | None, *, now: datetime.datetime) -> datetime.timedelta | None:
    """What a Retry-After header asks for, from a second to an hour; None where there is none to be understood."""
    if not header:
        return None
    try:
        seconds = float(header) if header.strip().isdecimal() else _seconds_until(header, now)
    except (ValueError, OverflowError):
        return None
    return datetime.timedelta(seconds=min(LONGEST, max(1.0, seconds)))


def _seconds_until(http_date: str, now: datetime.datetime) -> float:
    until = parsedate_to_datetime(http_date)
    return ((until if until.tzinfo else until.replace(tzinfo=datetime.UTC)) - now).total_seconds()
