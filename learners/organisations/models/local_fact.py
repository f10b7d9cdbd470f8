"""What is true here: facts that modules need and that differ from place to place."""

import datetime
from typing import Self

from django.db import models
from django.db.models import Q

from learners.organisations.models.network import Network
from learners.organisations.models.organisation import Organisation
from modules.models import FactKind


class LocalFactQuerySet(models.QuerySet["LocalFact"]):
    """Local facts."""

    def overdue(self, on: datetime.date) -> Self:
        """Those that somebody should have checked again by now."""
        return self.filter(review_by__lt=on)


class LocalFact(models.Model):
    """One organisation's (or network's) answer to the question of a FactKind, with an owner and a review date."""

    kind = models.ForeignKey(FactKind, on_delete=models.PROTECT, related_name="facts")
    organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="local_facts"
    )
    network = models.ForeignKey(
        Network, null=True, blank=True, on_delete=models.PROTECT, related_name="local_facts"
    )
    text = models.TextField(max_length=600, help_text="What people here should read. No names of patients.")
    owner = models.CharField(
        max_length=120, help_text="The role that keeps it right: Information governance lead."
    )
    checked_on = models.DateField("last checked")
    review_by = models.DateField("review by")

    objects = LocalFactQuerySet.as_manager()

    class Meta:
        ordering = ("kind", "organisation", "network")
        constraints = [
            models.CheckConstraint(
                condition=Q(organisation__isnull=False, network=None)
                | Q(organisation=None, network__isnull=False),
                name="local_fact_has_its_place",
                violation_error_message="Choose an organisation or a network, not both.",
            ),
            models.UniqueConstraint(
                "kind",
                "organisation",
                condition=Q(network=None),
                name="local_fact_once_for_organisation",
                violation_error_message="This organisation has given this fact already.",
            ),
            models.UniqueConstraint(
                "kind",
                "network",
                condition=Q(organisation=None),
                name="local_fact_once_for_network",
                violation_error_message="This network has given this fact already.",
            ),
            models.CheckConstraint(
                condition=Q(review_by__gt=models.F("checked_on")),
                name="local_fact_days_in_order",
                violation_error_message="The review comes after the day it was checked.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind}: {self.organisation or self.network}"
