"""What managers and network leads read. Everything starts from a scope."""

import datetime
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from learners.dashboards.board import Board
from learners.dashboards.figures import Share
from learners.dashboards.suppression import head_count, suppress
from learners.organisations.local_facts import kinds_not_given
from learners.organisations.models import Membership, Network, Organisation
from learners.organisations.scope import Scope
from learners.requirements.selectors import PersonHere, asks_of, standings_of
from modules.models import Edition, FactKind, ModulePage


def board_of(roster: QuerySet[Membership], modules: list[ModulePage], on: datetime.date) -> Board:
    """The people of a roster, which comes from a scope and holds every hat of each of them."""
    return Board(standings_of(roster, on), modules, on)


def modules_of(organisation: Organisation, on: datetime.date) -> list[ModulePage]:
    """The modules that an organisation asks of anybody, in the order of the catalogue."""
    return _in_order(ask.module for ask in asks_of([organisation.pk], on).get(organisation.pk, ()))


def facts_not_given(
    organisation: Organisation, modules: Iterable[ModulePage], on: datetime.date
) -> list[FactKind]:
    """What the modules asked of people here need to know about this place, and nobody has said."""
    newest = {
        edition.page_id: edition for edition in Edition.objects.filter(page__in=modules).order_by("number")
    }
    needed = {fact.kind for edition in newest.values() for fact in edition.outline.local_facts}
    return kinds_not_given(organisation, needed, on)


def person_of(membership: Membership, roster: QuerySet[Membership], on: datetime.date) -> PersonHere:
    """Where the person with this membership stands; the roster comes from a scope and holds it."""
    return standings_of(roster.filter(person=membership.person_id), on)[0]


def boards_of(organisations: Iterable[Organisation], on: datetime.date) -> list[tuple[Organisation, Board]]:
    """Organisations of a scope, by name, each with the board of all its people."""
    found = sorted(organisations, key=lambda each: each.name.casefold())
    keys = [organisation.pk for organisation in found]
    people: dict[int, list[PersonHere]] = defaultdict(list)
    for person in standings_of(Membership.objects.in_force(on=on).filter(organisation__in=keys), on):
        people[person.hat.organisation_id].append(person)
    asks = asks_of(keys, on)
    return [
        (each, Board(people[each.pk], _in_order(ask.module for ask in asks.get(each.pk, ())), on))
        for each in found
    ]


def _in_order(modules: Iterable[ModulePage]) -> list[ModulePage]:
    """Each module once, whatever its languages, in the order of the catalogue."""
    return list({page.translation_key: page for page in sorted(modules, key=lambda page: page.path)}.values())


@dataclass(frozen=True)
class Cell:
    """What a network lead reads of one module at one organisation; no share where there are too few people."""

    is_asked: bool
    share: Share | None


@dataclass(frozen=True)
class OrganisationFigures:
    """A line of the network's table; no number of people where they are too few."""

    organisation: Organisation
    people: int | None
    cells: list[Cell]


@dataclass(frozen=True)
class NetworkFigures:
    """The organisations of a network side by side. There is no line of totals: see `suppress`."""

    modules: list[ModulePage]
    organisations: list[OrganisationFigures]


def network_figures(scope: Scope, network: Network) -> NetworkFigures:
    """How far each organisation of a network is with each module: aggregates only, small ones left out."""
    boards = boards_of(scope.organisations_of(network), scope.on)
    modules = _in_order(module for _, board in boards for module in board.modules)
    return NetworkFigures(modules, [_line(organisation, board, modules) for organisation, board in boards])


def _line(organisation: Organisation, board: Board, modules: list[ModulePage]) -> OrganisationFigures:
    shares = {each.module.translation_key: suppress(each.tally.share_done) for each in board.figures()}
    keys = [module.translation_key for module in modules]
    cells = [Cell(key in shares, shares.get(key)) for key in keys]
    return OrganisationFigures(organisation, head_count(len(board.people)), cells)
