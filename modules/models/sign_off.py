"""Sign-offs by specialists, besides the clinical review."""

from django.conf import settings
from django.db import models

from modules.models.taxonomy import SignOffKind


class SignOff(models.Model):
    """A specialist has signed off this very revision of a module."""

    revision = models.ForeignKey("wagtailcore.Revision", on_delete=models.PROTECT, related_name="+")
    kind = models.ForeignKey(SignOffKind, on_delete=models.PROTECT, related_name="given")
    given_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    given_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint("revision", "kind", name="sign_off_once")]

    def __str__(self) -> str:
        return f"{self.kind}, {self.given_by}"
