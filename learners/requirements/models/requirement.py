"""What an organisation asks of its people, or a network suggests to its organisations."""

import uuid
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from learners.organisations.models import Network, Organisation, Site, StaffGroup, Team
from learners.organisations.models.dated import Dated, DatedQuerySet
from learners.organisations.models.organisation import Kind
from learners.records.models import Evidence
from learners.requirements.models.go_live import GoLive
from learners.sharing.models import Agreement
from modules.models import Edition, ModulePage, Role

MONTHS = [
    (1, "January"), (2, "February"), (3, "March"), (4, "April"), (5, "May"), (6, "June"), (7, "July"),
    (8, "August"), (9, "September"), (10, "October"), (11, "November"), (12, "December"),
]  # fmt: skip


def usual_evidence() -> list[str]:
    """What is accepted unless a requirement says otherwise: what we marked, or what somebody vouches for."""
    return [Evidence.MARKED, Evidence.TESTED_OUT, Evidence.OBSERVED, Evidence.ACCEPTED]


class Refreshing(models.TextChoices):
    """How often it is to be done."""

    NEVER = "never", "Once"
    ROLLING = "rolling", "Again some months after it was done"
    YEARLY = "yearly", "Once in each year's window"


class AcceptedFrom(models.TextChoices):
    """Whose completions count."""

    ANYWHERE = "anywhere", "Whoever it was done for"
    NETWORK = "network", "Done for this organisation, or for another of its networks"
    HERE = "here", "Done for this organisation"


class RequirementQuerySet(DatedQuerySet["Requirement"]):
    """Requirements of organisations and networks."""

    def with_audience(self) -> Any:
        """With all that standing needs, in a fixed number of queries."""
        return self.select_related("go_live", "network", "agreement").prefetch_related(
            "roles", "teams", "sites", "minimum_editions"
        )


