"""A sharing agreement of a network: who signs, what is shared for what, and how far it has come."""

import uuid
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from learners.organisations.models import Network, Organisation
from modules.models import InformationCategory, Role


class Stage(models.TextChoices):
    """How far an agreement has come."""

    SCOPING = "scoping", "Scoping"
    DRAFTING = "drafting", "Drafting"
    IMPACT_ASSESSMENT = "impact_assessment", "Data protection impact assessment"
    REVIEW = "review", "Review"
    SIGNING = "signing", "Signing"
    ACTIVE = "active", "Active"
    EXPIRED = "expired", "Expired"


class Agreement(models.Model):
    """One version of what the organisations of a network agree to share. A new version is a new row."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    network = models.ForeignKey(Network, on_delete=models.PROTECT, related_name="agreements")
    title = models.CharField(max_length=150)
    version = models.CharField(max_length=20, help_text="As on the document: 1.0")
    supersedes = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="superseded_by"
    )
    stage = models.CharField(
        max_length=20, choices=Stage.choices, default=Stage.SCOPING, editable=False
    )  # the newest StageEntry's
    owner = models.CharField(max_length=120, help_text="The role that keeps it: Information governance lead.")
    owner_email = models.EmailField(
        "owner's e-mail address", blank=True, help_text="Is told 90 and 30 days before the review."
    )
    review_by = models.DateField("review by", null=True, blank=True)

    class Meta:
        ordering = ("network", "title", "version")
        constraints = [
            models.UniqueConstraint(
                "network",
                "title",
                "version",
                name="agreement_version_once",
                violation_error_message="This network has this version already.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.title}, version {self.version}"


class StageEntry(models.Model):
    """An agreement enters a stage. Appended, never changed: the time in each stage comes of them."""

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="stages")
    stage = models.CharField(max_length=20, choices=Stage.choices)
    entered_on = models.DateField()
    note = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("entered_on", "pk")
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.agreement}: {self.get_stage_display()}"


class Party(models.Model):
    """An organisation that signs an agreement, or is asked to."""

    class State(models.TextChoices):
        """Its signature."""

        ASKED = "asked", "Not signed yet"
        SIGNED = "signed", "Signed"
        DECLINED = "declined", "Declined"
        LEFT = "left", "Left"

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="parties")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="agreement_parties")
    state = models.CharField(max_length=10, choices=State.choices, default=State.ASKED)
    signed_on = models.DateField(null=True, blank=True)
    left_on = models.DateField("last day", null=True, blank=True)
    signatory = models.CharField(
        max_length=120, blank=True, help_text="The role that signed: Caldicott Guardian."
    )
    planned_on = models.DateField("means to sign by", null=True, blank=True)
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ("agreement", "organisation__name")
        verbose_name_plural = "parties"
        constraints = [
            models.UniqueConstraint(
                "agreement",
                "organisation",
                name="party_once",
                violation_error_message="This organisation is a party already.",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["signed", "left"]) | Q(signed_on__isnull=False),
                name="party_signed_on_a_day",
                violation_error_message="Say on which day it was signed.",
            ),
            models.CheckConstraint(
                condition=~Q(state="left") | Q(left_on__gte=models.F("signed_on")),
                name="party_left_after_signing",
                violation_error_message="Give the last day, not before it signed.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation}: {self.get_state_display()}"


class Purpose(models.TextChoices):
    """What information may be used for."""

    DIRECT_CARE = "direct_care", "Care of the person"
    SAFEGUARDING = "safeguarding", "Safeguarding"
    PLANNING = "planning", "Planning of services"
    RESEARCH = "research", "Research"


CARE = (Purpose.DIRECT_CARE, Purpose.SAFEGUARDING)
"""What people do who open a record for somebody: only what is shared for this do they see, and is taught."""


class Phase(models.TextChoices):
    """Whether something is shared, will be, or will not."""

    NOW = "now", "Now"
    PLANNED = "planned", "Planned"
    OUT_OF_SCOPE = "out_of_scope", "Out of scope"


class ScopeItemQuerySet(models.QuerySet["ScopeItem"]):
    """Items of scope."""

    def for_care(self) -> Self:
        """Those by which somebody may come to see something in a record."""
        return self.filter(purpose__in=CARE)


class ScopeItem(models.Model):
    """A category of information, shared for a purpose: who gives it, who sees it, and when.

    Given and seen by kinds of organisations and by single ones; none of either: by every party. Seen by these roles;
    none: by every role.
    """

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="scope")
    information = models.ForeignKey(InformationCategory, on_delete=models.PROTECT, related_name="scope_items")
    purpose = models.CharField(max_length=20, choices=Purpose.choices, default=Purpose.DIRECT_CARE)
    provider_kinds = models.JSONField("kinds of organisations that give it", default=list, blank=True)
    providers = models.ManyToManyField(Organisation, blank=True, related_name="+")
    viewer_kinds = models.JSONField("kinds of organisations that see it", default=list, blank=True)
    viewers = models.ManyToManyField(Organisation, blank=True, related_name="+")
    roles = models.ManyToManyField(Role, blank=True, related_name="+", verbose_name="roles that see it")
    phase = models.CharField(max_length=15, choices=Phase.choices, default=Phase.NOW)
    planned_for = models.DateField(null=True, blank=True)
    reason = models.CharField(max_length=300, blank=True, help_text="Why it is out of scope.")

    objects = ScopeItemQuerySet.as_manager()

    class Meta:
        ordering = ("agreement", "information__position", "pk")
        constraints = [
            models.CheckConstraint(
                condition=~Q(phase="planned") | Q(planned_for__isnull=False),
                name="scope_planned_for_a_day",
                violation_error_message="Say for which day it is planned.",
            ),
            models.CheckConstraint(
                condition=~Q(phase="out_of_scope") | ~Q(reason=""),
                name="scope_left_out_for_a_reason",
                violation_error_message="Say why it is out of scope.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.information}: {self.get_phase_display()}"


class AgreementDocument(models.Model):
    """A file of an agreement, kept with the CMS's documents."""

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="documents")
    document = models.ForeignKey("wagtaildocs.Document", on_delete=models.PROTECT, related_name="+")
    what = models.CharField(max_length=100, help_text="Signed agreement; impact assessment.")

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.what
