"""A person's place in an organisation."""

import uuid

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models

from learners.organisations.models.dated import Dated, DatedQuerySet
from learners.organisations.models.organisation import Organisation, Team
from modules.models import Role


class StaffGroup(models.TextChoices):
    """The staff groups of the electronic staff record, and what lies outside it."""

    ADDITIONAL_CLINICAL = "additional_clinical", "Additional clinical services"
    SCIENTIFIC_TECHNICAL = "scientific_technical", "Additional professional scientific and technical"
    ADMINISTRATIVE = "administrative", "Administrative and clerical"
    ALLIED_HEALTH = "allied_health", "Allied health professionals"
    ESTATES = "estates", "Estates and ancillary"
    HEALTHCARE_SCIENTISTS = "healthcare_scientists", "Healthcare scientists"
    MEDICAL = "medical", "Medical and dental"
    NURSING = "nursing", "Nursing and midwifery registered"
    STUDENTS = "students", "Students"
    SOCIAL_CARE = "social_care", "Social care"
    VOLUNTEERS = "volunteers", "Volunteers"


class Membership(Dated):
    """One hat: somebody works or volunteers here, in this role, between these days."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="memberships")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="memberships")
    role = models.ForeignKey(Role, on_delete=models.PROTECT, related_name="+")
    staff_group = models.CharField(max_length=30, choices=StaffGroup.choices)
    team = models.ForeignKey(
        Team, null=True, blank=True, on_delete=models.PROTECT, related_name="memberships"
    )

    objects = DatedQuerySet.as_manager()

    class Meta(Dated.Meta):
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                "person",
                "organisation",
                "starts_on",
                name="membership_once",
                violation_error_message="This person already starts at this organisation on that day.",
            ),
        ]
        indexes = [models.Index(fields=["organisation", "starts_on", "ends_on"], name="membership_roster")]

    def __str__(self) -> str:
        return f"{self.person}, {self.organisation}"

    def clean(self) -> None:
        """Refuse a team of another organisation."""
        super().clean()
        if self.team and self.organisation_id and self.team.organisation_id != self.organisation_id:
            raise ValidationError({"team": "This team belongs to another organisation."})
