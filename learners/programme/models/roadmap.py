"""The roadmap of a network: what it wants to achieve, how that is measured, and what goes live when and where."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q

from learners.organisations.models import Network, Organisation
from learners.requirements.models import GoLive
from learners.sharing.models import Agreement
from modules.models import Capability, InformationCategory, ModulePage, Role


class Objective(models.Model):
    """What a network wants to be better, and by how much. Without a measure it is a wish."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    network = models.ForeignKey(Network, on_delete=models.PROTECT, related_name="objectives")
    statement = models.CharField(max_length=300, help_text="Who will do what differently.")
    measure = models.CharField(max_length=200, help_text="Views of the shared record per 100 contacts.")
    baseline = models.DecimalField(max_digits=12, decimal_places=2)
    target = models.DecimalField(max_digits=12, decimal_places=2)
    by = models.DateField("by when")
    capabilities = models.ManyToManyField(Capability, blank=True, related_name="+")
    modules = models.ManyToManyField(
        ModulePage, blank=True, related_name="+", help_text="The modules that help to reach it."
    )

    class Meta:
        ordering = ("network", "by", "pk")

    def __str__(self) -> str:
        return self.statement


class OutcomeMeasure(models.Model):
    """A figure of an objective, month by month, as somebody reports it."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    objective = models.ForeignKey(Objective, on_delete=models.PROTECT, related_name="measures")
    organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    name = models.CharField(max_length=150)
    unit = models.CharField(max_length=60, help_text="As after the number: per 100 contacts.")
    source = models.CharField(max_length=200, help_text="Where the figures come from.")

    class Meta:
        ordering = ("objective", "name")

    def __str__(self) -> str:
        return self.name


class OutcomeValue(models.Model):
    """The figure of one month. A month without one is a gap, not a zero."""

    measure = models.ForeignKey(OutcomeMeasure, on_delete=models.CASCADE, related_name="values")
    month = models.DateField(help_text="Its first day.")
    value = models.DecimalField(max_digits=12, decimal_places=2)

    class Meta:
        ordering = ("measure", "month")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint("measure", "month", name="outcome_month_once"),
            models.CheckConstraint(condition=Q(month__day=1), name="outcome_month_is_a_first"),
        ]

    def __str__(self) -> str:
        return f"{self.month:%B %Y}: {self.value}"


class Milestone(models.Model):
    """A capability goes live at an organisation, or in a whole network."""

    class Status(models.TextChoices):
        """Where it stands."""

        PLANNED = "planned", "Planned"
        LIVE = "live", "Live"
        PAUSED = "paused", "Paused"
        DROPPED = "dropped", "Dropped"

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    network = models.ForeignKey(Network, on_delete=models.PROTECT, related_name="milestones")
    organisation = models.ForeignKey(
        Organisation,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="milestones",
        help_text="Empty: the whole network.",
    )
    capability = models.ForeignKey(Capability, on_delete=models.PROTECT, related_name="milestones")
    title = models.CharField(max_length=150)
    on = models.DateField("day", help_text="On which it goes live, or went live.")
    status = models.CharField(
        max_length=10, choices=Status.choices, default=Status.PLANNED, editable=False
    )  # the newest MilestoneChange's
    agreement = models.ForeignKey(
        Agreement, null=True, blank=True, on_delete=models.PROTECT, related_name="milestones"
    )
    information = models.ManyToManyField(InformationCategory, blank=True, related_name="+")
    roles = models.ManyToManyField(
        Role, blank=True, related_name="+", help_text="Whose work it touches. None chosen: every role."
    )
    modules = models.ManyToManyField(
        ModulePage, blank=True, related_name="+", help_text="What people should have learned before."
    )
    threshold = models.PositiveSmallIntegerField(
        default=80, help_text="Per cent of each team that should have learned it before."
    )
    go_live = models.OneToOneField(
        GoLive,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="milestone",
        help_text="The go-live before which requirements are due: it moves with this day.",
    )

    class Meta:
        ordering = ("on", "title")
        constraints = [
            models.CheckConstraint(
                condition=Q(threshold__gte=1, threshold__lte=100), name="milestone_threshold_per_cent"
            )
        ]

    def __str__(self) -> str:
        return f"{self.title}, {self.on:%-d %B %Y}"


class MilestoneChange(models.Model):
    """A milestone is planned, moved, goes live, is paused or dropped. Appended, never changed."""

    milestone = models.ForeignKey(Milestone, on_delete=models.PROTECT, related_name="changes")
    status = models.CharField(max_length=10, choices=Milestone.Status.choices)
    on = models.DateField(help_text="The milestone's day from then on.")
    reason = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("pk",)
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.milestone}: {self.get_status_display()}"
