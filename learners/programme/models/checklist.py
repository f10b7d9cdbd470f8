"""Where early projects go wrong: a list that is gone through again and again, and what follows from it."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q

from learners.organisations.models import Network, Organisation


class Facet(models.TextChoices):
    """What a part of the list is about."""

    PURPOSE = "purpose", "Purpose"
    GOVERNANCE = "governance", "Governance"
    AGREEMENTS = "agreements", "Agreements"
    DOING = "doing", "Doing it"
    OUTCOMES = "outcomes", "Outcomes"


class ChecklistItem(models.Model):
    """One thing that should be in place. Its words may be put better; what was answered stays."""

    facet = models.CharField(max_length=12, choices=Facet.choices)
    number = models.PositiveSmallIntegerField(unique=True)
    statement = models.CharField(max_length=200)
    is_critical = models.BooleanField(
        "critical", default=False, help_text="Where it is not in place, something must be done about it."
    )
    is_retired = models.BooleanField("retired", default=False, help_text="Not asked any more.")

    class Meta:
        ordering = ("number",)

    def __str__(self) -> str:
        return f"{self.number}. {self.statement}"


class Assessment(models.Model):
    """A network or an organisation goes through the list. While it is open, answers can be changed."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    network = models.ForeignKey(
        Network, null=True, blank=True, on_delete=models.PROTECT, related_name="assessments"
    )
    organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="assessments"
    )
    begun_on = models.DateField()
    begun_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    closed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-begun_on", "-pk")
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=Q(network__isnull=False, organisation=None)
                | Q(network=None, organisation__isnull=False),
                name="assessment_of_one",
            ),
            models.UniqueConstraint(
                "network", condition=Q(closed_at=None, organisation=None), name="assessment_open_of_network"
            ),
            models.UniqueConstraint(
                "organisation",
                condition=Q(closed_at=None, network=None),
                name="assessment_open_of_organisation",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.network or self.organisation}, {self.begun_on:%-d %B %Y}"


class Standing(models.TextChoices):
    """How far something is. Whoever is unsure does not have it."""

    IN_PLACE = "in_place", "In place"
    PARTLY = "partly", "Partly"
    NOT = "not", "Not in place"
    UNSURE = "unsure", "Not sure"


class ChecklistAnswer(models.Model):
    """What was said of one item in one assessment."""

    assessment = models.ForeignKey(Assessment, on_delete=models.CASCADE, related_name="answers")
    item = models.ForeignKey(ChecklistItem, on_delete=models.PROTECT, related_name="answers")
    standing = models.CharField(max_length=10, choices=Standing.choices)
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ("item__number",)
        default_permissions = ()
        constraints = [models.UniqueConstraint("assessment", "item", name="checklist_answer_once")]

    def __str__(self) -> str:
        return f"{self.item_id}: {self.get_standing_display()}"


class ChecklistAction(models.Model):
    """What somebody does about an item, by a day. It outlives the assessment from which it came."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    network = models.ForeignKey(
        Network, null=True, blank=True, on_delete=models.PROTECT, related_name="checklist_actions"
    )
    organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="checklist_actions"
    )
    item = models.ForeignKey(ChecklistItem, on_delete=models.PROTECT, related_name="actions")
    what = models.CharField(max_length=200)
    owner = models.CharField(max_length=120, blank=True, help_text="A role or a name.")
    due_on = models.DateField(null=True, blank=True)
    done_on = models.DateField(null=True, blank=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("done_on", "due_on", "pk")
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=Q(network__isnull=False, organisation=None)
                | Q(network=None, organisation__isnull=False),
                name="checklist_action_of_one",
            ),
            models.UniqueConstraint(
                "network",
                "item",
                condition=Q(done_on=None, organisation=None),
                name="checklist_action_open_of_network",
            ),
            models.UniqueConstraint(
                "organisation",
                "item",
                condition=Q(done_on=None, network=None),
                name="checklist_action_open_of_organisation",
            ),
        ]

    def __str__(self) -> str:
        return self.what
