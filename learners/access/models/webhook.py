"""An organisation's own service, which is told of every event; and how far each has come."""

import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from learners.access.models.event import AccessEvent
from learners.organisations.models import Organisation


class Webhook(models.Model):
    """An address that takes events. What concerns the receiver, not one event, stands here."""

    organisation = models.OneToOneField(Organisation, on_delete=models.PROTECT, related_name="access_webhook")
    address = models.URLField(max_length=500)
    sealed_secret = models.TextField(help_text="Encrypted by a key that is in the environment alone.")
    active = models.BooleanField(default=True)
    paused_until = models.DateTimeField(null=True)
    last_status = models.PositiveSmallIntegerField(null=True)
    last_error = models.CharField(max_length=300, blank=True)
    last_taken_at = models.DateTimeField(null=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return self.address


class WebhookDeliveryQuerySet(models.QuerySet["Delivery"]):
    """Deliveries."""

    def waiting(self) -> Self:
        """Still on their way."""
        return self.filter(state=Delivery.State.WAITING)

    def due(self, at: datetime.datetime) -> Self:
        """On their way, and in nobody's hand."""
        return self.waiting().filter(Q(lease_until=None) | Q(lease_until__lte=at))


class Delivery(models.Model):
    """The way of one event to the organisation's service: taken there, or dead with a reason."""

    class State(models.TextChoices):
        """Where it stands."""

        WAITING = "waiting", "Waiting"
        TAKEN = "taken", "Taken"
        DEAD = "dead", "Given up"

    event = models.OneToOneField(
        AccessEvent, primary_key=True, on_delete=models.PROTECT, related_name="delivery"
    )
    webhook = models.ForeignKey(Webhook, on_delete=models.PROTECT, related_name="deliveries")
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    lease_until = models.DateTimeField(null=True)
    last_status = models.PositiveSmallIntegerField(null=True)
    last_error = models.CharField(max_length=300, blank=True)
    made_at = models.DateTimeField(default=timezone.now)
    taken_at = models.DateTimeField(null=True)

    objects = WebhookDeliveryQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "deliveries"
        default_permissions = ()
        indexes = [
            models.Index(
                fields=["webhook", "event"], condition=Q(state="waiting"), name="access_delivery_waiting"
            )
        ]

    def __str__(self) -> str:
        return f"{self.event_id}: {self.state}"
