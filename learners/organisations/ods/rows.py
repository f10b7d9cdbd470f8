"""The rows of a file of organisations, read. Standard library only.

Two layouts are known. The service's own files (epraccur.csv, etr.csv, …) have no headings, and 12 to 30 columns in one
order: code, name, …, postcode (10th), first day (11th), last day (12th), state (13th). Any other file needs headings:
`code` and `name`, and of `active`, `role`, `start`, `end`, `successor`, `postcode` those that it has.
"""

import datetime
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

CODE = re.compile(r"[A-Z0-9]{1,12}")
PRESCRIBER = re.compile(r"[GC][0-9]{7}")  # a person, not an organisation
ISO_DAY = re.compile(r"\d{8}|\d{4}-\d\d-\d\d", re.ASCII)
HEADINGS = {
    "code": ("code", "organisation code", "ods code"),
    "name": ("name", "organisation name"),
    "active": ("active", "status", "status code"),
    "role": ("role", "role name", "primary role"),
    "start": ("start", "start date", "open date"),
    "end": ("end", "end date", "close date"),
    "successor": ("successor", "successors"),
    "postcode": ("postcode", "post code"),
}
YES, NO = (
    {"true", "yes", "y", "1", "active", "a"},
    {"false", "no", "n", "0", "inactive", "closed", "c", "d", "p"},
)
WITHOUT_HEADINGS = {"code": 0, "name": 1, "postcode": 9, "start": 10, "end": 11, "active": 12}
FEWEST, MOST = 12, 30  # columns without headings
LONGEST = {"name": 200, "role": 200, "postcode": 10}


class WrongFile(Exception):
    """The file cannot be loaded. Says why, for whoever runs the service."""


@dataclass(frozen=True, slots=True)
class Row:
    """One organisation of the file."""

    code: str
    name: str
    active: bool
    role: str = ""
    starts_on: datetime.date | None = None
    ends_on: datetime.date | None = None
    successors: tuple[str, ...] = ()
    postcode: str = ""


def rows_in(lines: Iterable[list[str]], *, today: datetime.date) -> Iterator[Row]:
    """Each organisation. Raises WrongFile at the first row that is none, and gives its number.

    Where the file does not say whether an organisation is active, its last day does.
    """
    columns: dict[str, int] = {}
    for number, cells in enumerate(lines, start=1):
        if not any(cell.strip() for cell in cells):
            continue
        if not columns:
            columns, are_headings = _columns(cells)
            if are_headings:
                continue
        try:
            yield _row({name: _cell(cells, at) for name, at in columns.items()}, today)
        except ValueError as problem:
            raise WrongFile(f"Row {number}: {problem}") from problem


def _columns(first: list[str]) -> tuple[dict[str, int], bool]:
    """Where the columns stand, and whether this row is their headings."""
    headings = [" ".join(cell.replace("_", " ").lower().split()) for cell in first]
    found = {
        name: headings.index(known)
        for name, spellings in HEADINGS.items()
        for known in reversed(spellings)
        if known in headings
    }
    if "code" in found and "name" in found:
        return found, True
    if FEWEST <= len(first) <= MOST and CODE.fullmatch(first[0].strip()) and _is_day(first[10]):
        return WITHOUT_HEADINGS, False
    raise WrongFile(
        "This is no list of organisations that we know: it needs the headings “code” and “name”, "
        "or the columns of the Organisation Data Service's own files."
    )


def _cell(cells: list[str], at: int) -> str:
    return " ".join(cells[at].split()) if at < len(cells) else ""


def _row(cells: dict[str, str], today: datetime.date) -> Row:
    code = cells["code"].upper()
    if PRESCRIBER.fullmatch(code):
        raise ValueError(f"“{code}” is the code of a person who prescribes. Only organisations belong here.")
    if not CODE.fullmatch(code):
        raise ValueError(f"“{code[:20]}” is no code: 1 to 12 letters and digits.")
    if not cells["name"]:
        raise ValueError("the name is missing.")
    for name, longest in LONGEST.items():
        if len(cells.get(name, "")) > longest:
            raise ValueError(f"the {name} is longer than {longest} characters.")
    starts_on, ends_on = _day(cells.get("start", "")), _day(cells.get("end", ""))
    return Row(
        code=code,
        name=cells["name"],
        active=_is_active(cells.get("active", ""), ends_on, today),
        role=cells.get("role", ""),
        starts_on=starts_on,
        ends_on=ends_on,
        successors=_codes(cells.get("successor", "")),
        postcode=cells.get("postcode", ""),
    )


def _is_active(said: str, ends_on: datetime.date | None, today: datetime.date) -> bool:
    if not said:
        return ends_on is None or ends_on >= today
    if said.lower() in YES:
        return True
    if said.lower() in NO:
        return False
    raise ValueError(f"“{said[:20]}” does not say whether it is active: yes or no.")


def _codes(said: str) -> tuple[str, ...]:
    codes = tuple(dict.fromkeys(re.split(r"[\s;,|]+", said.upper().strip()))) if said else ()
    for code in codes:
        if not CODE.fullmatch(code):
            raise ValueError(f"the successor “{code[:20]}” is no code.")
    return codes


def _day(said: str) -> datetime.date | None:
    if not said:
        return None
    try:
        if ISO_DAY.fullmatch(said):
            return datetime.date.fromisoformat(said)
        day, month, year = said.split("/")
        return datetime.date(int(year), int(month), int(day))
    except ValueError:
        raise ValueError(f"“{said[:20]}” is no date: 20260331, 2026-03-31 or 31/03/2026.") from None


def _is_day(said: str) -> bool:
    try:
        _day(said.strip())
    except ValueError:
        return False
    return True
