"""That somebody asks to be forgotten, and what was answered."""

import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

DAYS_TO_ANSWER = 28
"""The law says a month; the shortest has 28 days."""


class ErasureRequestQuerySet(models.QuerySet["ErasureRequest"]):
    """Requests."""

    def waiting(self) -> Self:
        """Neither withdrawn nor decided."""
        return self.filter(state=ErasureRequest.State.WAITING)


class ErasureRequest(models.Model):
    """A person asks to be anonymised. They may withdraw it until somebody decides; at most one waits."""

    class State(models.TextChoices):
        """Where it stands."""

        WAITING = "waiting", "Waiting"
        WITHDRAWN = "withdrawn", "Withdrawn"
        REFUSED = "refused", "Refused"
        DONE = "done", "Anonymised"

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="erasure_requests"
    )
    asked_at = models.DateTimeField(default=timezone.now)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Who wrote it down for them; empty where they asked here.",
    )
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING, editable=False)
    settled_at = models.DateTimeField(
        null=True, editable=False, help_text="When it was withdrawn or decided."
    )
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, editable=False, on_delete=models.PROTECT, related_name="+"
    )
    reason = models.TextField(max_length=1000, blank=True, editable=False, help_text="Why it was decided so.")

    objects = ErasureRequestQuerySet.as_manager()

    class Meta:
        ordering = ("-asked_at", "-pk")
        default_permissions = ("add", "view")  # what was asked is never edited or deleted
        permissions = [("decide_erasurerequest", "Can decide erasure request")]
        constraints = [
            models.UniqueConstraint(
                fields=["person"],
                condition=Q(state="waiting"),
                name="one_erasure_request_waits",
                violation_error_message="A request of this person is waiting already.",
            ),
            models.CheckConstraint(
                condition=Q(state="waiting", settled_at=None, decided_by=None)
                | Q(state="withdrawn", settled_at__isnull=False, decided_by=None)
                | (Q(state="refused", settled_at__isnull=False, decided_by__isnull=False) & ~Q(reason=""))
                | (Q(state="done", settled_at__isnull=False) & ~Q(reason="")),  # by nobody where time did it
                name="erasure_request_settled_with_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}, asked on {timezone.localdate(self.asked_at):%-d %B %Y}"

    @property
    def is_waiting(self) -> bool:
        """Whether nobody has settled it."""
        return self.state == self.State.WAITING

    @property
    def answer_by(self) -> datetime.date:
        """The last day on which an answer is in time."""
        return timezone.localdate(self.asked_at) + datetime.timedelta(days=DAYS_TO_ANSWER)
