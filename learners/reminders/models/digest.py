"""One e-mail to one person on one day, and what it spoke of."""

import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from learners.organisations.models import Organisation


class DigestQuerySet(models.QuerySet["Digest"]):
    """Digests."""

    def unsent(self) -> Self:
        """Still to be sent, or nobody knows whether they were."""
        return self.filter(state__in=[Digest.State.PLANNED, Digest.State.HANDED_OVER])

    def due(self, at: datetime.datetime, day: datetime.date) -> Self:
        """Of this day, and in nobody's hand."""
        return self.unsent().filter(Q(lease_until=None) | Q(lease_until__lte=at), day=day)


class Digest(models.Model):
    """All that one person is reminded of on one day, whoever asks it: a second one that day cannot be written."""

    class State(models.TextChoices):
        """How far it has come."""

        PLANNED = "planned", "Planned"
        HANDED_OVER = "handed_over", "Handed over to the mail server"
        SENT = "sent", "Sent"
        DROPPED = "dropped", "Not needed any more"
        REFUSED = "refused", "Refused by the mail server"
        ELSEWHERE = "elsewhere", "Another e-mail was the one of this day"

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="digests")
    day = models.DateField()
    state = models.CharField(max_length=12, choices=State.choices, default=State.PLANNED)
    weekly = models.BooleanField(default=False, help_text="Holds a manager's figures of the week.")
    plan = models.UUIDField(editable=False, help_text="Who planned it: of two at once, one.")
    lease_until = models.DateTimeField(null=True, help_text="Until then somebody is sending it.")
    sent_at = models.DateTimeField(null=True)

    objects = DigestQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint("person", "day", name="digest_once_a_day")]
        indexes = [
            models.Index(
                fields=["day", "id"], condition=Q(state__in=["planned", "handed_over"]), name="digest_unsent"
            ),
            models.Index(fields=["plan"], name="digest_by_plan"),
        ]

    def __str__(self) -> str:
        return f"Digest {self.pk} of {self.day}"


class Mention(models.Model):
    """A module that a digest spoke of, and why then. By these it is known what was said already."""

    digest = models.ForeignKey(Digest, on_delete=models.CASCADE, related_name="mentions")
    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="+")
    module_key = models.UUIDField()
    due = models.DateField(help_text="With another due day it is another matter, and spoken of anew.")
    occasion = models.CharField(max_length=12)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.module_key}, {self.occasion}"
