"""That an organisation takes what somebody did elsewhere for one of our modules."""

import uuid
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from learners.evidence.models.award_import import AwardImport
from learners.evidence.models.course import EquivalentCourse
from learners.organisations.models import Organisation
from learners.records.models import Completion


class RecognitionQuerySet(models.QuerySet["Recognition"]):
    """What was put forward, newest first."""

    def waiting(self) -> Self:
        """What nobody has decided on."""
        return self.filter(state=Recognition.State.PROPOSED)

    def complete(self) -> Self:
        """With all that a page shows of it."""
        return self.select_related("course__module", "person", "organisation", "verified_by")


class Recognition(models.Model):
    """Somebody did an equivalent course on a day. It counts once an administrator has seen the proof."""

    class State(models.TextChoices):
        """How far it has come."""

        PROPOSED = "proposed", "Waiting to be checked"
        COUNTED = "counted", "Counts"
        REFUSED = "refused", "Not accepted"
        TAKEN_BACK = "taken_back", "No longer counts"

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="recognitions"
    )
    course = models.ForeignKey(EquivalentCourse, on_delete=models.PROTECT, related_name="recognitions")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="recognitions")
    state = models.CharField(max_length=12, choices=State.choices, default=State.PROPOSED)
    done_on = models.DateField()
    expires_on = models.DateField(null=True, help_text="The last day on which it is good.")
    note = models.CharField(max_length=300, blank=True, help_text="How it can be checked.")
    award_import = models.ForeignKey(
        AwardImport, null=True, on_delete=models.PROTECT, related_name="recognitions"
    )
    proposed_at = models.DateTimeField()
    verified_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    verified_at = models.DateTimeField(null=True)
    refused_because = models.CharField(max_length=300, blank=True, help_text="The person reads it.")
    completion = models.OneToOneField(
        Completion, null=True, on_delete=models.PROTECT, related_name="recognition"
    )

    objects = RecognitionQuerySet.as_manager()

    class Meta:
        ordering = ("-proposed_at", "-pk")
        default_permissions = ()
        indexes = [models.Index(fields=["organisation", "state"], name="recognition_waiting")]
        constraints = [
            models.UniqueConstraint(
                "person",
                "organisation",
                "course",
                "done_on",
                condition=Q(state__in=["proposed", "counted"]),
                name="recognition_once",
                violation_error_message="This has been put forward already.",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["proposed", "refused"], completion=None)
                | Q(state__in=["counted", "taken_back"], completion__isnull=False),
                name="recognition_counts_by_completion",
            ),
            models.CheckConstraint(
                condition=~Q(state="refused") | ~Q(refused_because=""),
                name="recognition_refused_for_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.course}, done on {self.done_on:%-d %B %Y}"
