"""What organisations ask of their people: their own requirements, what they adopted from a network, assignments."""

import datetime
import uuid
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from django.utils import timezone

from learners.organisations.models import NetworkMembership, Organisation
from learners.requirements.models import Adoption, Assignment, Requirement
from learners.requirements.selectors.facts import Teams, facts_of_assignment, facts_of_requirement
from learners.requirements.selectors.openings import Openings
from learners.requirements.standing import Change, RequirementFacts
from modules.models import Edition, ModulePage
from modules.models.edition import Change as EditionChange

CONTENT = (
    "sections",
    "check_questions",
    "how_it_helps",
    "when_to_use",
    "when_not_to_use",
    "outcomes",
    "sources",
)
"""What a module's page holds of its content: never needed here, and long."""


@dataclass(frozen=True, slots=True)
class Ask:
    """One module that one organisation asks, and how: by a requirement, or of one person by an assignment."""

    organisation: Organisation
    module: ModulePage
    facts: RequirementFacts
    requirement: Requirement | None = None
    assignment: Assignment | None = None

    @property
    def key(self) -> uuid.UUID:
        """The module's identity in every language."""
        return self.module.translation_key

    def is_over(self, on: datetime.date) -> bool:
        """Whether its last day has passed."""
        return self.facts.ends_on is not None and self.facts.ends_on < on

    @property
    def order(self) -> tuple[int, int]:
        """Of two that ask the same, the first of this order counts; a requirement before an assignment."""
        return (
            (0, self.requirement.pk)
            if self.requirement
            else (1, self.assignment.pk if self.assignment else 0)
        )

    @property
    def place(self) -> tuple[str, datetime.date, tuple[int, int]]:
        """Where it stands among others, in the order of the catalogue."""
        return self.module.path, self.facts.starts_on, self.order


def asks_of(
    organisations: Iterable[int], on: datetime.date, people: Any = None, *, closed: bool = False
) -> dict[int, list[Ask]]:
    """What organisations ask on a day or from a day after it, in the order of the catalogue; published modules only.

    A number of queries that does not depend on how many they are. With `people` (keys, or a queryset of them), of
    assignments only theirs; without, none. With `closed`, also what the end of an agreement has closed.
    """
    keys = set(organisations)
    rows = [*_own(keys, on), *_adopted(keys, on)]
    given = _assigned(keys, on, people) if people is not None else []
    requirements = [row for _, row, _ in rows]
    modules, openings = _Modules(requirements, given), Openings(requirements, keys)
    found: dict[int, list[Ask]] = defaultdict(list)
    teams = Teams(keys, requirements)
    for organisation, requirement, bounds in rows:
        facts = replace(facts_of_requirement(requirement, teams), **bounds)
        facts = openings.applied(facts, requirement, organisation.pk, on)
        for module in modules.of(requirement):
            asked = replace(facts, **modules.history_of(module, requirement))
            ask = Ask(organisation, module, asked, requirement=requirement)
            if closed or not ask.is_over(on):
                found[organisation.pk].append(ask)
    for assignment in given:
        if given_module := modules.by_pk.get(assignment.module_id):
            facts = replace(facts_of_assignment(assignment), **modules.history_of(given_module, None))
            found[assignment.organisation_id].append(
                Ask(assignment.organisation, given_module, facts, assignment=assignment)
            )
    for asks in found.values():
        asks.sort(key=lambda ask: ask.place)
    return found


def facts_of(
    requirements: list[Requirement], organisation: Organisation, on: datetime.date
) -> list[RequirementFacts]:
    """Requirements as an organisation would ask them, whether or not it does; without their modules' history."""
    teams, openings = Teams({organisation.pk}, requirements), Openings(requirements, {organisation.pk})
    return [
        openings.applied(facts_of_requirement(requirement, teams), requirement, organisation.pk, on)
        for requirement in requirements
    ]


type Bounds = dict[str, Any]
type Row = tuple[Organisation, Requirement, Bounds]


