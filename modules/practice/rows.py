"""A practice record as its viewer lays it out. Standard library only."""

from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from typing import Any

from modules.practice.record import SECTIONS, Entry, Feed, Record

type Address = Callable[[Entry], str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One section with its rows, as components/record_table.html takes them, and what to know of its feeds."""

    slug: str
    name: str
    rows: list[dict[str, Any]]
    feeds: tuple[Feed, ...]


def on_one_page(entry: Entry) -> str:
    """Where a row stands when the whole record is on one page."""
    return f"#row-{entry.ref}"


def rows(record: Record, entries: Iterable[Entry], address: Address = on_one_page) -> list[dict[str, Any]]:
    """Entries, each with those that say otherwise: what they say, where they come from, and the way to them."""
    return [
        asdict(entry) | {"conflicts": [_conflict(other, address) for other in record.contradicting(entry)]}
        for entry in entries
    ]


def _conflict(other: Entry, address: Address) -> dict[str, str]:
    return {"what": other.what, "source": other.source, "href": address(other)}


def sheet(record: Record, section: str, address: Address = on_one_page) -> Sheet:
    """A section, be it empty; newest rows first."""
    found = rows(record, record.matching(sections=(section,)), address)
    return Sheet(section, SECTIONS[section], found, record.troubled_feeds(section))


def sheets(record: Record) -> list[Sheet]:
    """Every section, in order."""
    return [sheet(record, section) for section in SECTIONS]
