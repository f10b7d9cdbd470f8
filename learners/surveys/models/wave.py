"""A survey: one instrument, asked in one network between two days."""

import datetime
import uuid
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q

from learners.organisations.models import Network, Organisation
from learners.surveys.models.instrument import Instrument

FIXED = {"network": "network_id", "instrument": "instrument_id", "opens_on": "opens_on"}


class WaveQuerySet(models.QuerySet["Wave"]):
    """Surveys."""

    def to_open(self, *, on: datetime.date) -> Self:
        """Those whose first day has come, and that are not open yet. One whose last day is over never opens."""
        return self.filter(opened_on=None, opens_on__lte=on, closes_on__gte=on)

    def taking_answers(self, *, on: datetime.date) -> Self:
        """Those that are open on a day. The last day counts."""
        return self.filter(opened_on__isnull=False, settled_on=None, closes_on__gte=on)

    def to_settle(self, *, on: datetime.date) -> Self:
        """Those whose last day is over, and whose answers are not counted yet."""
        return self.filter(opened_on__isnull=False, settled_on=None, closes_on__lt=on)

    def settled(self) -> Self:
        """Those that have results, the newest first."""
        return self.filter(settled_on__isnull=False).order_by("-closes_on", "-pk")


class Wave(models.Model):
    """One time of asking. Results appear once it is settled, on the day after the last, and never change."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    network = models.ForeignKey(Network, on_delete=models.PROTECT, related_name="surveys")
    instrument = models.ForeignKey(Instrument, on_delete=models.PROTECT, related_name="waves")
    title = models.CharField(max_length=120, help_text="Before go-live. Three months on.")
    opens_on = models.DateField("first day")
    closes_on = models.DateField("last day", help_text="Two to four weeks later. It counts.")
    organisations = models.ManyToManyField(
        Organisation, blank=True, related_name="+", help_text="Empty: every organisation of the network."
    )
    asked = models.JSONField(
        default=list, editable=False, help_text="The statements as they were on opening."
    )
    salt = models.CharField(
        max_length=64, blank=True, editable=False, help_text="What links are made of. Gone once settled."
    )
    opened_on = models.DateField(null=True, editable=False)
    settled_on = models.DateField(null=True, editable=False)

    objects = WaveQuerySet.as_manager()

    class Meta:
        verbose_name = "survey"
        ordering = ("network__name", "-opens_on", "-pk")
        constraints = [
            models.CheckConstraint(
                condition=Q(closes_on__gte=F("opens_on")),
                name="survey_days_in_order",
                violation_error_message="The last day is before the first.",
            ),
            models.CheckConstraint(
                condition=Q(settled_on=None) | Q(opened_on__isnull=False, salt=""),
                name="survey_settled_without_salt",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.network})"

    def clean(self) -> None:
        """Refuse to change what people have been asked already, and two surveys of one network at the same time."""
        super().clean()
        self._refuse_two_at_once()
        before = Wave.objects.filter(pk=self.pk, opened_on__isnull=False).first()
        if before is None:
            return
        changed: dict[str, Any] = {
            name: "This survey has opened. Make another instead."
            for name, column in FIXED.items()
            if getattr(self, column) != getattr(before, column)
        }
        if before.settled_on and self.closes_on != before.closes_on:
            changed["closes_on"] = "This survey is closed, and its results are counted."
        if changed:
            raise ValidationError(changed)

    def _refuse_two_at_once(self) -> None:
        """Who is asked twice at once says the same twice: what one survey hides could be got from the other."""
        if not (self.network_id and self.opens_on and self.closes_on):
            return
        others = Wave.objects.filter(
            network=self.network_id, opens_on__lte=self.closes_on, closes_on__gte=self.opens_on
        )
        if other := others.exclude(pk=self.pk).first():
            said = f"“{other.title}” is asked then. Ask one thing after the other."
            raise ValidationError({"opens_on": said})

    def is_taking_answers(self, on: datetime.date) -> bool:
        """Whether it is open on a day."""
        return bool(self.opened_on) and self.settled_on is None and self.closes_on >= on
