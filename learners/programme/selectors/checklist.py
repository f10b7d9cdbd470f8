"""Assessments side by side, and the actions that came of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Any

from django.db.models import F, QuerySet

from learners.organisations.models import Network, Organisation
from learners.programme.models import (
    Assessment,
    ChecklistAction,
    ChecklistAnswer,
    ChecklistItem,
    Facet,
    Standing,
)

SHOWN = 4
WORTH = {Standing.IN_PLACE: 2, Standing.PARTLY: 1}  # not sure is worth no more than not


@dataclass(frozen=True, slots=True)
class Line:
    """An item with what was said of it, in each assessment from the oldest shown to the newest."""

    item: ChecklistItem
    answers: list[ChecklistAnswer | None]

    @property
    def movement(self) -> str:
        """From the last assessment but one to the last, in a word; empty where either has no answer."""
        if len(self.answers) < 2 or not (self.answers[-1] and self.answers[-2]):
            return ""
        before, now = (WORTH.get(Standing(each.standing), 0) for each in self.answers[-2:] if each)
        if now == before:
            return "As before"
        return "Better" if now > before else "Worse"


@dataclass(frozen=True)
class Comparison:
    """The last few assessments that were finished, oldest first, with every item that was asked in any."""

    assessments: list[Assessment]
    lines: list[Line]

    @property
    def by_facet(self) -> Iterator[tuple[str, list[Line]]]:
        """The lines under the name of what they are about."""
        for facet, lines in groupby(self.lines, key=lambda line: line.item.facet):
            yield Facet(facet).label, list(lines)

    @cached_property
    def in_place(self) -> list[tuple[Assessment, int, int]]:
        """Of each assessment: how many items are in place, of how many that were answered."""
        counts = []
        for column, assessment in enumerate(self.assessments):
            given = [line.answers[column] for line in self.lines if line.answers[column]]
            placed = sum(1 for each in given if each and each.standing == Standing.IN_PLACE)
            counts.append((assessment, placed, len(given)))
        return counts

    @property
    def moved(self) -> dict[str, int]:
        """How many items moved which way between the last two."""
        words = [line.movement for line in self.lines]
        return {word: words.count(word) for word in ("Better", "Worse")} if len(self.assessments) > 1 else {}


def assessments_of(owner: Network | Organisation) -> QuerySet[Assessment]:
    """Of a network or an organisation, newest first."""
    return owner.assessments.select_related("network", "organisation")


def under_way(owner: Network | Organisation) -> Assessment | None:
    """The assessment that is not finished."""
    return assessments_of(owner).filter(closed_at=None).first()


def comparison(owner: Network | Organisation, most: int | None = SHOWN) -> Comparison:
    """The last finished assessments, in two queries. None: all of them."""
    found = list(assessments_of(owner).exclude(closed_at=None)[:most])[::-1]
    answers = ChecklistAnswer.objects.filter(assessment__in=found).select_related("item")
    said = {(row.item_id, row.assessment_id): row for row in answers}
    items = sorted({row.item for row in said.values()}, key=lambda item: item.number)
    return Comparison(found, [Line(item, [said.get((item.pk, each.pk)) for each in found]) for item in items])


def actions_of(owner: Network | Organisation) -> QuerySet[ChecklistAction]:
    """What is done about items: open ones first, by day."""
    found: QuerySet[ChecklistAction] = owner.checklist_actions.select_related("item")
    return found.order_by(F("done_on").desc(nulls_first=True), F("due_on").asc(nulls_last=True), "pk")


def items_asked() -> QuerySet[ChecklistItem]:
    """The list as it is today."""
    return ChecklistItem.objects.filter(is_retired=False)


def answers_so_far(assessment: Assessment) -> dict[int, ChecklistAnswer]:
    """What has been said in an assessment, by the item's key."""
    return {row.item_id: row for row in assessment.answers.all()}


def csv_of(owner: Network | Organisation) -> tuple[list[str], Iterator[list[Any]]]:
    """Headings and a line for each item: what was said of it each time, with the note; and what is done about it."""
    whole = comparison(owner, most=None)
    headings = ["Number", "About", "What should be in place", "Critical"]
    for each in whole.assessments:
        headings += [f"{each.begun_on:%Y-%m-%d}", f"Note of {each.begun_on:%Y-%m-%d}"]
    newest = {action.item_id: action for action in reversed(actions_of(owner))}
    lines = {line.item: line for line in whole.lines}
    asked = {*lines, *items_asked(), *(action.item for action in newest.values())}
    unsaid: list[ChecklistAnswer | None] = [None] * len(whole.assessments)
    return [*headings, *OF_ACTIONS], (
        [*_row(lines.get(item, Line(item, unsaid))), *_action(newest.get(item.pk))]
        for item in sorted(asked, key=lambda each: each.number)
    )


OF_ACTIONS = ["What is done about it", "Who", "By", "Done on"]


def _action(found: ChecklistAction | None) -> list[Any]:
    """The open one, or else the last that was done."""
    return [found.what, found.owner, found.due_on, found.done_on] if found else [""] * len(OF_ACTIONS)


def _row(line: Line) -> list[Any]:
    item = line.item
    cells = [item.number, item.get_facet_display(), item.statement, "yes" if item.is_critical else ""]
    for each in line.answers:
        cells += [each.get_standing_display(), each.note] if each else ["", ""]
    return cells
