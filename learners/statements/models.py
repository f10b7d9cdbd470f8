"""How far each statement has come on its way to other record stores, and how those answer."""

import datetime
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils import timezone

from learners.organisations.models import Organisation
from learners.record_store.models import Statement

__all__ = ["Delivery", "Destination", "Statement"]


class DeliveryQuerySet(models.QuerySet["Delivery"]):
    """Deliveries."""

    def pending(self) -> Self:
        """Still on their way."""
        return self.filter(state=Delivery.State.PENDING)

    def dead(self) -> Self:
        """Refused for good."""
        return self.filter(state=Delivery.State.DEAD)

    def due(self, at: datetime.datetime) -> Self:
        """Waiting, in nobody's hand, and not to be left alone until later. Those longest due come first."""
        free = Q(lease_until=None) | Q(lease_until__lte=at)
        return self.pending().filter(free, next_attempt_at__lte=at).order_by("next_attempt_at", "id")


class Delivery(models.Model):
    """The way of one statement to one record store: stored there once, or dead with a reason.

    What was dead, an administrator can discard with a reason of their own: then it is skipped.
    """

    class State(models.TextChoices):
        """Where it stands."""

        PENDING = "pending", "Waiting"
        DELIVERED = "delivered", "Delivered"
        DEAD = "dead", "Refused"
        SKIPPED = "skipped", "Not to be sent"

    statement = models.ForeignKey(
        Statement,
        on_delete=models.PROTECT,
        related_name="deliveries",
        db_index=False,  # delivery_once begins with it
    )
    destination = models.CharField(max_length=50, default="default", help_text="The name of a Destination.")
    state = models.CharField(max_length=10, choices=State.choices, default=State.PENDING)
    attempts = models.PositiveIntegerField(
        default=0, help_text="How often sending it failed for no clear reason."
    )
    next_attempt_at = models.DateTimeField(default=timezone.now)
    lease_until = models.DateTimeField(null=True, help_text="Until then a worker has it in hand.")
    last_status = models.PositiveSmallIntegerField(
        null=True, help_text="The last HTTP status; empty without an answer."
    )
    last_error = models.TextField(blank=True)
    delivered_at = models.DateTimeField(null=True)

    objects = DeliveryQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "deliveries"
        default_permissions = ()
        constraints = [models.UniqueConstraint("statement", "destination", name="delivery_once")]
        indexes = [
            models.Index(
                fields=["destination", "next_attempt_at", "id"],
                condition=Q(state="pending"),
                name="delivery_pending",
            ),
            models.Index(fields=["destination", "id"], condition=Q(state="pending"), name="delivery_oldest"),
            models.Index(fields=["destination", "id"], condition=Q(state="dead"), name="delivery_dead"),
        ]

    def __str__(self) -> str:
        return f"{self.statement_id}: {self.get_state_display()}"


class Destination(models.Model):
    """A record store that statements go to, and how it has been answering.

    The one named DEFAULT is set in the environment and gets everything; of it only the answers stand here. Others are
    added in the CMS. They get what stands in the record store beyond `queued_through`, up to which they were given it.
    """

    DEFAULT = "default"

    name = models.SlugField(max_length=50, primary_key=True, help_text="Short, in small letters: trust-lrs")
    organisation = models.ForeignKey(
        Organisation,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Only what was learned for this organisation goes there. Empty: everything.",
    )
    endpoint = models.URLField(
        "address", max_length=500, blank=True, help_text="What stands before /statements."
    )
    username = models.CharField(max_length=200, blank=True)
    sealed_password = models.TextField(
        blank=True, editable=False, help_text="Encrypted by a key that is in the environment alone."
    )
    sealed_pseudonym_key = models.TextField(
        blank=True, editable=False, help_text="From which the people's names at this store are made."
    )
    is_active = models.BooleanField("in use", default=True, help_text="Out of use, what waits stays here.")
    queued_through = models.BigIntegerField(default=0, editable=False)

    paused_until = models.DateTimeField(
        null=True, editable=False, help_text="Nothing is sent before: it asked to wait, or fails."
    )
    failures = models.PositiveIntegerField(default=0, editable=False, help_text="In a row.")
    last_status = models.PositiveSmallIntegerField(null=True, editable=False)
    last_error = models.TextField(blank=True, editable=False, help_text="Empty while it takes statements.")
    last_stored_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        verbose_name = "record store"
        default_permissions = ("add", "change", "view")  # what was sent somewhere is not forgotten

    def __str__(self) -> str:
        return self.name

    @property
    def is_default(self) -> bool:
        """Whether it is the one of the environment."""
        return self.name == self.DEFAULT

    @property
    def has_own_pseudonyms(self) -> bool:
        """Whether people have names there that no other store knows."""
        return bool(self.sealed_pseudonym_key)
