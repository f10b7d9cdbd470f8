"""An organisation that gives care, and its teams."""

import uuid

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q


class Kind(models.TextChoices):
    """What an organisation is. Never told from its code alone."""

    ACUTE = "acute", "Acute hospital trust"
    COMMUNITY = "community", "Community health trust"
    MENTAL_HEALTH = "mental_health", "Mental health trust"
    AMBULANCE = "ambulance", "Ambulance service"
    GP_PRACTICE = "gp_practice", "GP practice"
    PHARMACY = "pharmacy", "Community pharmacy"
    COUNCIL = "council", "Council (social care)"
    CARE_HOME = "care_home", "Care home"
    HOME_CARE = "home_care", "Home care"
    HOSPICE = "hospice", "Hospice"
    VOLUNTARY = "voluntary", "Voluntary organisation"
    OTHER = "other", "Other"


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
        validators=[RegexValidator(r"^(DEMO-)?[A-Z0-9]{3,10}$", "3 to 10 capital letters and digits.")],
        help_text="Leave empty where there is none, as with many voluntary organisations.",
    )

    class Meta:
        ordering = ("name",)
        constraints = [
            models.UniqueConstraint(
                "ods_code",
                condition=~Q(ods_code=""),
                name="ods_code_once",
                violation_error_message="Another organisation has this ODS code.",
            )
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
