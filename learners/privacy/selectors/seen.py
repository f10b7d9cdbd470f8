"""What each organisation can see of a person, and who looked."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.formats import date_format

from learners.holdings import sights
from learners.organisations.models import Membership, Organisation
from learners.organisations.scope import Scope
from learners.privacy.models import Look

MOST_LOOKS = 20  # on the page; one's own copy has all


@dataclass(frozen=True)
class Seen:
    """What managers see besides: a heading, and a line for each thing."""

    title: str
    lines: Sequence[str]


@dataclass(frozen=True)
class Place:
    """An organisation where somebody has or had a hat, and what can be seen of them there."""

    organisation: Organisation
    hats: list[Membership]
    on: datetime.date
    more: list[Seen]
    looks: list[Look]

    @property
    def here(self) -> list[Membership]:
        """The hats worn there today."""
        return [hat for hat in self.hats if hat.starts_on <= self.on and not self._is_over(hat)]

    def _is_over(self, hat: Membership) -> bool:
        return hat.ends_on is not None and hat.ends_on < self.on

    @property
    def left_on(self) -> datetime.date | None:
        """Their last day there, once it is past."""
        if any(not self._is_over(hat) for hat in self.hats):
            return None
        return max(hat.ends_on for hat in self.hats if hat.ends_on)

    @cached_property
    def facts(self) -> list[dict[str, str]]:
        """Who they are there, as rows of a summary list: what every manager sees."""
        person = self.hats[0].person
        told = {
            "Name": str(person),
            "E-mail": person.email or "None",
            "Role": _listed(hat.role.name for hat in self.here),
            "Team": _listed(hat.team.name for hat in self.here if hat.team),
            "Staff group": _listed(hat.get_staff_group_display() for hat in self.here),
            "Started here on": date_format(min(hat.starts_on for hat in self.here), "j F Y"),
        }
        return [{"key": key, "value": value} for key, value in told.items()]

    @cached_property
    def staff_list(self) -> list[dict[str, str]]:
        """What those see besides who keep the staff list."""
        told = {
            "Site": _listed(hat.site.name for hat in self.here if hat.site),
            "Job title": _listed(hat.job_title for hat in self.here if hat.job_title),
            "Staff number": _listed(hat.employee_number for hat in self.here if hat.employee_number),
            "Post number": _listed(hat.assignment_number for hat in self.here if hat.assignment_number),
            "Your manager's e-mail": _listed(hat.manager_email for hat in self.here if hat.manager_email),
            "Professional number": self.hats[0].person.professional_number or "None",
        }
        return [{"key": key, "value": value} for key, value in told.items()]

    @property
    def newest_looks(self) -> list[Look]:
        """The last of them."""
        return self.looks[:MOST_LOOKS]

    @property
    def has_more_looks(self) -> bool:
        """Whether there were others before."""
        return len(self.looks) > MOST_LOOKS


def _listed(names: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(names)) or "None"


def places_of(scope: Scope) -> list[Place]:
    """Every organisation where somebody has or had a hat: where they work today first, then by name."""
    hats: dict[int, list[Membership]] = defaultdict(list)
    found = Membership.objects.filter(person=scope.person, starts_on__lte=scope.on)
    for hat in found.select_related("person", "organisation", "role", "team", "site").order_by("starts_on"):
        hats[hat.organisation_id].append(hat)
    shown = [(sight.title, sight.lines(scope.person, scope.on)) for sight in sights()]
    looks = looks_at(scope.person)
    places = [
        Place(
            organisation=worn[0].organisation,
            hats=worn,
            on=scope.on,
            more=[Seen(title, lines[key]) for title, lines in shown if lines.get(key)],
            looks=list(looks.filter(organisation=key)[: MOST_LOOKS + 1]),
        )
        for key, worn in hats.items()
    ]
    return sorted(places, key=lambda place: (not place.here, place.organisation.name.casefold()))


def looks_at(person: Any) -> QuerySet[Look]:
    """Who looked at somebody, newest first: at them alone, or at everybody while they belonged there."""
    theirs = Q(person=person)
    for hat in person.memberships.all():
        days = Q(at__gte=_midnight(hat.starts_on))
        if hat.ends_on:
            days &= Q(at__lt=_midnight(hat.ends_on + datetime.timedelta(days=1)))
        theirs |= Q(days, person=None, organisation=hat.organisation_id)
    return Look.objects.filter(theirs).select_related("by", "organisation")


def _midnight(day: datetime.date) -> datetime.datetime:
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time()))
