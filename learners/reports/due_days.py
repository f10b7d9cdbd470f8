"""When a regular report is due: pure arithmetic of days."""

import datetime

DAY = datetime.timedelta(days=1)


def latest_day(cadence: str, today: datetime.date) -> datetime.date:
    """The last day before today on which a week (Sunday) or a month ended: the day that a report is as at."""
    if cadence == "monthly":
        return today.replace(day=1) - DAY
    return today - datetime.timedelta(days=today.isoweekday())
