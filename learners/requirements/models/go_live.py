"""The day on which something goes live, before which people are to have learned."""

from django.db import models
from django.db.models import Q

from learners.organisations.models import Network, Organisation


class GoLive(models.Model):
    """A day that may still move: whatever is due before it moves along."""

    name = models.CharField(max_length=100, help_text="As in “before the shared record goes live”.")
    on = models.DateField("day")
    organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="go_lives"
    )
    network = models.ForeignKey(
        Network, null=True, blank=True, on_delete=models.PROTECT, related_name="go_lives"
    )

    class Meta:
        verbose_name = "go-live"
        ordering = ("on", "name")
        constraints = [
            models.CheckConstraint(
                condition=Q(organisation=None, network__isnull=False)
                | Q(organisation__isnull=False, network=None),
                name="go_live_of_one",
                violation_error_message="Give an organisation or a network; not both.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.on:%-d %B %Y}"
