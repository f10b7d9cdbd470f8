"""That somebody finished a module."""

import uuid
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from learners.organisations.models import Organisation
from learners.records.models.event import LearningEvent
from modules.models import Edition


class Evidence(models.TextChoices):
    """How we know."""

    MARKED = "marked", "Marked by this service"
    TESTED_OUT = "tested_out", "Marked by this service, check taken first"
    OBSERVED = "observed", "Observed by somebody"
    SELF_DECLARED = "self_declared", "Declared by the person"
    PACKAGE = "package", "Asserted by an imported package"
    ACCEPTED = "accepted", "Accepted from elsewhere"


class CompletionQuerySet(models.QuerySet["Completion"]):
    """Completions, newest first."""

    def standing(self) -> Self:
        """Those that no correction took back."""
        return self.filter(voided_by=None)

    def of(self, person: object) -> Self:
        """One person's, without what was corrected."""
        return self.standing().filter(person=person).select_related("edition__page", "organisation", "person")


class Completion(models.Model):
    """A person completed a module: in this Edition, with this score, on this evidence, wearing this hat."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="completions")
    module_key = models.UUIDField(db_index=True)
    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="completions")
    organisation = models.ForeignKey(
        Organisation, null=True, on_delete=models.PROTECT, related_name="+", help_text="The hat worn."
    )
    event = models.OneToOneField(LearningEvent, on_delete=models.PROTECT, related_name="completion")
    registration = models.UUIDField(unique=True)
    score = models.DecimalField(max_digits=5, decimal_places=4, null=True, help_text="From 0 to 1.")
    evidence = models.CharField(max_length=20, choices=Evidence.choices)
    completed_at = models.DateTimeField()
    expires_on = models.DateField(
        null=True, help_text="The day until which the evidence itself is good; empty without an end."
    )
    only_changes = models.BooleanField(
        default=False, help_text="Only what had changed since an earlier Edition was done."
    )
    voided_by = models.OneToOneField(
        LearningEvent,
        null=True,
        on_delete=models.PROTECT,
        related_name="voids",
        help_text="The event that says it does not count: a correction.",
    )

    objects = CompletionQuerySet.as_manager()

    class Meta:
        ordering = ("-completed_at",)
        indexes = [models.Index(fields=["person", "module_key", "completed_at"], name="completion_by_module")]
        constraints = [
            models.CheckConstraint(
                condition=Q(score=None) | Q(score__gte=0, score__lte=1), name="completion_score_from_0_to_1"
            )
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.edition}"

    @property
    def percent(self) -> int | None:
        """The score in whole per cent, rounded down."""
        return None if self.score is None else int(self.score * 100)
