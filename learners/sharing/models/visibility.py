"""What each organisation has switched on: the lines of the visibility matrix."""

from django.db import models
from django.db.models import Q

from learners.organisations.models import Organisation
from learners.organisations.models.dated import Dated, DatedQuerySet
from modules.models import InformationCategory, Role


class Visibility(Dated):
    """On these days a role at an organisation can see a category of information, as somebody checked.

    Without a role, every role. What is on here is shown to learners only while an agreement's scope covers it.
    """

    class How(models.TextChoices):
        """How fresh what is seen is."""

        LIVE = "live", "Live"
        PERIODIC = "periodic", "From time to time"

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="visibility")
    information = models.ForeignKey(InformationCategory, on_delete=models.PROTECT, related_name="visibility")
    role = models.ForeignKey(Role, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    how = models.CharField(max_length=10, choices=How.choices, default=How.LIVE)
    source = models.CharField(max_length=120, help_text="Where it comes from: GP record, hospital letters.")
    checked_on = models.DateField("last checked")

    objects = DatedQuerySet.as_manager()

    class Meta(Dated.Meta):
        verbose_name_plural = "visibility"
        ordering = ("organisation", "information__position", "role", "starts_on")
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                "organisation",
                "information",
                "role",
                "source",
                "starts_on",
                name="visibility_once",
                violation_error_message="There is such a line already.",
            ),
            models.UniqueConstraint(
                "organisation",
                "information",
                "source",
                "starts_on",
                condition=Q(role=None),
                name="visibility_once_for_every_role",
                violation_error_message="There is such a line already.",
            ),
        ]
        indexes = [models.Index(fields=["organisation", "starts_on"], name="visibility_of_organisation")]

    def __str__(self) -> str:
        return f"{self.organisation}: {self.information}, {self.role or 'every role'}"
