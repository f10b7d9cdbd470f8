"""A course held elsewhere that stands for a module of ours."""

import calendar
import datetime
import uuid
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from learners.organisations.models import Network, Organisation
from learners.organisations.models.dated import Dated, DatedQuerySet
from modules.models import ModulePage


class CourseQuerySet(DatedQuerySet["EquivalentCourse"]):
    """Equivalent courses."""

    def of(self, organisation: Organisation, *, on: datetime.date) -> Self:
        """Those that an organisation accepts on a day: its own, and those of the networks it is in."""
        networks = organisation.network_memberships.filter(
            Q(ends_on=None) | Q(ends_on__gte=on), starts_on__lte=on
        )
        return (
            self.in_force(on=on)
            .filter(Q(organisation=organisation) | Q(network__in=networks.values("network")))
            .select_related("module", "network", "organisation")
        )


class EquivalentCourse(Dated):
    """Whoever did this course, held by somebody else, need not do the module. Kept by an organisation or a network."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="equivalent_courses"
    )
    network = models.ForeignKey(
        Network, null=True, blank=True, on_delete=models.PROTECT, related_name="equivalent_courses"
    )
    module = models.ForeignKey(ModulePage, on_delete=models.PROTECT, related_name="equivalent_courses")
    title = models.CharField(max_length=200)
    issuer = models.CharField(max_length=200, help_text="Who holds the course and gives the certificate.")
    scope = models.CharField(
        max_length=300, blank=True, help_text="What of the module it covers, in your words."
    )
    months = models.PositiveSmallIntegerField(
        "good for, in months",
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(120)],
        help_text="Empty: without an end.",
    )

    objects: Any = CourseQuerySet.as_manager()

    class Meta(Dated.Meta):
        ordering = ("title", "issuer", "pk")
        constraints = [
            *Dated.Meta.constraints,
            models.CheckConstraint(
                condition=Q(organisation=None, network__isnull=False)
                | Q(organisation__isnull=False, network=None),
                name="equivalent_course_of_one",
                violation_error_message="Choose either an organisation or a network.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.issuer})"

    def clean(self) -> None:
        """Refuse an owner that is none or both, in words."""
        super().clean()
        if bool(self.organisation_id) == bool(self.network_id):
            raise ValidationError("Choose either an organisation or a network.")

    def good_until(self, done_on: datetime.date) -> datetime.date | None:
        """The last day on which the course counts for somebody who did it then; None: without an end."""
        if self.months is None:
            return None
        years, month = divmod(done_on.month - 1 + self.months, 12)
        year = done_on.year + years
        day = min(done_on.day, calendar.monthrange(year, month + 1)[1])
        return datetime.date(year, month + 1, day) - datetime.timedelta(days=1)
