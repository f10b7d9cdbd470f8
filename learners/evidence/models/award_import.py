"""A file of awards that was brought in, and what an employer's names of competences mean."""

import uuid

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from learners.evidence.models.course import EquivalentCourse
from learners.organisations.models import Organisation


class CompetenceMeaning(models.Model):
    """For which course a competence of the employer's system stands here. Chosen once, and kept for the next file."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="competence_meanings"
    )
    competence = models.CharField(max_length=200, help_text="Its title, in small letters.")
    course = models.ForeignKey(EquivalentCourse, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("competence",)
        default_permissions = ()
        constraints = [models.UniqueConstraint("organisation", "competence", name="competence_meaning_once")]

    def __str__(self) -> str:
        return f"{self.competence}: {self.course}"


class AwardImport(models.Model):
    """One file. Of it there are only the columns that we use, and those until it is applied or dropped.

    `awards` holds what was read, as `evidence.planning` reads it again; `rows` says what was done with each line.
    """

    class State(models.TextChoices):
        """How far it has come."""

        PREVIEWED = "previewed", "Not decided"
        APPLIED = "applied", "Applied"
        UNDONE = "undone", "Undone"
        DROPPED = "dropped", "Dropped"

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="award_imports")
    state = models.CharField(max_length=12, choices=State.choices, default=State.PREVIEWED)
    file_name = models.CharField(max_length=150, blank=True)
    awards = models.JSONField(default=list, encoder=DjangoJSONEncoder)
    rows = models.JSONField(default=list, encoder=DjangoJSONEncoder)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Who applied or undid it last.",
    )
    decided_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-made_at", "-pk")
        default_permissions = ()
        indexes = [models.Index(fields=["organisation", "-made_at"], name="award_imports_of")]

    def __str__(self) -> str:
        return f"Awards of {self.organisation}, {self.made_at:%-d %B %Y}"
