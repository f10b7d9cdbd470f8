"""What somebody wants to hear of."""

from django.conf import settings
from django.db import models


class Preference(models.Model):
    """A person's own choice. Without a row: everything."""

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="reminder_preference"
    )
    own = models.BooleanField(default=True)
    weekly = models.BooleanField(default=True)
    changed_at = models.DateTimeField()

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"Preference of {self.person_id}"
