"""What an employer's own words mean here, told once and kept for the next list."""

from django.db import models

from learners.organisations.models import Organisation
from modules.models import Role


class TitleMeaning(models.Model):
    """Which role a job title of one organisation stands for."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="title_meanings")
    title = models.CharField(
        max_length=150, help_text="As `roster.key` makes it: small letters, single spaces."
    )
    role = models.ForeignKey(Role, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("title",)
        default_permissions = ()
        constraints = [models.UniqueConstraint("organisation", "title", name="title_meaning_once")]

    def __str__(self) -> str:
        return f"{self.title}: {self.role}"


class ColumnMeaning(models.Model):
    """Which column is which in the lists of one organisation that have no known shape."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="column_meanings")
    headers = models.JSONField(help_text="The headers of the file, in order.")
    mapping = models.JSONField(help_text="The number of a column (from 0) to the name of ours.")

    class Meta:
        ordering = ("pk",)
        default_permissions = ()

    def __str__(self) -> str:
        return f"Columns of {self.organisation}"
