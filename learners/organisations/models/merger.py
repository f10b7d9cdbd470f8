"""Organisations that become another."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from learners.organisations.models.membership import Membership
from learners.organisations.models.organisation import Organisation


class Merger(models.Model):
    """One organisation closes and another carries on. Planned, then applied once reviewed; undone within 30 days."""

    predecessor = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="mergers_from")
    successor = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="mergers_into")
    on = models.DateField(
        "first day in the successor", help_text="The predecessor's last day is the day before."
    )
    planned_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    planned_at = models.DateTimeField()
    applied_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    applied_at = models.DateTimeField(null=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    undone_at = models.DateTimeField(null=True)
    former_end = models.DateField(
        null=True, help_text="The predecessor's last day before this merger, for undoing it."
    )

    class Meta:
        ordering = ("-on", "predecessor")
        constraints = [
            models.CheckConstraint(
                condition=~Q(predecessor=F("successor")),
                name="merger_of_two",
                violation_error_message="An organisation cannot merge into itself.",
            ),
            models.UniqueConstraint(
                "predecessor",
                "successor",
                condition=Q(undone_at=None),
                name="merger_once",
                violation_error_message="This merger is planned or applied already.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.predecessor} into {self.successor}"


class MergerMove(models.Model):
    """One hat that a merger ended in the predecessor, and where the person went on."""

    merger = models.ForeignKey(Merger, on_delete=models.PROTECT, related_name="moves")
    ended = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    former_end = models.DateField(null=True, help_text="Its last day before the merger, for undoing it.")
    begun = models.ForeignKey(
        Membership, on_delete=models.PROTECT, related_name="+", help_text="The hat in the successor."
    )
    was_made = models.BooleanField(help_text="Made by the merger; else the person wore it before.")

    def __str__(self) -> str:
        return f"{self.ended} to {self.begun.organisation}"
