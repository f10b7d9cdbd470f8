"""What a merger will do, for somebody to review. The same plan is carried out: nothing is decided twice."""

import datetime
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from django.utils import timezone
from django.utils.formats import date_format

from learners.organisations.merging_obstacles import relations_to
from learners.organisations.merging_people import Move, PeopleMover, appointments_of, pauses_of
from learners.organisations.merging_places import Places
from learners.organisations.models import (
    Appointment,
    Membership,
    Merger,
    NetworkMembership,
    Organisation,
    Pause,
)

# What a merger moves, ends or keeps itself; everything else that names the predecessor stays and is listed.
HANDLED = {"membership", "appointment", "networkmembership", "site", "team", "merger"}


@dataclass(frozen=True)
class MergerPlan:
    """Everything that applying a merger would write, and what it would leave alone."""

    merger: Merger
    moves: list[Move]
    unsettled: list[Membership]
    pauses: list[Pause]
    places: Places
    appointments: list[Appointment]
    networks: list[NetworkMembership]

    @property
    def made(self) -> list[Move]:
        """People who get a new hat."""
        return [move for move in self.moves if move.was_made]

    @property
    def already_there(self) -> list[Move]:
        """People who wear a hat in the successor already, and keep that one."""
        return [move for move in self.moves if move.is_there_already]

    @property
    def put_off(self) -> list[Move]:
        """People who have not begun yet, and begin in the successor."""
        return [move for move in self.moves if move.is_put_off]

    @property
    def other_role(self) -> list[Move]:
        """People who go on in another role."""
        return [move for move in self.moves if move.changes_role]

    @property
    def lost_numbers(self) -> list[Move]:
        """People whose employee number somebody else has in the successor."""
        return [move for move in self.moves if move.loses_number]

    @property
    def people(self) -> int:
        """How many people there are among the moves."""
        return len({move.ended.person_id for move in self.moves})

    @cached_property
    def refusals(self) -> list[str]:
        """Why it cannot be applied as it stands; empty where it can."""
        return [*refusals_of(self.merger), *map(self._unsettled_in_words, self.unsettled)]

    def _unsettled_in_words(self, hat: Membership) -> str:
        begins = date_format(hat.starts_on, "j F Y")
        return (
            f"{hat.person} is to begin at {self.merger.predecessor} on {begins}, and has a post at "
            f"{self.merger.successor} by then. Delete or change one of the two first."
        )

    @property
    def is_of_the_past(self) -> bool:
        """Whether reports of days that have been will change."""
        return self.merger.on <= timezone.localdate()

    @cached_property
    def stays(self) -> list[str]:
        """What names the predecessor and is left as it is: "3 requirements"."""
        return list(_left_behind(self.merger))

    @cached_property
    def digest(self) -> str:
        """Stands for what was reviewed: another as soon as applying would write something else."""
        return hashlib.sha256(repr(list(self._written())).encode()).hexdigest()

    def _written(self) -> Iterator[tuple[object, ...]]:
        merger = self.merger
        yield merger.predecessor_id, merger.successor_id, merger.on, merger.predecessor.ends_on
        for move in self.moves:
            hat = move.begun
            yield move.ended.pk, hat.pk, hat.role_id, hat.team and hat.team.name, hat.starts_on, hat.ends_on
        for row in (*self.pauses, *self.appointments, *self.networks):
            yield type(row).__name__, row.starts_on, row.ends_on
        yield tuple(site.name for site in self.places.new_sites)
        yield tuple(team.name for team in self.places.new_teams)
        yield tuple(self.refusals)


def plan_of(merger: Merger) -> MergerPlan:
    """What applying this merger now would do. After it was applied: what has come in since, and would be moved."""
    places = Places(merger.predecessor, merger.successor)
    people = PeopleMover(merger, places).decide()
    return MergerPlan(
        merger,
        people.moves,
        people.unsettled,
        list(pauses_of(people.moves, merger)),
        places,
        appointments_of(merger) if merger.with_appointments else [],
        list(
            NetworkMembership.objects.holding_from(merger.on)
            .filter(organisation=merger.predecessor_id)
            .select_related("network", "organisation")
            .order_by("network__name", "starts_on")
        ),
    )


def refusals_of(merger: Merger) -> list[str]:
    """Why these two organisations cannot merge on this day; empty where they can."""
    closes, carries_on = merger.predecessor, merger.successor
    found = []
    if closes == carries_on:
        found.append("An organisation cannot merge into itself.")
    if closes.ends_on and closes.ends_on < merger.last_day:
        found.append(
            f"{closes} closed on {_day(closes.ends_on)}. The first day cannot be later than the day after."
        )
    if closes.starts_on and closes.starts_on > merger.last_day:
        found.append(f"{closes} opens on {_day(closes.starts_on)}. It cannot close before.")
    if carries_on.starts_on and carries_on.starts_on > merger.on:
        found.append(f"{carries_on} opens on {_day(carries_on.starts_on)}. Nobody can begin there before.")
    if carries_on.ends_on:
        found.append(
            f"{carries_on} closes on {_day(carries_on.ends_on)}, so it cannot carry on for another. "
            "Choose the organisation that carries on for it."
        )
    return found


def _day(day: datetime.date) -> str:
    return date_format(day, "j F Y")


def _left_behind(merger: Merger) -> Iterator[str]:
    for relation in relations_to(Organisation):
        options = relation.related_model._meta
        if options.app_label == "organisations" and options.model_name in HANDLED:
            continue
        rows = relation.related_model._base_manager.filter(**{relation.field.name: merger.predecessor_id})
        if count := rows.count():
            name = options.verbose_name if count == 1 else options.verbose_name_plural
            yield f"{count} {name}" + (" below it" if relation.related_model is Organisation else "")
