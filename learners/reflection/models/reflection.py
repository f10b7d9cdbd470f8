"""What somebody made of a module, in their own words."""

from django.db import models

from learners.records.models import Completion


class Reflection(models.Model):
    """A learner's own words on something they completed. Private: no other person can read it by any route."""

    completion = models.OneToOneField(Completion, on_delete=models.PROTECT, related_name="reflection")
    text = models.TextField(max_length=5000, blank=True)
    note = models.TextField("my own notes", max_length=2000, blank=True)
    written_at = models.DateTimeField()

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"Reflection {self.pk}"

    @property
    def version(self) -> str:
        """Which words these are: changes with every change, and is empty as long as nothing was written."""
        return self.written_at.isoformat() if self.pk else ""
