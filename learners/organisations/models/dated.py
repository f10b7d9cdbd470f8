"""Things that hold from one day to another."""

import datetime
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.formats import date_format


class DatedQuerySet[Row: models.Model](models.QuerySet[Row]):
    """Rows with a first and a last day."""

    def in_force(self, *, on: datetime.date) -> Self:
        """What holds on a day. The last day counts."""
        return self.filter(Q(ends_on=None) | Q(ends_on__gte=on), starts_on__lte=on)

    def overlapping(self, first: datetime.date, last: datetime.date | None) -> Self:
        """What holds on any day of a time; `last` is None where that has no end."""
        rows = self.filter(Q(ends_on=None) | Q(ends_on__gte=first))
        return rows.filter(starts_on__lte=last) if last else rows

    def holding_from(self, day: datetime.date) -> Self:
        """What holds on a day or on any after it."""
        return self.overlapping(day, None)


class Dated(models.Model):
    """Holds from `starts_on` to `ends_on`, both included; without an end, until further notice."""

    starts_on = models.DateField("first day")
    ends_on = models.DateField("last day", null=True, blank=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                name="%(app_label)s_%(class)s_days_in_order",
                violation_error_message="The last day is before the first.",
            )
        ]

    @property
    def days_in_words(self) -> str:
        """Its days, as "1 May 2026 to 30 June 2026", or "1 May 2026, until further notice"."""
        first = date_format(self.starts_on, "j F Y")
        return (
            f"{first} to {date_format(self.ends_on, 'j F Y')}"
            if self.ends_on
            else f"{first}, until further notice"
        )
