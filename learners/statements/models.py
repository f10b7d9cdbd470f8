"""Statements that wait here, and how far each has come."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils import timezone

from learners.records.models import LearningEvent


class Statement(models.Model):
    """An xAPI statement, frozen as text in the transaction of its event. The two share their id."""

    event = models.OneToOneField(
        LearningEvent, primary_key=True, on_delete=models.PROTECT, related_name="statement"
    )
    payload = models.TextField(help_text="The statement's JSON, byte for byte as it is sent.")
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("created_at",)

    def __str__(self) -> str:
        return str(self.event_id)


class DeliveryQuerySet(models.QuerySet["Delivery"]):
    """Deliveries."""

    def pending(self) -> Self:
        """Still on their way."""
        return self.filter(state=Delivery.State.PENDING)

    def dead(self) -> Self:
        """Refused for good."""
        return self.filter(state=Delivery.State.DEAD)


class Delivery(models.Model):
    """The way of one statement to one record store: stored there once, or dead with a reason."""

    class State(models.TextChoices):
        """Where it stands."""

        PENDING = "pending", "Waiting"
        DELIVERED = "delivered", "Delivered"
        DEAD = "dead", "Refused"

    statement = models.ForeignKey(Statement, on_delete=models.PROTECT, related_name="deliveries")
    destination = models.CharField(max_length=50, default="default", help_text="The record store's name in settings.")
    state = models.CharField(max_length=10, choices=State.choices, default=State.PENDING)
    attempts = models.PositiveIntegerField(default=0)
    next_attempt_at = models.DateTimeField(default=timezone.now)
    lease_until = models.DateTimeField(null=True, help_text="Until then a worker has it in hand.")
    last_status = models.PositiveSmallIntegerField(null=True, help_text="The last HTTP status; empty without an answer.")
    last_error = models.TextField(blank=True)
    delivered_at = models.DateTimeField(null=True)

    objects = DeliveryQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "deliveries"
        constraints = [models.UniqueConstraint("statement", "destination", name="delivery_once")]
        indexes = [
            models.Index(
                fields=["destination", "next_attempt_at"], condition=Q(state="pending"), name="delivery_pending"
            )
        ]

    def __str__(self) -> str:
        return f"{self.statement_id}: {self.get_state_display()}"
