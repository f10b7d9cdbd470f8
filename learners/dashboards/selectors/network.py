"""What the lead of a network is shown: only what was published of it."""

import datetime
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import F, FloatField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Cast

from learners.dashboards.figures import Share
from learners.dashboards.models import NetworkFigure, Part
from learners.dashboards.selectors.names import all_titles
from learners.organisations.models import Network, Organisation, StaffGroup

MONTHS = 13


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure of one module; no share where there are too few people. `is_asked`: whether it is asked there at all."""

    is_asked: bool = False
    share: Share | None = None
    is_rounded: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A line of one of a network's tables, a cell for each module."""

    name: str
    cells: list[Cell]
    people: Share | None = None


def days_of(network: Network) -> list[datetime.date]:
    """The month ends that can be looked at, latest first."""
    rows = NetworkFigure.objects.filter(network=network, is_month_end=True, module_key=None)
    return list(rows.order_by("-on").values_list("on", flat=True).distinct()[:MONTHS])


def modules_of_network(network: Network, on: datetime.date) -> dict[UUID, str]:
    """The titles of the modules that organisations of a network ask for, by key."""
    rows = _figures(network, on, Part.ALL)
    asked = set(rows.values_list("module_key", flat=True))
    return {key: title for key, title in all_titles().items() if key in asked}


def organisations_shown(network: Network, on: datetime.date, sort: str = "name") -> QuerySet[NetworkFigure]:
    """A row for each organisation, in an order told only by what is shown; what is hidden comes last, by name.

    `sort`: name, people, or the key of a module (those furthest behind first).
    """
    rows = _figures(network, on, Part.ORGANISATION).filter(module_key=None).select_related("organisation")
    if sort == "name":
        return rows.order_by("organisation__name")
    if sort == "people":
        return rows.order_by(F("total").desc(nulls_last=True), "organisation__name")
    of_module = _figures(network, on, Part.ORGANISATION).filter(
        module_key=sort, organisation=OuterRef("organisation"), total__gt=0
    )
    share = Cast(F("number"), FloatField()) / F("total")
    rows = rows.annotate(share=Subquery(of_module.annotate(share=share).values("share")[:1]))
    return rows.order_by(F("share").asc(nulls_last=True), "organisation__name")


def lines_of(network: Network, on: datetime.date, rows: list[Any], modules: list[UUID]) -> list[Line]:
    """Some of the organisations as lines, each with a cell for each module."""
    keys = [row.organisation_id for row in rows]
    cells: dict[int, dict[UUID, Cell]] = defaultdict(dict)
    found = _figures(network, on, Part.ORGANISATION).filter(organisation__in=keys).exclude(module_key=None)
    for figure in found:
        cells[figure.organisation_id][figure.module_key] = _cell(figure)  # type: ignore[index]
    return [
        Line(
            row.organisation.name,
            [cells[row.organisation_id].get(key, Cell()) for key in modules],
            _share(row),
        )
        for row in rows
    ]


def staff_groups_shown(network: Network, on: datetime.date, modules: list[UUID]) -> list[Line]:
    """A line for each staff group across the network, and one for everybody."""
    cells: dict[str, dict[UUID | None, Cell]] = defaultdict(dict)
    for figure in _figures(network, on, Part.STAFF_GROUP, Part.ALL):
        cells[figure.staff_group][figure.module_key] = _cell(figure)
    names = [*StaffGroup.choices, ("", "Everybody")]
    return [
        Line(label, [cells[value].get(key, Cell()) for key in modules])
        for value, label in names
        if value in cells
    ]


def network_trend(network: Network, module: UUID) -> list[tuple[datetime.date, Share | None]]:
    """How far the whole network was with a module at the month ends."""
    rows = NetworkFigure.objects.filter(network=network, part=Part.ALL, module_key=module, is_month_end=True)
    return [(row.on, _share(row)) for row in rows.order_by("-on")[:MONTHS]][::-1]


def network_trends(
    network: Network, modules: Collection[UUID], organisation: Organisation | None = None
) -> dict[UUID, list[tuple[datetime.date, Cell]]]:
    """The same of several modules, or of one organisation alone, at every month end that is kept. One query."""
    part = {"part": Part.ORGANISATION, "organisation": organisation} if organisation else {"part": Part.ALL}
    rows = NetworkFigure.objects.filter(network=network, is_month_end=True, **part)
    found: dict[UUID, list[tuple[datetime.date, Cell]]] = defaultdict(list)
    for row in rows.filter(module_key__in=modules).order_by("on"):
        found[row.module_key].append((row.on, _cell(row)))  # type: ignore[index]
    return dict(found)


def _figures(network: Network, on: datetime.date, *parts: Part) -> QuerySet[NetworkFigure]:
    return NetworkFigure.objects.filter(network=network, on=on, part__in=parts)


def _share(row: NetworkFigure) -> Share | None:
    return None if row.number is None or row.total is None else Share(row.number, row.total)


def _cell(row: NetworkFigure) -> Cell:
    return Cell(is_asked=True, share=_share(row), is_rounded=row.is_rounded)
