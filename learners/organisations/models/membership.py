"""A person's place in an organisation."""

import uuid

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from learners.organisations.models.dated import Dated, DatedQuerySet
from learners.organisations.models.organisation import Organisation
from learners.organisations.models.place import Site, Team, refuse_another_organisation
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
    NOT_KNOWN = "not_known", "Not known"


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

    site = models.ForeignKey(
        Site, null=True, blank=True, on_delete=models.PROTECT, related_name="memberships"
    )
    job_title = models.CharField(
        "job title", max_length=120, blank=True, help_text="In the employer's own words."
    )
    employee_number = models.CharField(
        max_length=30,
        blank=True,
        help_text="The employer's number for this person, by which its staff list finds them.",
    )
    assignment_number = models.CharField(
        max_length=30, blank=True, help_text="Which of a person's several posts this is."
    )
    manager_email = models.EmailField("manager's e-mail address", blank=True)

    objects = DatedQuerySet.as_manager()

    class Meta(Dated.Meta):
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                "person",
                "organisation",
                "starts_on",
                "assignment_number",
                name="membership_once",
                violation_error_message="This person already starts at this organisation on that day.",
            ),
            models.UniqueConstraint(
                "person",
                "organisation",
                "assignment_number",
                condition=Q(ends_on=None) & ~Q(assignment_number=""),
                name="membership_open_once",
                violation_error_message="This person already holds the post with this assignment number here.",
            ),
        ]
        indexes = [
            models.Index(fields=["organisation", "starts_on", "ends_on"], name="membership_roster"),
            models.Index(
                fields=["organisation", "employee_number"],
                condition=~Q(employee_number=""),
                name="membership_by_number",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.organisation}"

    def clean(self) -> None:
        """Refuse a team or a site of another organisation, and days after an organisation has closed."""
        super().clean()
        if not self.organisation_id:
            return
        refuse_another_organisation(self, "team", "site")
        self.organisation.refuse_days_after_its_end(self.starts_on, self.ends_on)


class Pause(Dated):
    """Days on which nothing is asked under a hat: a long absence. Why is nobody's business here."""

    membership = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="pauses")

    objects = DatedQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.membership}, paused"

    def clean(self) -> None:
        """Refuse days on which the person is not there, and days that lie in another pause."""
        super().clean()
        if not (self.membership_id and self.starts_on):
            return
        hat = self.membership
        if self.starts_on < hat.starts_on or (hat.ends_on and self.starts_on > hat.ends_on):
            raise ValidationError({"starts_on": "The person is not there on that day."})
        others = hat.pauses.overlapping(self.starts_on, self.ends_on).exclude(pk=self.pk)
        if other := others.first():
            raise ValidationError(f"They are paused already, from {other.days_in_words}.")
