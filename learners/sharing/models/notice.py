"""The e-mail to an agreement's owner before its review."""

from django.db import models
from django.db.models import Q

from learners.sharing.models.agreement import Agreement


class ReviewNotice(models.Model):
    """So many days before this review, an agreement's owner is told, once. Another day of review is told anew."""

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="notices")
    review_by = models.DateField()
    days = models.PositiveSmallIntegerField(help_text="Before the review.")
    lease_until = models.DateTimeField(null=True, help_text="Until then somebody is sending it.")
    sent_at = models.DateTimeField(null=True, help_text="Empty until the mail server has taken it.")

    class Meta:
        default_permissions = ()
        ordering = ("agreement", "review_by", "-days")
        constraints = [
            models.UniqueConstraint("agreement", "review_by", "days", name="review_notice_once"),
            models.CheckConstraint(condition=Q(days__gt=0), name="review_notice_before"),
        ]

    def __str__(self) -> str:
        return f"{self.agreement}: {self.days} days before {self.review_by}"
