"""An organisation that gives care, and its teams."""

import uuid

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.db.models import Q


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

    class Meta:
        ordering = ("name",)
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
        """Refuse a parent that is this organisation itself, or lies below it."""
        super().clean()
        refuse_circle(self, "This organisation would belong to itself.")


class Site(models.Model):
    """A place where an organisation works: a hospital of a trust, a branch of a practice."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="sites")
    name = models.CharField(max_length=150)
    ods_code = models.CharField("ODS site code", max_length=10, blank=True, validators=[validate_ods_code])

    class Meta:
        ordering = ("name",)
        constraints = [
            models.UniqueConstraint(
                "organisation",
                "name",
                name="site_name_once",
                violation_error_message="This organisation already has a site of that name.",
            ),
            models.UniqueConstraint(
                "organisation",
                "ods_code",
                condition=~Q(ods_code=""),
                name="site_code_once",
                violation_error_message="This organisation already has a site with that code.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def clean_fields(self, exclude: "set[str] | None" = None) -> None:  # type: ignore[override]
        """Bring the code into its usual form before it is checked."""
        self.ods_code = self.ods_code.strip().upper()
        super().clean_fields(exclude=exclude)


class Team(models.Model):
    """A ward, a round, a department: people who work together under one manager."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="teams")
    name = models.CharField(max_length=100)
    parent = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="children",
        help_text="The team above.",
    )
    site = models.ForeignKey(Site, null=True, blank=True, on_delete=models.PROTECT, related_name="teams")

    class Meta:
        ordering = ("name",)
        constraints = [
            models.UniqueConstraint(
                "organisation",
                "name",
                name="team_name_once",
                violation_error_message="This organisation already has a team of that name.",
            )
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Refuse a parent or a site of another organisation, and a tree that bites its tail."""
        super().clean()
        for name in ("parent", "site"):
            other = getattr(self, name)
            if other and self.organisation_id and other.organisation_id != self.organisation_id:
                raise ValidationError(
                    {name: f"This {'team' if name == 'parent' else name} belongs to another organisation."}
                )
        refuse_circle(self, "This team would be above itself.")
