"""How work and culture change around a milestone: changes, champions, and teams that talk it through."""

import uuid

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models

from learners.organisations.models import Membership, Network, Organisation, Team
from learners.organisations.models.dated import Dated, DatedQuerySet
from learners.organisations.models.place import refuse_another_organisation
from learners.programme.models.roadmap import Milestone
from learners.surveys.models import Barrier
from modules.models import ModulePage, Role


class Level(models.TextChoices):
    """What changes."""

    JOB = "job", "A job"
    WORKFLOW = "workflow", "A workflow, from end to end"
    CULTURE = "culture", "The culture"


class Weight(models.TextChoices):
    """How much."""

    LOW = "low", "Low"
    MEDIUM = "medium", "Medium"
    HIGH = "high", "High"


class WorkflowChange(models.Model):
    """What somebody does otherwise once a milestone is live, and what helps them to."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    network = models.ForeignKey(Network, on_delete=models.PROTECT, related_name="workflow_changes")
    milestone = models.ForeignKey(
        Milestone, null=True, blank=True, on_delete=models.PROTECT, related_name="workflow_changes"
    )
    level = models.CharField(max_length=10, choices=Level.choices)
    role = models.ForeignKey(
        Role, null=True, blank=True, on_delete=models.PROTECT, related_name="+", help_text="Of a job: whose."
    )
    before = models.CharField(max_length=300, help_text="What people do today.")
    after = models.CharField(max_length=300, help_text="What they will do.")
    effort = models.CharField(max_length=10, choices=Weight.choices)
    benefit = models.CharField(max_length=300)
    risk = models.CharField(max_length=300, blank=True)
    owner = models.CharField(max_length=120, help_text="A role or a name.")
    mitigated_by = models.ManyToManyField(
        ModulePage, blank=True, related_name="+", help_text="The modules that help people to do it."
    )

    class Meta:
        ordering = ("network", "level", "pk")
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(level="job") | models.Q(role__isnull=False),
                name="workflow_change_of_a_job_has_a_role",
                violation_error_message="Say whose job changes.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_level_display()}: {self.after}"


class Champion(Dated):
    """Somebody whom colleagues ask, in one organisation, about one area of its work."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="champions")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="championing")
    area = models.CharField(max_length=120, help_text="A ward, a service, nights.")

    objects = DatedQuerySet.as_manager()

    class Meta(Dated.Meta):
        ordering = ("organisation__name", "area")
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                "organisation",
                "person",
                "area",
                condition=models.Q(ends_on=None),
                name="champion_once",
                violation_error_message="This person is the champion of this area already.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.area}"


class Guide(models.Model):
    """How to talk a barrier through in a team, in ten minutes."""

    barrier = models.CharField(max_length=12, choices=Barrier.choices, unique=True)
    title = models.CharField(max_length=120)
    words = models.TextField(help_text="One question or step on each line.")
    module = models.ForeignKey(
        ModulePage,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="To go on with.",
    )

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.title

    @property
    def steps(self) -> list[str]:
        """The lines that say something."""
        return [line.strip() for line in self.words.splitlines() if line.strip()]


class TalkThrough(models.Model):
    """A manager talked it through with a team, and says so. Evidence of that, and of nothing else."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="talk_throughs")
    team = models.ForeignKey(
        Team,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Empty: across teams.",
    )
    guide = models.ForeignKey(Guide, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    module = models.ForeignKey(ModulePage, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    held_on = models.DateField("day")
    note = models.CharField(
        "what came of it", max_length=400, blank=True, help_text="No names, and nothing about a patient."
    )
    participants = models.ManyToManyField(Membership, related_name="talk_throughs")
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(auto_now_add=True)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    withdrawn_because = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ("-held_on", "-pk")
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.team or self.organisation}, {self.held_on:%-d %B %Y}"

    def clean(self) -> None:
        """Refuse a team of another organisation."""
        super().clean()
        if self.organisation_id:
            refuse_another_organisation(self, "team")
            if not (self.guide_id or self.module_id):
                raise ValidationError("Say what was talked through: a guide, or a module.")
