"""Where everybody stands and stood, kept in tables so that a page of figures need not ask of thousands of people.

All of it is derived: `learners.requirements.keeping` writes it, `manage.py standings` rebuilds and compares it.
"""

from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from learners.organisations.models import Organisation, Site, StaffGroup, Team
from learners.requirements.standing import State
from modules.models import ModulePage, Role

STATES = [(state.value, state.label) for state in State if state is not State.NOT_REQUIRED]

# What a derived row points at: deleting the target does not ask this table, and keeping in step follows later.
FOLLOWS: Any = {"on_delete": models.DO_NOTHING, "db_constraint": False, "related_name": "+"}


class KeptStandingQuerySet(models.QuerySet["KeptStanding"]):
    """Standings, now and then."""

    def current(self) -> Self:
        """Those that hold as far as is known."""
        return self.filter(to_on=None)

    def as_at(self, on: Any) -> Self:
        """Those that held at the end of a day, as it was known then."""
        return self.filter(Q(to_on=None) | Q(to_on__gte=on), from_on__lte=on)

    def counted(self) -> Self:
        """Those that figures count: of whom it is asked, who is neither paused nor exempt."""
        return self.filter(state__in=[state.value for state in State if state.counts])


class KeptStanding(models.Model):
    """Where one person stood on one module for one organisation, from one day to another.

    The row without a last day (`to_on`) is the one that holds. A closed row never changes: it is what was known at the
    end of its days. Role, staff group, team and site are those of the hat under which it is asked.
    """

    organisation = models.ForeignKey(Organisation, **FOLLOWS, db_index=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, **FOLLOWS)
    module = models.ForeignKey(ModulePage, **FOLLOWS, db_index=False)
    module_key = models.UUIDField()
    requirement_id = models.BigIntegerField(null=True, help_text="The requirement that asks it; or")
    assignment_id = models.BigIntegerField(null=True, help_text="the assignment.")
    membership_id = models.BigIntegerField(help_text="The hat under which it is asked.")
    role = models.ForeignKey(Role, **FOLLOWS, db_index=False)
    staff_group = models.CharField(max_length=30, choices=StaffGroup.choices)
    team = models.ForeignKey(Team, **FOLLOWS, null=True, db_index=False)
    site = models.ForeignKey(Site, **FOLLOWS, null=True, db_index=False)
    joined_on = models.DateField(help_text="The first day of that hat.")
    state = models.CharField(max_length=15, choices=STATES)
    due = models.DateField(null=True)
    expires = models.DateField(null=True)
    began_on = models.DateField(null=True)
    done_on = models.DateField(null=True)
    changes_on = models.DateField(null=True, help_text="When time alone may turn it.")
    from_on = models.DateField()
    to_on = models.DateField(null=True)

    objects = KeptStandingQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                "organisation", "person", "module_key", condition=Q(to_on=None), name="standing_current_once"
            ),
        ]
        indexes = [
            models.Index(
                fields=["organisation", "state", "due"], condition=Q(to_on=None), name="standing_by_state"
            ),
            models.Index(
                fields=["organisation", "team", "module_key"],
                condition=Q(to_on=None),
                name="standing_by_team",
            ),
            models.Index(
                fields=["organisation", "joined_on"], condition=Q(to_on=None), name="standing_new_starters"
            ),
            models.Index(
                fields=["organisation", "changes_on"], condition=Q(to_on=None), name="standing_turning"
            ),
            models.Index(fields=["organisation", "from_on", "to_on"], name="standing_as_at"),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} on {self.module_key}: {self.state}"


class Stirred(models.Model):
    """Something happened that may move somebody's standing: written with it, in its transaction, and never changed.

    Whoever reads figures of the organisation, or the daily pass, works it out and takes the row away. A row whose
    day (`on`) lies ahead waits for it.
    """

    organisation = models.ForeignKey(Organisation, **FOLLOWS, db_index=False)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, **FOLLOWS, db_index=False, null=True, help_text="Empty: everybody there."
    )
    on = models.DateField()

    class Meta:
        default_permissions = ()
        indexes = [models.Index(fields=["organisation", "on"], name="stirred_by_place")]

    def __str__(self) -> str:
        return f"{self.organisation_id}, {self.on}"


class Roll(models.Model):
    """One for each organisation: whoever works out its standings holds this row meanwhile."""

    organisation = models.OneToOneField(
        Organisation, primary_key=True, on_delete=models.CASCADE, related_name="+"
    )
    counted_on = models.DateField(null=True, help_text="The day for which its figures were counted last.")

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.organisation_id)
