"""How many people stand where: counted from the standings, so that no page counts thousands."""

from django.db import models

from learners.organisations.models import Organisation
from learners.requirements.standing import State

COUNTED = [state.value for state in State if state is not State.NOT_REQUIRED]
"""The states of which a figure holds a number each, in a column of that name."""


class Breakdown(models.TextChoices):
    """By what people are counted. Of one breakdown, each person is in one figure."""

    ALL = "all", "All"
    SITE = "site", "Site"
    TEAM = "team", "Team"
    STAFF_GROUP = "staff_group", "Staff group"
    ROLE = "role", "Role"


class Figure(models.Model):
    """How many people of an organisation (or of one site, team, staff group or role in it) stand where on one module.

    Without a module: people, each by what is most urgent of all that is asked of them. Without a day: now; with one:
    as it was at the end of that month, which is counted once and stays. `value` is a key or a staff group; empty for
    all, and for those without a site or team.
    """

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="figures")
    month_end = models.DateField(null=True)
    module_key = models.UUIDField(null=True)
    breakdown = models.CharField(max_length=12, choices=Breakdown.choices)
    value = models.CharField(max_length=30, blank=True)
    overdue = models.PositiveIntegerField(default=0)
    expired = models.PositiveIntegerField(default=0)
    due = models.PositiveIntegerField(default=0)
    under_way = models.PositiveIntegerField(default=0)
    not_started = models.PositiveIntegerField(default=0)
    expiring = models.PositiveIntegerField(default=0)
    compliant = models.PositiveIntegerField(default=0)
    not_yet_open = models.PositiveIntegerField(default=0)
    paused = models.PositiveIntegerField(default=0)
    exempt = models.PositiveIntegerField(default=0)

    class Meta:
        default_permissions = ()
        indexes = [
            models.Index(
                fields=["organisation", "breakdown", "month_end", "module_key"], name="figure_by_breakdown"
            )
        ]

    def __str__(self) -> str:
        return f"{self.organisation_id}, {self.breakdown} {self.value}"
