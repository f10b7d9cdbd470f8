"""An organisation makes a network's requirement its own."""

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from learners.organisations.models import Organisation
from learners.organisations.models.dated import Dated, DatedQuerySet
from learners.requirements.models.requirement import Requirement


class Adoption(Dated):
    """The days on which a network's requirement binds the people of one organisation."""

    requirement = models.ForeignKey(Requirement, on_delete=models.PROTECT, related_name="adoptions")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="adoptions")
    adopted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects: Any = DatedQuerySet.as_manager()

    class Meta(Dated.Meta):
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                "requirement",
                "organisation",
                condition=Q(ends_on=None),
                name="adoption_open_once",
                violation_error_message="This organisation has adopted it already.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation} adopts {self.requirement}"

    def clean(self) -> None:
        """Refuse what is no network's, or another network's."""
        super().clean()
        if not (self.requirement_id and self.organisation_id):
            return
        network = self.requirement.network_id
        if network is None or not self.organisation.network_memberships.filter(network=network).exists():
            raise ValidationError({"requirement": "This is not asked by a network of the organisation."})
