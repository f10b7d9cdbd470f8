"""How long a service asks to be left alone. Standard library only."""

import datetime
from email.utils import parsedate_to_datetime

LONGEST = datetime.timedelta(hours=1)
SHORTEST = datetime.timedelta(seconds=1)


def pause(header: str | None, *, now: datetime.datetime) -> datetime.timedelta | None:
    """What a Retry-After header asks for, from a second to an hour; None where it says nothing to be understood."""
    if not header:
        return None
    try:
        wait = (
            datetime.timedelta(seconds=int(header))
            if header.strip().isdecimal()
            else _until(parsedate_to_datetime(header), now)
        )
    except (ValueError, OverflowError):
        return None
    return min(LONGEST, max(SHORTEST, wait))


def _until(when: datetime.datetime, now: datetime.datetime) -> datetime.timedelta:
    return (when if when.tzinfo else when.replace(tzinfo=datetime.UTC)) - now
