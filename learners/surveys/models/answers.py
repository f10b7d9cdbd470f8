"""What people said. No person, no link, no time; keys are random, and rows are shuffled and written anew."""

import uuid

from django.db import models

from learners.organisations.models import Organisation, StaffGroup
from learners.surveys.models.wave import Wave


class Said(models.Model):
    """What every row of what people said has in common. Never saved one by one where it stays."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    wave = models.ForeignKey(Wave, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(
        Organisation,
        null=True,
        on_delete=models.RESTRICT,  # as PROTECT, but the CMS does not count these rows to say why it refuses
        related_name="+",
    )

    wagtail_reference_index_ignore = True

    class Meta:
        abstract = True
        default_permissions = ()


class Waiting(Said):
    """One answer until enough of the same organisation and staff group are there to be shuffled."""

    staff_group = models.CharField(max_length=30, choices=StaffGroup.choices)
    answers = models.JSONField()
    words = models.TextField(blank=True)

    def __str__(self) -> str:
        return "Waiting"


class Answer(Said):
    """One answer: 1 to 5 for each statement by its key, 0 for “not my role”.

    Once the survey is settled, organisation and staff group are gone where too few share them.
    """

    staff_group = models.CharField(max_length=30, choices=StaffGroup.choices, blank=True)
    answers = models.JSONField()

    def __str__(self) -> str:
        return "Answer"


class FreeText(Said):
    """What gets in the way, in somebody's words, apart from their answer. Read by a moderator, shown to nobody else."""

    words = models.TextField()

    class Meta(Said.Meta):
        default_permissions = ("view", "delete")  # type: ignore[assignment]
        verbose_name = "words from a survey"
        verbose_name_plural = "words from surveys"
        ordering = ("wave", "organisation__name", "pk")

    def __str__(self) -> str:
        return "Words from a survey"
