"""What an organisation asks of its people."""

from typing import Any

from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q

from learners.organisations.models import Organisation
from learners.organisations.models.dated import Dated, DatedQuerySet
from modules.models import ModulePage, Role


class RequirementQuerySet(DatedQuerySet["Requirement"]):
    """Requirements of organisations."""

    def with_audience(self) -> Any:
        """With all that standing needs, in a fixed number of queries."""
        return self.select_related("module").prefetch_related("roles")


class Requirement(Dated):
    """An organisation asks people of some roles to do a module, by a day or within some days of starting."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="requirements")
    module = models.ForeignKey(ModulePage, on_delete=models.PROTECT, related_name="requirements")
    roles = models.ManyToManyField(
        Role, blank=True, related_name="+", help_text="Of whom it is asked. None chosen: of everybody."
    )
    due_days = models.PositiveSmallIntegerField(
        "days to do it in",
        null=True,
        blank=True,
        validators=[MaxValueValidator(1000)],
        help_text="Counted from a person's first day, or from this requirement's, whichever is later.",
    )
    due_on = models.DateField("due on", null=True, blank=True, help_text="Or one day for everybody.")

    objects = RequirementQuerySet.as_manager()

    class Meta(Dated.Meta):
        ordering = ("organisation", "module__path")
        constraints = [
            *Dated.Meta.constraints,
            models.CheckConstraint(
                condition=Q(due_on=None, due_days__isnull=False) | Q(due_on__isnull=False, due_days=None),
                name="requirement_due_one_way",
                violation_error_message="Give either a number of days or one day for everybody.",
            ),
            models.UniqueConstraint(
                "organisation",
                "module",
                "starts_on",
                name="requirement_once",
                violation_error_message="This organisation already asks for this module from that day.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation} asks for {self.module}"
