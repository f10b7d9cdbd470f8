"""One thing done for many people at once, and what came of it for each."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q

from learners.organisations.models import Organisation
from modules.models import ModulePage


class Kind(models.TextChoices):
    """What is done."""

    REMIND = "remind", "Remind"
    ASSIGN = "assign", "Ask for a module"
    EXEMPT = "exempt", "Mark exempt"


class BulkAction(models.Model):
    """Chosen first, then done, then perhaps taken back. Each step is taken once, however often it is clicked."""

    class State(models.TextChoices):
        """How far it is."""

        CHOSEN = "chosen", "Not done yet"
        DONE = "done", "Done"
        UNDONE = "undone", "Taken back"

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="bulk_actions")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    state = models.CharField(max_length=10, choices=State.choices, default=State.CHOSEN)
    module = models.ForeignKey(ModulePage, null=True, on_delete=models.PROTECT, related_name="+")
    day = models.DateField(null=True, help_text="By when it is to be done; or the last day of an exemption.")
    reason = models.CharField(max_length=200, blank=True)
    is_settled = models.BooleanField(default=False, help_text="What is to be done has been said.")
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    done_at = models.DateTimeField(null=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    undone_at = models.DateTimeField(null=True)

    class Meta:
        default_permissions = ()
        ordering = ("-done_at", "-pk")
        indexes = [models.Index(fields=["organisation", "-done_at"], name="bulk_action_newest")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.organisation}"


class Outcome(models.TextChoices):
    """What came of it for one person: done, or why they were left out."""

    DONE = "done", "Done"
    NOTHING_OPEN = "nothing_open", "Nothing is open that they could be reminded of"
    NO_EMAIL = "no_email", "No e-mail reaches them, or they want no reminders"
    WAITING = "waiting", "A reminder is waiting for them already"
    ASKED = "asked", "It is asked of them already"
    HAS_DONE = "has_done", "They have done it"
    EXCUSED = "excused", "They are exempt already"
    GONE = "gone", "They do not work here any more, or not in your teams"


class BulkItem(models.Model):
    """One person of those who were chosen."""

    action = models.ForeignKey(BulkAction, on_delete=models.CASCADE, related_name="items")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    outcome = models.CharField(max_length=15, choices=Outcome.choices, blank=True)
    made = models.BigIntegerField(
        null=True, help_text="The reminder, assignment or exemption that was made for them."
    )
    taken_back = models.BooleanField(default=False)

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint("action", "person", name="bulk_item_once"),
            models.CheckConstraint(
                condition=Q(made=None) | Q(outcome="done"), name="bulk_item_made_when_done"
            ),
        ]

    def __str__(self) -> str:
        return f"Item {self.pk}"
