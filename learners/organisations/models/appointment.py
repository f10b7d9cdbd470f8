"""Who may see whom."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from learners.organisations.models.dated import Dated, DatedQuerySet
from learners.organisations.models.network import Network
from learners.organisations.models.organisation import Organisation
from learners.organisations.models.place import Team, refuse_another_organisation


class Appointment(Dated):
    """Lets a person see the learning of others: by name in an organisation, as figures only in a network."""

    class Capacity(models.TextChoices):
        """What the appointment lets a person see."""

        ADMINISTRATOR = (
            "administrator",
            "Administrator: keeps the staff list of one organisation and sees its people",
        )
        MANAGER = "manager", "Manager: sees the people of one organisation, or of one team and those below it"
        NETWORK_LEAD = "network_lead", "Network lead: sees figures of the organisations of one network"

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="appointments"
    )
    capacity = models.CharField(max_length=20, choices=Capacity.choices)
    organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="appointments"
    )
    network = models.ForeignKey(
        Network, null=True, blank=True, on_delete=models.PROTECT, related_name="appointments"
    )

    team = models.ForeignKey(
        Team,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="appointments",
        help_text="Of a manager: only the people of this team and of those below it. Empty: everybody.",
    )

    objects = DatedQuerySet.as_manager()

    class Meta(Dated.Meta):
        constraints = [
            *Dated.Meta.constraints,
            models.CheckConstraint(
                condition=Q(team=None) | Q(capacity="manager"),
                name="appointment_team_of_a_manager",
                violation_error_message="Only a manager's appointment can be to one team.",
            ),
            models.CheckConstraint(
                condition=(
                    Q(capacity__in=["manager", "administrator"], organisation__isnull=False, network=None)
                    | Q(capacity="network_lead", network__isnull=False, organisation=None)
                ),
                name="appointment_has_its_place",
                violation_error_message=(
                    "A manager or administrator needs an organisation, a network lead a network; not both."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.get_capacity_display()}"

    def clean(self) -> None:
        """Refuse a team of another organisation."""
        super().clean()
        if self.organisation_id:
            refuse_another_organisation(self, "team")
