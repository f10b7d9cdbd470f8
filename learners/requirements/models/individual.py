"""What is asked of one person, and what one person need not do."""

import uuid
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from learners.organisations.models import Membership, Organisation
from learners.organisations.models.dated import Dated, DatedQuerySet
from modules.models import ModulePage


class Assignment(Dated):
    """A manager asks one person to do a module by a day."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="assignments")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="assignments")
    module = models.ForeignKey(ModulePage, on_delete=models.PROTECT, related_name="assignments")
    due_on = models.DateField("due on")
    assigned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects: Any = DatedQuerySet.as_manager()

    class Meta(Dated.Meta):
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                "person",
                "organisation",
                "module",
                condition=Q(withdrawn_at=None, ends_on=None),
                name="assignment_open_once",
                violation_error_message="This person has been asked for this module already.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.module}, asked of {self.person}"

    def clean(self) -> None:
        """Refuse somebody who does not work here then, and a day before it is asked."""
        super().clean()
        _refuse_strangers(self)
        if self.due_on and self.starts_on and self.due_on < self.starts_on:
            raise ValidationError({"due_on": "It would be due before it is asked."})


class Exemption(Dated):
    """One person need not do a module (or anything at all) for one organisation, for a reason."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="exemptions")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="exemptions")
    module = models.ForeignKey(
        ModulePage,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="exemptions",
        help_text="Empty: whatever is asked here.",
    )
    reason = models.CharField(
        max_length=200, help_text="People's managers read it. Nothing about somebody's health."
    )
    given_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects: Any = DatedQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.person} need not"

    def clean(self) -> None:
        """Refuse somebody who does not work here then."""
        super().clean()
        _refuse_strangers(self)


def _refuse_strangers(row: Assignment | Exemption) -> None:
    if not (row.person_id and row.organisation_id and row.starts_on):
        return
    hats = Membership.objects.filter(person=row.person_id, organisation=row.organisation_id)
    if not hats.overlapping(row.starts_on, row.ends_on).exists():
        raise ValidationError({"person": "This person does not work for this organisation on these days."})
