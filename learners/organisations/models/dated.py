"""Things that hold from one day to another."""

import datetime
from typing import Self

from django.db import models
from django.db.models import F, Q


class DatedQuerySet[Row: models.Model](models.QuerySet[Row]):
    """Rows with a first and a last day."""

    def in_force(self, *, on: datetime.date) -> Self:
        """What holds on a day. The last day counts."""
        return self.filter(Q(ends_on=None) | Q(ends_on__gte=on), starts_on__lte=on)


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
