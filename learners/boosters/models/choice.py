"""Whether somebody wants boosters."""

from django.conf import settings
from django.db import models


class BoosterChoice(models.Model):
    """A person's own choice. Without a row: none are sent, and they are offered once a module is done."""

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="booster_choice"
    )
    wants = models.BooleanField()
    changed_at = models.DateTimeField()

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"Choice of {self.person_id}"
