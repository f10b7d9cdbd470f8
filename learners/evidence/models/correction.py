"""Why an administrator added something to somebody's history."""

import uuid

from django.conf import settings
from django.db import models

from learners.organisations.models import Organisation
from learners.records.models import LearningEvent, Verb


class Correction(models.Model):
    """An event that an organisation's administrator added, and why. Nothing in a history is ever edited.

    The event says that a completion does not count (voided), or that somebody completed a module elsewhere or in
    front of somebody (completed). The reason stands here and not in the event, which goes to record stores.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    event = models.OneToOneField(LearningEvent, on_delete=models.PROTECT, related_name="correction")
    instead_of = models.OneToOneField(
        "self",
        null=True,
        on_delete=models.PROTECT,
        related_name="replaced_by",
        help_text="What was voided in the same step, where this is the right record of it.",
    )
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="corrections")
    reason = models.CharField(max_length=300, help_text="The person reads it.")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("-at", "-pk")
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.event}, for a reason"

    @property
    def voids(self) -> bool:
        """Whether it takes something back; otherwise it adds."""
        return self.event.verb == Verb.VOIDED