class Requirement(Dated):
    """Some people are to do some modules by a day.

    An organisation's own binds its people. A network's binds those of the organisations that adopt it.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    title = models.CharField(
        max_length=120, blank=True, help_text="What people call it, such as “Shared record, core”."
    )
    organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="requirements"
    )
    network = models.ForeignKey(
        Network, null=True, blank=True, on_delete=models.PROTECT, related_name="requirements"
    )
    modules = models.ManyToManyField(ModulePage, related_name="requirements")
    minimum_editions = models.ManyToManyField(
        Edition,
        blank=True,
        related_name="+",
        help_text="Completions in an Edition before this one do not count. None chosen: every one counts.",
    )

    kinds = models.JSONField("kinds of organisations", default=list, blank=True)
    roles = models.ManyToManyField(
        Role, blank=True, related_name="+", help_text="Of whom it is asked. None chosen: of everybody."
    )
    staff_groups = models.JSONField(default=list, blank=True)
    teams = models.ManyToManyField(
        Team, blank=True, related_name="+", help_text="With the teams below them. None chosen: every team."
    )
    sites = models.ManyToManyField(Site, blank=True, related_name="+")

    due_days = models.PositiveSmallIntegerField(
        "days to do it in",
        null=True,
        blank=True,
        validators=[MaxValueValidator(1000)],
        help_text="Counted from a person's first day, or from this requirement's, whichever is later.",
    )
    due_on = models.DateField("due on", null=True, blank=True, help_text="Or one day for everybody.")
    go_live = models.ForeignKey(
        GoLive,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="requirements",
        verbose_name="due before",
        help_text="Or the day before something goes live.",
    )
    grace_days = models.PositiveSmallIntegerField(
        "days for new starters",
        default=28,
        validators=[MaxValueValidator(365)],
        help_text="With one day for everybody: how long those have who start later.",
    )

    agreement = models.ForeignKey(
        Agreement,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="requirements",
        verbose_name="opens with",
        help_text="Not open before this agreement is active and the person's organisation has signed it.",
    )

    refresh = models.CharField(
        "how often", max_length=10, choices=Refreshing.choices, default=Refreshing.NEVER
    )
    refresh_months = models.PositiveSmallIntegerField(
        "months until it is due again",
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(120)],
    )
    window_opens_month = models.PositiveSmallIntegerField(
        "window opens", null=True, blank=True, choices=MONTHS, help_text="On the first of this month."
    )
    window_closes_month = models.PositiveSmallIntegerField(
        "window closes", null=True, blank=True, choices=MONTHS, help_text="On the last of this month."
    )
    window_grace_days = models.PositiveSmallIntegerField(
        "days of grace after the window", default=0, validators=[MaxValueValidator(180)]
    )
    change_days = models.PositiveSmallIntegerField(
        "days to learn a material change in",
        default=28,
        validators=[MaxValueValidator(365)],
        help_text="Only what changed is asked again, of those who did an earlier Edition.",
    )

    accepts = models.JSONField("accepted evidence", default=usual_evidence)
    accepts_from = models.CharField(
        max_length=10, choices=AcceptedFrom.choices, default=AcceptedFrom.ANYWHERE
    )
    gives_access = models.BooleanField(
        "needed for an account in the shared record",
        default=False,
        help_text="Who meets all of these is put forward for access.",
    )

    objects = RequirementQuerySet.as_manager()

    class Meta(Dated.Meta):
        ordering = ("organisation", "network", "starts_on", "pk")
        constraints = [
            *Dated.Meta.constraints,
            models.CheckConstraint(
                condition=Q(organisation=None, network__isnull=False)
                | Q(organisation__isnull=False, network=None),
                name="requirement_of_one",
                violation_error_message="Give an organisation or a network; not both.",
            ),
            models.CheckConstraint(
                condition=Q(due_days__isnull=False, due_on=None, go_live=None)
                | Q(due_days=None, due_on__isnull=False, go_live=None)
                | Q(due_days=None, due_on=None, go_live__isnull=False),
                name="requirement_due_one_way",
                violation_error_message="Give a number of days, one day for everybody, or a go-live; only one of them.",
            ),
            models.CheckConstraint(
                condition=~Q(refresh="rolling") | Q(refresh_months__gte=1),
                name="requirement_rolls_by_months",
                violation_error_message="Say after how many months it is due again.",
            ),
            models.CheckConstraint(
                condition=~Q(refresh="yearly")
                | Q(window_opens_month__isnull=False, window_closes_month__isnull=False),
                name="requirement_window_has_months",
                violation_error_message="Say in which months the window opens and closes.",
            ),
        ]

    def __str__(self) -> str:
        return self.title or f"Asked by {self.organisation or self.network}, from {self.starts_on:%-d %B %Y}"

    def clean(self) -> None:
        """Refuse what is not in a list, and a go-live of others."""
        super().clean()
        _refuse_unknown(self, "kinds", Kind.values)
        _refuse_unknown(self, "staff_groups", StaffGroup.values)
        _refuse_unknown(self, "accepts", Evidence.values)
        if not self.accepts:
            raise ValidationError({"accepts": "Choose at least one kind of evidence."})
        if self.go_live and not self._may_use(self.go_live):
            raise ValidationError({"go_live": "This day is another organisation's or network's."})
        if self.agreement and not self._is_of(self.agreement.network_id):
            raise ValidationError({"agreement": "This agreement is another network's."})

    def _may_use(self, go_live: GoLive) -> bool:
        if go_live.organisation_id:
            return go_live.organisation_id == self.organisation_id
        return self._is_of(go_live.network_id)

    def _is_of(self, network: int | None) -> bool:
        """Whether a network asks this, or an organisation that is or was in it."""
        if self.network_id:
            return network == self.network_id
        return bool(
            self.organisation and self.organisation.network_memberships.filter(network=network).exists()
        )


def _refuse_unknown(row: Requirement, name: str, known: list[str]) -> None:
    value = getattr(row, name)
    if not isinstance(value, list) or not set(map(str, value)) <= set(known):
        raise ValidationError({name: "Choose from the list."})
