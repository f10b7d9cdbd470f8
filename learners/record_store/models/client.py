"""Who may speak with the record store."""

import datetime
import uuid
from typing import Self

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q

from learners.organisations.models import Organisation


class Client(models.Model):
    """A tool that writes to the record store or reads from it: what it may, and for which organisation.

    Its statements say that it vouches for them (`authority`), under its uuid.
    """

    class Reads(models.TextChoices):
        """What it may read."""

        NOTHING = "nothing", "Nothing"
        OWN = "own", "What it wrote itself"
        ALL = "all", "All statements of its organisation, or all there are"

    uuid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=100, help_text="The tool, and who looks after it.")
    organisation = models.ForeignKey(
        Organisation,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="It sees and writes statements of this organisation only. Without one, it sees everybody's.",
    )
    reads = models.CharField("may read", max_length=10, choices=Reads.choices, default=Reads.OWN)
    writes = models.BooleanField("may write", default=True)
    requests_a_minute = models.PositiveIntegerField(
        default=600, validators=[MinValueValidator(1)], help_text="What is more is told to wait."
    )
    is_active = models.BooleanField(
        "active", default=True, help_text="Switched off, none of its tokens work."
    )
    created_at = models.DateTimeField(auto_now_add=True, editable=False)

    class Meta:
        verbose_name = "record store client"
        ordering = ("name", "pk")

    def __str__(self) -> str:
        return self.name


class Pace(models.Model):
    """How many requests a client made in the minute in which it asked last: one row, for all workers."""

    client = models.OneToOneField(Client, primary_key=True, on_delete=models.CASCADE, related_name="+")
    minute = models.BigIntegerField(help_text="Minutes since 1970.")
    requests = models.PositiveBigIntegerField()

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.requests} requests of {self.client_id}"


class TokenQuerySet(models.QuerySet["Token"]):
    """Tokens."""

    def in_force(self, at: datetime.datetime) -> Self:
        """Those that open the door at a moment."""
        return self.filter(Q(expires_at=None) | Q(expires_at__gt=at), revoked_at=None, client__is_active=True)


class Token(models.Model):
    """A secret of a client. It is shown once, when it is made; what is kept is its SHA-256.

    256 random bits need no slow hash: nobody can guess them.
    """

    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="tokens")
    digest = models.BinaryField(max_length=32, unique=True)
    hint = models.CharField(max_length=8, help_text="Its first characters, to tell it from others.")
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)
    last_used_at = models.DateTimeField(null=True, help_text="To a few minutes.")

    objects = TokenQuerySet.as_manager()

    class Meta:
        ordering = ("-created_at", "pk")
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.hint}…"
