"""A staff list that was brought in: previewed, applied as one batch, perhaps undone."""

import uuid
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from learners.organisations.models import Organisation


class RosterImportQuerySet(models.QuerySet["RosterImport"]):
    """Staff lists, newest first."""

    def light(self) -> Self:
        """Without what is packed into them."""
        return self.defer("lines", "plan")


class RosterImport(models.Model):
    """One list. Of the file there are only the columns that we use, and those until it is applied or dropped.

    `lines` and `plan` are packed by `rosters.packing`. A list that was applied keeps its plan for the report.
    """

    class State(models.TextChoices):
        """How far it has come."""

        PREVIEWED = "previewed", "Previewed"
        APPLIED = "applied", "Applied"
        UNDONE = "undone", "Undone"
        DROPPED = "dropped", "Dropped"

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="roster_imports")
    state = models.CharField(max_length=20, choices=State.choices, default=State.PREVIEWED)
    file_name = models.CharField(max_length=150, blank=True)
    shape = models.CharField(max_length=60, help_text="What kind of list it was taken for.")
    is_whole = models.BooleanField(default=False, help_text="Whoever is not on it leaves.")
    ignored = models.PositiveIntegerField(default=0, help_text="Columns that were not read.")
    sensitive = models.PositiveIntegerField(default=0, help_text="Those of them that looked sensitive.")
    lines = models.BinaryField(default=bytes)
    plan = models.BinaryField(default=bytes)
    mark = models.CharField(max_length=64, help_text="Tells whether a plan made again is the same.")
    counts = models.JSONField(default=dict)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    made_at = models.DateTimeField()
    applied_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    applied_at = models.DateTimeField(null=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    undone_at = models.DateTimeField(null=True)

    objects = RosterImportQuerySet.as_manager()

    class Meta:
        ordering = ("-made_at", "-pk")
        default_permissions = ()
        indexes = [models.Index(fields=["organisation", "-made_at"], name="roster_imports_of")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state__in=["applied", "undone"]) | Q(applied_at__isnull=False),
                name="roster_import_applied_when",
            )
        ]

    def __str__(self) -> str:
        return f"Staff list of {self.organisation}, {self.made_at:%-d %B %Y}"


class RosterChange(models.Model):
    """One row that a list made or changed, by which it can be undone. Without foreign keys: it outlives the rows.

    `before` is None for a row that the list made. Both hold the fields that changed, by name.
    """

    class Kind(models.TextChoices):
        """What kind of row."""

        PERSON = "person", "Person"
        MEMBERSHIP = "membership", "Membership"
        TEAM = "team", "Team"

    # Many thousand at once, and never without their list: the database need not look for it each time.
    roster_import = models.ForeignKey(
        RosterImport, on_delete=models.PROTECT, related_name="changes", db_constraint=False
    )
    kind = models.CharField(max_length=20, choices=Kind.choices)
    row = models.BigIntegerField(help_text="The key of the row.")
    person = models.BigIntegerField(null=True, db_index=True, help_text="The key of the person it is about.")
    before = models.JSONField(null=True)
    after = models.JSONField()

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.kind} {self.row}"
