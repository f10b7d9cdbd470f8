"""What a person may see. Every view, export and task starts here."""

import datetime
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone

from learners.organisations.models import Appointment, Membership, Network, Organisation
from learners.organisations.trees import teams_below


@dataclass(frozen=True)
class Scope:
    """What one person may see on one day: themselves, the organisations they manage, the networks they lead."""

    person: Any
    on: datetime.date

    @classmethod
    def of(cls, person: Any) -> "Scope":
        """The scope of a person who is signed in, today."""
        return cls(person, timezone.localdate())

    @cached_property
    def _appointments(self) -> list[Appointment]:
        if not self.person.is_authenticated:
            return []
        found = Appointment.objects.in_force(on=self.on).filter(person=self.person)
        return list(found.select_related("team"))

    @property
    def _administered(self) -> list[int]:
        keeps = Appointment.Capacity.ADMINISTRATOR
        return [
            each.organisation_id
            for each in self._appointments
            if each.organisation_id and each.capacity == keeps
        ]

    @property
    def is_manager(self) -> bool:
        """Whether they manage any organisation today."""
        return any(appointment.organisation_id for appointment in self._appointments)

    @property
    def is_network_lead(self) -> bool:
        """Whether they lead any network today."""
        return any(appointment.network_id for appointment in self._appointments)

    def own_memberships(self) -> QuerySet[Membership]:
        """The hats that this person can wear today."""
        return (
            Membership.objects.in_force(on=self.on)
            .filter(person=self.person)
            .select_related("organisation", "role", "team")
            .order_by("organisation__name", "starts_on")
        )

    def organisations(self) -> QuerySet[Organisation]:
        """The organisations whose people this person may see by name."""
        return Organisation.objects.filter(
            pk__in=[
                appointment.organisation_id
                for appointment in self._appointments
                if appointment.organisation_id
            ]
        )

    def teams(self, organisation: Organisation) -> frozenset[int] | None:
        """The teams of an organisation whose people this person may see, those below them included; None: everybody.

        Whoever may not see the organisation at all has no team there.
        """
        here = [each for each in self._appointments if each.organisation_id == organisation.pk]
        if any(each.team is None for each in here):
            return None
        own = [each.team for each in here if each.team]
        return frozenset(team.pk for top in own for team in (top, *teams_below(top)))

    def administers(self, organisation: Organisation) -> bool:
        """Whether they keep the staff list of this one today."""
        return organisation.pk in self._administered

    def administered(self) -> QuerySet[Organisation]:
        """The organisations whose staff list this person keeps: imports, join codes, settings."""
        return Organisation.objects.filter(pk__in=self._administered)

    def networks(self) -> QuerySet[Network]:
        """The networks whose figures this person may see."""
        return Network.objects.filter(
            pk__in=[appointment.network_id for appointment in self._appointments if appointment.network_id]
        )

    def roster(self, organisation: Organisation) -> QuerySet[Membership]:
        """Whom this person may see of those who belong to an organisation today."""
        roster = Membership.objects.in_force(on=self.on).filter(
            organisation=organisation, organisation__in=self.organisations()
        )
        teams = self.teams(organisation)
        if teams is not None:
            roster = roster.filter(team__in=teams)
        return roster.select_related("person", "role", "team")

    def organisations_of(self, network: Network) -> QuerySet[Organisation]:
        """The organisations in a network today; none, where this person may not see its figures."""
        today = Q(network_memberships__ends_on=None) | Q(network_memberships__ends_on__gte=self.on)
        return Organisation.objects.filter(
            today,
            network_memberships__network__in=self.networks().filter(pk=network.pk),
            network_memberships__starts_on__lte=self.on,
        ).distinct()
