"""Where everybody stands, worked out from the history that the demonstration made, day by day."""

import datetime
from collections.abc import Iterator

from learners.organisations.models import Organisation
from learners.requirements.counting import keep_month
from learners.requirements.keeping import catch_up


def work_out_standings(*, since: datetime.date, today: datetime.date) -> None:
    """Bring the tables up to date, and keep the month ends that lie between."""
    for organisation in Organisation.objects.order_by("pk").values_list("pk", flat=True):
        catch_up(organisation, at_most=None)
        for month_end in _month_ends(since, today):
            keep_month(organisation, month_end)


def _month_ends(since: datetime.date, today: datetime.date) -> Iterator[datetime.date]:
    month_end = today.replace(day=1) - datetime.timedelta(days=1)
    while month_end >= since:
        yield month_end
        month_end = month_end.replace(day=1) - datetime.timedelta(days=1)