def _own(organisations: set[int], on: datetime.date) -> list[Row]:
    found = (
        Requirement.objects.holding_from(on)
        .with_audience()
        .filter(organisation__in=organisations)
        .select_related("organisation")
    )
    return [(row.organisation, row, {}) for row in found]


def _adopted(organisations: set[int], on: datetime.date) -> Iterator[Row]:
    """Networks' requirements as their adopters ask them: never before they adopted, nor outside the network's days."""
    adoptions = (
        Adoption.objects.holding_from(on)
        .filter(organisation__in=organisations)
        .select_related(
            "organisation", "requirement__network", "requirement__go_live", "requirement__agreement"
        )
        .prefetch_related(
            *(f"requirement__{name}" for name in ("roles", "teams", "sites", "minimum_editions"))
        )
    )
    found = list(adoptions)
    belongs = _days_in_networks(found, on)
    for adoption in found:
        asked = adoption.requirement
        days = belongs.get((adoption.organisation_id, asked.network_id))
        if days is None:
            continue
        firsts = [asked.starts_on, adoption.starts_on, days[0]]
        lasts = [day for day in (asked.ends_on, adoption.ends_on, days[1]) if day]
        last = min(lasts, default=None)
        if last is None or last >= on:
            yield adoption.organisation, asked, {"starts_on": max(firsts), "ends_on": last}


type Days = tuple[datetime.date, datetime.date | None]


def _days_in_networks(adoptions: list[Any], on: datetime.date) -> dict[tuple[int, int | None], Days]:
    """Since when and until when organisations are in the networks of what they adopted."""
    if not adoptions:
        return {}
    rows = NetworkMembership.objects.holding_from(on).filter(
        organisation__in={each.organisation_id for each in adoptions}
    )
    rows = rows.order_by("-starts_on")  # of several times, the one that holds or comes next
    return {(row.organisation_id, row.network_id): (row.starts_on, row.ends_on) for row in rows}


def _assigned(organisations: set[int], on: datetime.date, people: Any) -> list[Assignment]:
    rows = Assignment.objects.holding_from(on).filter(
        organisation__in=organisations, person__in=people, withdrawn_at=None
    )
    return list(rows.select_related("organisation"))


class _Modules:
    """The published modules that are asked for, and what in them has changed."""

    def __init__(self, requirements: list[Requirement], assignments: list[Assignment]) -> None:
        links = Requirement.modules.through.objects.filter(
            requirement__in={requirement.pk for requirement in requirements}
        ).values_list("requirement_id", "modulepage_id")
        self._of: dict[int, list[int]] = defaultdict(list)
        for requirement, module in links:
            self._of[requirement].append(module)
        keys = {key for found in self._of.values() for key in found} | {
            assignment.module_id for assignment in assignments
        }
        pages = ModulePage.objects.live().filter(pk__in=keys).defer(*CONTENT) if keys else []
        self.by_pk = {page.pk: page for page in pages}
        self._changes: dict[uuid.UUID, list[Change]] = defaultdict(list)
        if not self.by_pk:
            return
        material = Edition.objects.filter(
            module_key__in={page.translation_key for page in self.by_pk.values()},
            change=EditionChange.MATERIAL,
            number__gt=1,
        )
        for key, at, what in material.values_list("module_key", "published_at", "change_note"):
            self._changes[key].append(Change(timezone.localdate(at), at, what))

    def of(self, requirement: Requirement) -> list[ModulePage]:
        return [self.by_pk[key] for key in self._of[requirement.pk] if key in self.by_pk]

    def history_of(self, module: ModulePage, requirement: Requirement | None) -> dict[str, Any]:
        """What a standing must know of a module's Editions."""
        oldest = requirement.minimum_editions.all() if requirement else ()
        moments = [each.published_at for each in oldest if each.module_key == module.translation_key]
        return {
            "changes": tuple(self._changes.get(module.translation_key, ())),
            "minimum": max(moments, default=None),
        }
