"""The history that everything else is derived from."""

import uuid
from typing import Any, NoReturn

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q

from learners.organisations.models import Organisation
from modules.models import Edition


class Verb(models.TextChoices):
    """What somebody did."""

    LAUNCHED = "launched", "Started the module"
    EXPERIENCED = "experienced", "Read a section"
    ANSWERED = "answered", "Answered a question"
    SELECTED = "selected", "Chose in a scenario"
    PASSED = "passed", "Passed the check"
    FAILED = "failed", "Did not pass the check"
    COMPLETED = "completed", "Completed the module"
    EARNED = "earned", "Earned a certificate"
    VOIDED = "voided", "Corrected: something no longer counts"


class HistoryIsAppendOnly(RuntimeError):
    """Somebody tried to edit or delete what happened."""


class EventQuerySet(models.QuerySet["LearningEvent"]):
    """Events can be read and added, never changed."""

    def update(self, **kwargs: Any) -> NoReturn:
        """Refuse."""
        raise HistoryIsAppendOnly("Learning events are never edited: record another event.")

    def delete(self) -> NoReturn:
        """Refuse."""
        raise HistoryIsAppendOnly("Learning events are never deleted.")

    bulk_update = update  # type: ignore[assignment]


class LearningEvent(models.Model):
    """One thing that one person did, at a moment, wearing a hat. Append-only.

    Its id is also the id of its xAPI statement. `detail` holds what its verb adds, as JSON: see `records.actions`.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    verb = models.CharField(max_length=20, choices=Verb.choices)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="learning_events"
    )
    organisation = models.ForeignKey(Organisation, null=True, on_delete=models.PROTECT, related_name="+")
    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="+")
    registration = models.UUIDField(
        help_text="One person's way through one module, from start to completion."
    )
    session_id = models.UUIDField(null=True, help_text="One sign-in, to group events. Random.")
    occurred_at = models.DateTimeField()
    detail = models.JSONField(default=dict, encoder=DjangoJSONEncoder)

    objects = EventQuerySet.as_manager()

    class Meta:
        ordering = ("occurred_at", "id")
        indexes = [
            models.Index(fields=["person", "occurred_at"], name="event_by_person"),
            models.Index(fields=["registration"], name="event_by_registration"),
            models.Index(fields=["person"], condition=Q(verb=Verb.LAUNCHED), name="event_starts"),
        ]

    def __str__(self) -> str:
        return f"{self.get_verb_display()}, {self.occurred_at:%Y-%m-%d %H:%M}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Add the event; refuse to save it a second time."""
        if not self._state.adding:
            raise HistoryIsAppendOnly("Learning events are never edited: record another event.")
        super().save(*args, **(kwargs | {"force_insert": True}))

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Refuse."""
        raise HistoryIsAppendOnly("Learning events are never deleted.")
