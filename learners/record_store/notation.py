"""How xAPI writes moments, durations and numbers. Standard library only."""

import datetime
import re

_DURATION = re.compile(
    r"P(?:(?P<days>[\d.]+)D)?(?:T(?:(?P<hours>[\d.]+)H)?(?:(?P<minutes>[\d.]+)M)?(?:(?P<seconds>[\d.]+)S)?)?"
)


def timestamp(at: datetime.datetime) -> str:
    """A moment in UTC, to the millisecond: `2026-11-22T10:00:00.123Z`. `at` must know its time zone."""
    return at.astimezone(datetime.UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def duration(seconds: float) -> str:
    """Seconds as the canonical ISO 8601 duration, to a hundredth: 102.5 is `PT1M42.5S`. Never negative."""
    hundredths = max(0, round(float(seconds) * 100))
    minutes, hundredths = divmod(hundredths, 60 * 100)
    hours, minutes = divmod(minutes, 60)
    parts = [f"{hours}H" if hours else "", f"{minutes}M" if minutes else ""]
    if hundredths or not any(parts):
        whole, rest = divmod(hundredths, 100)
        parts.append((f"{whole}.{rest:02}".rstrip("0") if rest else str(whole)) + "S")
    return "PT" + "".join(parts)


def seconds_in(text: str) -> float | None:
    """The seconds in an ISO 8601 duration of days and less; None where `text` is no such duration."""
    found = _DURATION.fullmatch(text)
    if not found or not any(found.groups()):
        return None
    units = {"days": 86_400, "hours": 3_600, "minutes": 60, "seconds": 1}
    try:
        return sum(float(found[unit]) * length for unit, length in units.items() if found[unit])
    except ValueError:
        return None


def number(value: float) -> float | int:
    """A number to four decimals, and without any where it is whole, so that 1 and 1.0 are written alike."""
    rounded = round(float(value), 4)
    return int(rounded) if rounded.is_integer() else rounded


def precise(at: datetime.datetime) -> str:
    """A moment in UTC, to the microsecond: `2026-11-22T10:00:00.123456Z`. `at` must know its time zone."""
    return at.astimezone(datetime.UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
