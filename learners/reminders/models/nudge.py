"""A manager asks that somebody be reminded."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from learners.organisations.models import Organisation
from learners.reminders.models.digest import Digest


class Nudge(models.Model):
    """It waits for the person's next digest, and can be taken back until that is written.

    The note stays here: free words do not go into an e-mail that may be read over shoulders.
    """

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="nudges")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="nudges")
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    batch = models.UUIDField(editable=False)
    note = models.CharField(max_length=200, blank=True)
    digest = models.ForeignKey(Digest, null=True, on_delete=models.SET_NULL, related_name="nudges")
    taken_back_at = models.DateTimeField(null=True)

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                "person",
                "organisation",
                condition=Q(digest=None, taken_back_at=None),
                name="nudge_waits_once",
            )
        ]

    def __str__(self) -> str:
        return f"Nudge {self.pk}"
