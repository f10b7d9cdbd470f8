"""What each organisation has switched on: the lines of the visibility matrix."""

import uuid

from django.conf import settings
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


class VisibilityFile(models.Model):
    """A file with all lines of an organisation: previewed, applied as one batch, perhaps undone.

    `rows` are the lines as they were read; `changes` what applying did, by which it can be undone: for each line its
    key, what it was (None for a new one) and what it became (None for one that went).
    """

    class State(models.TextChoices):
        """How far it has come."""

        PREVIEWED = "previewed", "Previewed"
        APPLIED = "applied", "Applied"
        UNDONE = "undone", "Undone"

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="visibility_files")
    state = models.CharField(max_length=10, choices=State.choices, default=State.PREVIEWED)
    file_name = models.CharField(max_length=150, blank=True)
    rows = models.JSONField(default=list)
    mark = models.CharField(max_length=64, help_text="Tells whether a plan made again is the same.")
    changes = models.JSONField(default=list)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    applied_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    applied_at = models.DateTimeField(null=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    undone_at = models.DateTimeField(null=True)

    class Meta:
        default_permissions = ()
        ordering = ("-made_at", "-pk")
        indexes = [models.Index(fields=["organisation", "-made_at"], name="visibility_files_of")]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="previewed") | Q(applied_at__isnull=False),
                name="visibility_file_applied_when",
            )
        ]

    def __str__(self) -> str:
        return f"What is switched on at {self.organisation}, {self.made_at:%-d %B %Y}"
