"""What was told of an account, and by whom."""

import uuid
from typing import Any, NoReturn

from django.conf import settings
from django.db import models

from learners.access.models.account import Account


class Kind(models.TextChoices):
    """What was told."""

    GRANTED = "granted", "Granted"
    WITHDRAWN = "withdrawn", "Withdrawn"
    REINSTATED = "reinstated", "Reinstated"
    UNDONE = "undone", "Marked by mistake"
    USED = "used", "Last use told"
    QUEUED = "queued", "Moved to another list"


class AccessEventQuerySet(models.QuerySet["AccessEvent"]):
    """Events can be read and added, never changed."""

    def update(self, **kwargs: Any) -> NoReturn:
        """Refuse."""
        raise RuntimeError("What was told is never edited: tell that it was a mistake.")

    def delete(self) -> NoReturn:
        """Refuse."""
        raise RuntimeError("What was told is never deleted.")

    bulk_update = update  # type: ignore[assignment]


class AccessEvent(models.Model):
    """One thing that was told of one account. Append-only; a wrong one is undone by another."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="events")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    state = models.CharField(max_length=10, help_text="The account's state after it.")
    queue = models.CharField(max_length=12, blank=True, help_text="Where the person waits since then.")
    used_on = models.DateField(null=True)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    batch = models.UUIDField(help_text="What was told at once.")
    undoes = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="undone_by")

    objects = AccessEventQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        ordering = ("pk",)
        indexes = [models.Index(fields=["batch"], name="access_event_by_batch")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.at:%Y-%m-%d %H:%M}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Add it; never change it."""
        if not self._state.adding:
            raise RuntimeError("What was told is never edited: tell that it was a mistake.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Refuse."""
        raise RuntimeError("What was told is never deleted.")
