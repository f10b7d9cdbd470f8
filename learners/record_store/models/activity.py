"""What the store knows of activities."""

from django.db import models


class Activity(models.Model):
    """The definition of an activity, put together from the statements of one scope.

    Written only when a statement adds to it: upserting it with each statement would make writers wait for each other.
    """

    key = models.UUIDField(primary_key=True, help_text="Names the activity and whose definition this is.")
    iri = models.TextField()
    definition = models.TextField(
        help_text="As JSON. Text, because it may hold what no database takes as JSON."
    )

    class Meta:
        default_permissions = ()
        verbose_name_plural = "activities"

    def __str__(self) -> str:
        return self.iri
