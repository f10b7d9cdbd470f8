"""Practice records, as a learner opens and reads them."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.urls import reverse

from learners.attempts.models import Attempt
from learners.attempts.record_trail import is_open
from modules.outline import RecordVisit
from modules.practice.record import SECTIONS, Entry, Record
from modules.practice.rows import Address, Sheet, rows

if TYPE_CHECKING:
    from learners.attempts.parts import Sight

OVERVIEW, EVERYTHING, LOOKED = "overview", "all", "looked"
"""The screens of a viewer that are not sections."""


@dataclass(frozen=True, slots=True)
class Tab:
    """A way to a screen of the viewer. `count` is how many rows it holds; None where it holds none by nature."""

    slug: str
    name: str
    count: int | None
    is_here: bool


def present_visit(part: RecordVisit, sight: "Sight") -> dict[str, Any]:
    """What the template parts/visit.html shows."""
    return {"visit": part, "was_opened": is_open(sight.attempt, part.record)}


def tabs(record: Record, here: str) -> list[Tab]:
    """Every screen of the viewer, those of empty sections, too."""
    counts = dict.fromkeys(SECTIONS, 0)
    for entry in record.entries:
        counts[entry.section] += 1
    screens: list[tuple[str, str, int | None]] = [
        (OVERVIEW, "Overview", None),
        *((slug, name, counts[slug]) for slug, name in SECTIONS.items()),
        (EVERYTHING, "Everything", len(record.entries)),
        (LOOKED, "Who has looked", None),
    ]
    return [Tab(slug, name, count, slug == here) for slug, name, count in screens]


def address_in(attempt: Attempt, visit: RecordVisit) -> Address:
    """A function that says where a row stands in the viewer."""
    viewer = reverse("attempts:record", kwargs={"attempt_id": attempt.pk, "visit_id": visit.id})
    return lambda entry: f"{viewer}?section={entry.section}#row-{entry.ref}"


def found(record: Record, wanted: dict[str, Any], address: Address) -> list[Sheet]:
    """The sections that hold rows such as wanted, with those rows."""
    matching = record.matching(**wanted)
    return [
        Sheet(section, SECTIONS[section], rows(record, _of(section, matching), address), ())
        for section in SECTIONS
        if _of(section, matching)
    ]


def _of(section: str, entries: tuple[Entry, ...]) -> list[Entry]:
    return [entry for entry in entries if entry.section == section]
