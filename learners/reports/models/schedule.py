"""A report that somebody wants regularly, and each e-mail that said it is there."""

import datetime
import uuid
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from learners.organisations.models import Network, Organisation, Team

LINK_LIVES = datetime.timedelta(days=14)


class Report(models.TextChoices):
    """What can be taken away."""

    PEOPLE = "people", "People and modules, with names"
    FIGURES = "figures", "Figures by module, site, team, staff group and role"
    ESR = "esr", "Rows for the electronic staff record (ESR)"
    PACK = "pack", "Evidence pack for an assessor"
    NETWORK = "network", "Figures of the organisations of a network"


class Cadence(models.TextChoices):
    """How often."""

    WEEKLY = "weekly", "Every week, as at Sunday"
    MONTHLY = "monthly", "Every month, as at its last day"


class ScheduleQuerySet(models.QuerySet["Schedule"]):
    """Schedules."""

    def running(self) -> Self:
        """Those that were not stopped."""
        return self.filter(stopped_at=None)

    def with_places(self) -> Self:
        """With what their words need."""
        return self.select_related("owner", "organisation", "network", "team")


class Schedule(models.Model):
    """One report, regularly, for one person: a link by e-mail. What is in it is decided when the link is opened."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, null=True, on_delete=models.PROTECT, related_name="+")
    network = models.ForeignKey(Network, null=True, on_delete=models.PROTECT, related_name="+")
    report = models.CharField(max_length=10, choices=Report.choices)
    is_workbook = models.BooleanField(default=False, help_text="An Excel workbook instead of CSV.")
    team = models.ForeignKey(Team, null=True, on_delete=models.CASCADE, related_name="+")
    module_key = models.UUIDField(null=True)
    cadence = models.CharField(max_length=10, choices=Cadence.choices)
    made_at = models.DateTimeField()
    stopped_at = models.DateTimeField(null=True)

    objects: Any = ScheduleQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        ordering = ("made_at", "pk")
        constraints = [
            models.CheckConstraint(
                condition=Q(report="network", network__isnull=False, organisation=None)
                | (Q(organisation__isnull=False, network=None) & ~Q(report="network")),
                name="schedule_has_its_place",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_report_display()}, {self.cadence}"

    @property
    def place(self) -> Organisation | Network:
        """Of whom it tells."""
        return self.organisation or self.network  # type: ignore[return-value]  # a constraint gives it one


class Sending(models.Model):
    """One link to one report as at one day. Sent at most once; it opens for two weeks."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    schedule = models.ForeignKey(Schedule, on_delete=models.CASCADE, related_name="sendings")
    day = models.DateField(help_text="As at the end of this day.")
    lease_until = models.DateTimeField(null=True, help_text="Until then somebody is sending it.")
    sent_at = models.DateTimeField(null=True, help_text="Empty until the mail server has taken it.")

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint("schedule", "day", name="sending_once")]

    def __str__(self) -> str:
        return f"{self.schedule_id}, {self.day}"

    def is_over(self, now: datetime.datetime) -> bool:
        """Whether its link opens nothing any more."""
        return self.sent_at is None or now >= self.sent_at + LINK_LIVES
