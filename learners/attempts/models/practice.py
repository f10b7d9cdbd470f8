"""What somebody did in a practice record: why they opened it, and what they looked at."""

from django.db import models

from learners.attempts.models.attempt import Attempt


class RecordAccess(models.Model):
    """A reason that was given for opening a practice record. An unsafe one did not open it. Each counts once."""

    attempt = models.ForeignKey(Attempt, on_delete=models.PROTECT, related_name="record_accesses")
    record_key = models.UUIDField()
    reason_id = models.CharField(max_length=36)
    opened = models.BooleanField(help_text="Whether the record opened on it.")
    given_at = models.DateTimeField()

    class Meta:
        ordering = ("given_at", "pk")
        constraints = [
            models.UniqueConstraint("attempt", "record_key", "reason_id", name="record_reason_once")
        ]

    def __str__(self) -> str:
        return self.reason_id


class RecordView(models.Model):
    """A section of a practice record that was looked at, and when first."""

    attempt = models.ForeignKey(Attempt, on_delete=models.PROTECT, related_name="record_views")
    record_key = models.UUIDField()
    section = models.CharField(max_length=30)
    seen_at = models.DateTimeField()

    class Meta:
        ordering = ("seen_at", "pk")
        constraints = [
            models.UniqueConstraint("attempt", "record_key", "section", name="record_section_once")
        ]

    def __str__(self) -> str:
        return self.section
