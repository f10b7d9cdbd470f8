"""Whom a survey asks, and which links are left. Neither table points at the other."""

from django.conf import settings
from django.db import models

from learners.organisations.models import Organisation, StaffGroup
from learners.surveys.models.wave import Wave


class Invitation(models.Model):
    """That somebody is asked. It says nothing of whether they answered: nobody can be chased, or thanked."""

    wave = models.ForeignKey(Wave, on_delete=models.PROTECT, related_name="invitations")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="survey_invitations"
    )
    lease_until = models.DateTimeField(null=True, help_text="A sender has it.")
    sent_on = models.DateField(null=True)

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint("wave", "person", name="survey_invitation_once")]

    def __str__(self) -> str:
        return f"Invitation {self.pk}"


class Token(models.Model):
    """What stands for one link, which is kept nowhere. Once the survey is settled, no more than that it was one."""

    digest = models.CharField(max_length=64, primary_key=True)
    wave = models.ForeignKey(Wave, on_delete=models.PROTECT, related_name="tokens")
    organisation = models.ForeignKey(Organisation, null=True, on_delete=models.PROTECT, related_name="+")
    staff_group = models.CharField(max_length=30, choices=StaffGroup.choices, blank=True)
    was_used = models.BooleanField(default=False)
    waits = models.BooleanField(default=False, help_text="Its answer is not mixed yet.")

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()
        indexes = [models.Index(fields=["wave", "organisation", "staff_group"], name="survey_token_cell")]

    def __str__(self) -> str:
        return "Token"
