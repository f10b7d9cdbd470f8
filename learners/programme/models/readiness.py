"""What somebody decided although a condition of readiness was not met."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q

from learners.programme.models.roadmap import Milestone
from learners.programme.readiness.asked import Name


class Override(models.Model):
    """Somebody goes on although one condition is not met, or takes that back. Appended, never changed."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    milestone = models.ForeignKey(Milestone, on_delete=models.PROTECT, related_name="overrides")
    condition = models.CharField(max_length=20, choices=[(name.value, name.label) for name in Name])
    decided_by = models.CharField(
        max_length=120, blank=True, help_text="Name and role of who decided: they need not have an account."
    )
    reason = models.CharField(max_length=400)
    withdraws = models.OneToOneField(
        "self",
        null=True,
        on_delete=models.PROTECT,
        related_name="withdrawn_by",
        help_text="The entry that this one takes back.",
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", help_text="Who wrote it down."
    )
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("pk",)
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=~Q(reason="") & (Q(withdraws__isnull=False) | ~Q(decided_by="")),
                name="override_has_a_name_and_a_reason",
                violation_error_message="Say who decided, and why.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_condition_display()}: {self.decided_by or 'taken back'}"
