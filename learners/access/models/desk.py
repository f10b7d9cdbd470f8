"""What an organisation has chosen for its queue, and how many wait."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from learners.access.deciding import Terms
from learners.organisations.models import Organisation


class Desk(models.Model):
    """One for each organisation whose requirements give access."""

    organisation = models.OneToOneField(
        Organisation, primary_key=True, on_delete=models.CASCADE, related_name="access_desk"
    )
    grace_days = models.PositiveSmallIntegerField(default=14, validators=[MaxValueValidator(365)])
    unused_days = models.PositiveSmallIntegerField(
        null=True, blank=True, validators=[MinValueValidator(7), MaxValueValidator(1000)]
    )
    counts = models.JSONField(default=dict, help_text="How many wait in each queue, as counted.")
    counted_on = models.DateField(null=True, help_text="Empty when something has moved since.")

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.organisation_id)

    @property
    def terms(self) -> Terms:
        """As the decision reads them."""
        return Terms(self.grace_days, self.unused_days)
