"""An organisation that gives care."""

import datetime
import uuid
from typing import Any, Self

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.formats import date_format


class Kind(models.TextChoices):
    """What an organisation is. Never told from its code alone."""

    ACUTE = "acute", "Acute hospital trust"
    COMMUNITY = "community", "Community health trust"
    MENTAL_HEALTH = "mental_health", "Mental health trust"
    AMBULANCE = "ambulance", "Ambulance service"
    GP_PRACTICE = "gp_practice", "GP practice"
    PRIMARY_CARE_NETWORK = "primary_care_network", "Primary care network"
    PHARMACY = "pharmacy", "Community pharmacy"
    COUNCIL = "council", "Council (social care)"
    CARE_GROUP = "care_group", "Care provider group"
    CARE_HOME = "care_home", "Care home"
    HOME_CARE = "home_care", "Home care"
    HOSPICE = "hospice", "Hospice"
    VOLUNTARY = "voluntary", "Voluntary organisation"
    INDEPENDENT = "independent", "Independent health provider"
    EDUCATION = "education", "Education or staffing agency"
    COMMISSIONER = "commissioner", "Integrated care board"
    OTHER = "other", "Other"


ODS_CODE = RegexValidator(r"^[A-Z0-9]{3,10}$", "3 to 10 capital letters and digits.")


def validate_ods_code(code: str) -> None:
    """Refuse what no code can be, and nothing else: codes have had many shapes. `DEMO-…` is the demonstration's."""
    ODS_CODE(code.removeprefix("DEMO-") if settings.DEMO_MODE else code)


def refuse_circle(row: models.Model, message: str) -> None:
    """Refuse a `parent` that is the row itself or below it."""
    above, seen = row.parent, {row.pk} - {None}  # type: ignore[attr-defined]
    while above is not None:
        if above.pk in seen:
            raise ValidationError({"parent": message})
        seen.add(above.pk)
        above = above.parent


class OrganisationQuerySet(models.QuerySet["Organisation"]):
    """Organisations."""

    def open(self, *, on: datetime.date) -> Self:
        """Those that there are on a day. Both days count; without a day, since always or until further notice."""
        return self.filter(
            Q(starts_on=None) | Q(starts_on__lte=on),
            Q(ends_on=None) | Q(ends_on__gte=on),
        )

    def in_network(self, network: Any, *, on: datetime.date) -> Self:
        """Those that are in a network (or its key) on a day, each once."""
        ends = "network_memberships__ends_on"
        return self.filter(
            Q(**{ends: None}) | Q(**{f"{ends}__gte": on}),
            network_memberships__network=network,
            network_memberships__starts_on__lte=on,
        ).distinct()


class Organisation(models.Model):
    """An employer or a place where people volunteer. A network is not one."""

    uuid = models.UUIDField(
        default=uuid.uuid4, unique=True, editable=False, help_text="Its name in xAPI statements."
    )
    name = models.CharField(max_length=150, unique=True)
    kind = models.CharField(max_length=20, choices=Kind.choices)
    ods_code = models.CharField(
        "ODS code",
        max_length=10,
        blank=True,
        validators=[validate_ods_code],
        help_text="Leave empty where there is none, as with many voluntary organisations.",
    )
    cqc_id = models.CharField("CQC provider or location ID", max_length=20, blank=True)
    parent = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="children",
        help_text="The group that this organisation belongs to: a care home's provider, say.",
    )
    starts_on = models.DateField("first day", null=True, blank=True, help_text="Empty: since always.")
    ends_on = models.DateField(
        "last day", null=True, blank=True, help_text="A merger closes it. Both days count."
    )
    idle_minutes = models.PositiveSmallIntegerField(
        "minutes until an idle computer signs out",
        default=15,
        validators=[MinValueValidator(5), MaxValueValidator(60)],
        help_text="5 to 60. Of several employers, the shortest holds.",
    )

    objects = OrganisationQuerySet.as_manager()

    class Meta:
        ordering = ("name",)
        permissions = [("merge_organisation", "Can merge organisation")]
        constraints = [
            models.UniqueConstraint(
                "ods_code",
                condition=~Q(ods_code=""),
                name="ods_code_once",
                violation_error_message="Another organisation has this ODS code.",
            ),
            models.CheckConstraint(
                condition=Q(starts_on=None) | Q(ends_on=None) | Q(ends_on__gte=models.F("starts_on")),
                name="organisation_days_in_order",
                violation_error_message="The last day is before the first.",
            ),
            models.CheckConstraint(
                condition=Q(idle_minutes__gte=5, idle_minutes__lte=60),
                name="organisation_idle_minutes",
                violation_error_message="Choose 5 to 60 minutes.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def clean_fields(self, exclude: "set[str] | None" = None) -> None:  # type: ignore[override]
        """Bring the code into its usual form before it is checked."""
        self.ods_code = self.ods_code.strip().upper()
        super().clean_fields(exclude=exclude)

    def clean(self) -> None:
        """Refuse a parent that is this organisation itself, or lies below it; and closing it over people's heads."""
        super().clean()
        refuse_circle(self, "This organisation would belong to itself.")
        if not (self.ends_on and self.pk):
            return
        after = self.ends_on + datetime.timedelta(days=1)
        if left := self.memberships.holding_from(after).values("person").distinct().count():
            people = "1 person is" if left == 1 else f"{left} people are"
            raise ValidationError(
                {"ends_on": f"{people} still in post after that day. End the posts first, or plan a merger."}
            )
        if self.network_memberships.holding_from(after).exists():
            raise ValidationError({"ends_on": "It is still in a network after that day. End that first."})

    def refuse_days_after_its_end(self, first: datetime.date | None, last: datetime.date | None) -> None:
        """Refuse a time that goes on after this organisation has closed."""
        if not (self.ends_on and first) or (last and last <= self.ends_on):
            return
        closes = date_format(self.ends_on, "j F Y")
        raise ValidationError(
            {"ends_on": f"{self} closes on {closes}. Give that day, or one before, as the last."}
        )
