"""What goes into an evidence pack, gathered once for its tables and for its paper."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from uuid import UUID

from learners.dashboards.figures import Share, Tally
from learners.dashboards.selectors import Place
from learners.dashboards.selectors.names import all_titles, values_named
from learners.dashboards.suppression import is_small
from learners.dashboards.wanted import Wanted
from learners.reports.counting_answers import Part, together
from learners.reports.selectors.evaluation import Evaluated, evaluation_of
from learners.reports.selectors.figures import figures_wanted, tally_of
from learners.reports.selectors.needs import Matrix, matrix_of
from learners.requirements.models import Breakdown


@dataclass(frozen=True, slots=True)
class Delivered:
    """How far one module is. No share: too few people to say."""

    module: UUID
    title: str
    tally: Tally
    done: Share | None
    late: Share | None
    groups: list[Part]


@dataclass(frozen=True)
class Contents:
    """The pack of one organisation as at one day, made on another."""

    place: Place
    made_on: datetime.date

    @cached_property
    def titles(self) -> dict[UUID, str]:
        """Modules by key, in the order of the catalogue."""
        return all_titles()

    @cached_property
    def matrix(self) -> Matrix:
        """What is asked of whom."""
        return matrix_of(self.place.organisation, self.place.on)

    @cached_property
    def delivered(self) -> list[Delivered]:
        """How far each module is, whole and by staff group; small groups are put together."""
        whole: dict[UUID | None, Tally] = {}
        groups: dict[UUID | None, dict[str, Share]] = {}
        for figure in figures_wanted(self.place, Wanted()):
            tally = tally_of(figure)
            if figure.breakdown == Breakdown.ALL:
                whole[figure.module_key] = tally
            elif figure.breakdown == Breakdown.STAFF_GROUP and tally.total:
                groups.setdefault(figure.module_key, {})[figure.value] = tally.share_done
        return [self._line(key, whole[key], groups.get(key, {})) for key in self.titles if key in whole]

    def _line(self, module: UUID, tally: Tally, groups: dict[str, Share]) -> Delivered:
        names = values_named(Breakdown.STAFF_GROUP, groups)
        parts = {names[value]: groups[value] for value in sorted(groups, key=lambda value: names[value])}
        done, late = tally.share_done, Share(tally.late, tally.total)
        return Delivered(
            module=module,
            title=self.titles[module],
            tally=tally,
            done=None if is_small(done) else done,
            late=None if is_small(late) else late,
            groups=together(parts),
        )

    @cached_property
    def evaluated(self) -> list[Evaluated]:
        """What answers say, in the order of the catalogue."""
        found = evaluation_of(self.place.organisation, self.place.on)
        order = {key: number for number, key in enumerate(self.titles)}
        return sorted(found, key=lambda each: (order.get(each.module, len(order)), str(each.module)))

    def title_of(self, module: UUID) -> str:
        """What a module is called; one that is gone is a module still."""
        return self.titles.get(module, "A module")

    def unknowns(self) -> Iterator[str]:
        """What these figures do not say."""
        yield "Whether anybody's care changed. People were asked what they did; nobody watched them at work."
        yield "What those would have answered who gave no answer. Answering is a choice."
        if any(line.done is None for line in self.delivered) or any(not row.value for row in self.evaluated):
            yield "Figures of few people: they are left out, because somebody could be told from them."
        unheard = {line.title for line in self.delivered} - {
            self.title_of(row.module) for row in self.evaluated if row.measure.startswith("Weeks later")
        }
        if unheard:
            yield f"What people do weeks later, of: {', '.join(sorted(unheard))}. Nobody, or too few, answered yet."
        bare = sorted({need.title for need in self.matrix.needs if not need.is_reviewed})
        if bare:
            yield f"What a clinician thinks of these modules, which had no clinical review: {', '.join(bare)}."


type Table = tuple[tuple[str, ...], list[list[Any]]]
"""Headings, and rows under them."""


def needs_table(contents: Contents) -> Table:
    """Requirements by roles; the minutes stand where they meet."""
    matrix = contents.matrix
    headings = ("Requirement", "Asked by", "Module", "Minutes", "Due", "How often", "Only", *matrix.roles)
    rows = [
        [need.requirement, need.asked_by, need.title, need.minutes, need.due, need.how_often, need.only,
         *(need.minutes if role in need.roles else "" for role in matrix.roles)]
        for need in matrix.needs
    ]  # fmt: skip
    in_all = ["Minutes in all", "", "", "", "", "", "", *map(matrix.minutes_of, matrix.roles)]
    return headings, [*rows, in_all]


def delivery_table(contents: Contents) -> Table:
    """How far each module is: of all, then by staff group."""
    rows: list[list[Any]] = []
    for line in contents.delivered:
        rows.append([line.title, "Everybody", *_cells(line.done), line.late.number if line.late else ""])
        rows += [[line.title, part.name, *_cells(part.share), ""] for part in line.groups]
    return ("Module", "Who", "Done or valid", "Asked", "Per cent", "Overdue or expired"), rows


def _cells(share: Share | None) -> list[Any]:
    return [share.number, share.total, share.percent] if share else ["too few to say", "", ""]


def evaluation_table(contents: Contents) -> Table:
    """What answers say."""
    rows = [
        [contents.title_of(each.module), each.measure, each.people, each.value or "too few to say"]
        for each in contents.evaluated
    ]
    return ("Module", "Measure", "People counted", "Value"), rows
