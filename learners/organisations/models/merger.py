"""Organisations that become another."""

import datetime
from enum import StrEnum

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from learners.organisations.models.membership import Membership
from learners.organisations.models.organisation import Organisation

DAYS_TO_UNDO = 30


class MergerState(StrEnum):
    """How far a merger has come."""

    PLANNED = "Planned"
    APPLIED = "Done"
    UNDONE = "Undone"
    WITHDRAWN = "Plan withdrawn"


class Merger(models.Model):
    """One organisation closes and another carries on. Planned, then applied once reviewed; undone within 30 days."""

    predecessor = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="mergers_from", verbose_name="who closes"
    )
    successor = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="mergers_into", verbose_name="who carries on"
    )
    on = models.DateField(
        "first day in the successor", help_text="The predecessor's last day is the day before."
    )
    with_appointments = models.BooleanField(
        default=True, help_text="Whether its managers and administrators are appointed in the successor, too."
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
    undone_at = models.DateTimeField(null=True, help_text="When it was undone, or its plan withdrawn.")

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
                condition=Q(undone_at=None),
                name="merger_once",
                violation_error_message="A merger of this organisation is planned or done already.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.predecessor} into {self.successor}"

    @property
    def last_day(self) -> datetime.date:
        """The last day of the organisation that closes."""
        return self.on - datetime.timedelta(days=1)

    @property
    def state(self) -> MergerState:
        """Planned, done, undone, or a plan that was withdrawn."""
        if self.undone_at:
            return MergerState.UNDONE if self.applied_at else MergerState.WITHDRAWN
        return MergerState.APPLIED if self.applied_at else MergerState.PLANNED

    @property
    def undo_until(self) -> datetime.date | None:
        """The last day on which it can be undone; None before it is applied."""
        if not self.applied_at:
            return None
        return timezone.localdate(self.applied_at) + datetime.timedelta(days=DAYS_TO_UNDO)


class Moved:
    """What can be said of a hat and the one that is worn instead, planned or done."""

    ended: Membership
    begun: Membership
    was_made: bool

    @property
    def is_put_off(self) -> bool:
        """Whether the person begins in the successor instead of the predecessor."""
        return self.begun.pk == self.ended.pk

    @property
    def is_there_already(self) -> bool:
        """Whether the person works in the successor already, and keeps that post."""
        return not self.was_made and not self.is_put_off

    @property
    def changes_role(self) -> bool:
        """Whether the person goes on in another role, since they work in the successor already."""
        return self.begun.role_id != self.ended.role_id

    @property
    def loses_number(self) -> bool:
        """Whether the employee number is not carried, because somebody else has it in the successor."""
        return self.was_made and self.begun.employee_number != self.ended.employee_number


class MergerMove(Moved, models.Model):
    """One hat worn in the predecessor, and where the person goes on.

    `ended` and `begun` are the same row where somebody had not begun yet: they begin in the successor instead.
    """

    merger = models.ForeignKey(Merger, on_delete=models.PROTECT, related_name="moves")
    ended = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    begun = models.ForeignKey(
        Membership, on_delete=models.PROTECT, related_name="+", help_text="The hat in the successor."
    )
    was_made = models.BooleanField(help_text="Made by the merger; else the person wore it before.")

    def __str__(self) -> str:
        return f"{self.ended} to {self.begun.organisation}"


class MergerChange(models.Model):
    """One row that a merger made, changed or removed, so that undoing puts back exactly what was.

    `before` and `after` hold what it wrote, by column; an empty `before` is a row that the merger made, an empty
    `after` one that it removed.
    """

    merger = models.ForeignKey(Merger, on_delete=models.PROTECT, related_name="changes")
    kind = models.CharField(max_length=40, help_text="The name of a model of organisations.")
    row = models.BigIntegerField()
    before = models.JSONField(null=True, encoder=DjangoJSONEncoder)
    after = models.JSONField(null=True, encoder=DjangoJSONEncoder)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(before__isnull=False) | Q(after__isnull=False), name="merger_change_changes"
            )
        ]
        indexes = [models.Index(fields=["merger", "kind", "row"], name="merger_change_of_row")]

    def __str__(self) -> str:
        return f"{self.kind} {self.row}"
