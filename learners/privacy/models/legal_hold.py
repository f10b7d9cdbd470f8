"""That the law, or an inquiry, needs what is held of a person."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone


class LegalHoldQuerySet(models.QuerySet["LegalHold"]):
    """Holds."""

    def in_force(self) -> Self:
        """Those that nobody has lifted."""
        return self.filter(lifted_at=None)


class LegalHold(models.Model):
    """While it is in force nothing anonymises this person: no request, no retention time, no command."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="legal_holds")
    reason = models.TextField(
        max_length=1000, help_text="What needs it, and who asked. Only administrators see it."
    )
    placed_at = models.DateTimeField(default=timezone.now, editable=False)
    placed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, editable=False, on_delete=models.PROTECT, related_name="+"
    )
    lifted_at = models.DateTimeField(null=True, editable=False)
    lifted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, editable=False, on_delete=models.PROTECT, related_name="+"
    )

    objects = LegalHoldQuerySet.as_manager()

    class Meta:
        ordering = ("-placed_at", "-pk")
        default_permissions = ("add", "view")  # a hold is lifted, never edited or deleted
        permissions = [("lift_legalhold", "Can lift legal hold")]
        constraints = [
            models.CheckConstraint(
                condition=Q(lifted_at=None, lifted_by=None)
                | Q(lifted_at__isnull=False, lifted_by__isnull=False),
                name="legal_hold_lifted_by_somebody",
            )
        ]
        indexes = [models.Index(fields=["person"], condition=Q(lifted_at=None), name="legal_hold_in_force")]

    def __str__(self) -> str:
        return f"{self.person}, held since {timezone.localdate(self.placed_at):%-d %B %Y}"

    @property
    def is_in_force(self) -> bool:
        """Whether nobody has lifted it."""
        return self.lifted_at is None
