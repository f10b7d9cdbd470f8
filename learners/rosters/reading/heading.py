"""Where the headings of a file stand, and which of its columns are read."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from learners.rosters.reading.cells import clean
from learners.rosters.reading.columns import Column, heading_key
from learners.rosters.reading.dates import parse_date
from learners.rosters.reading.refusal import FileRefused
from learners.rosters.reading.sensitive import looks_sensitive
from learners.rosters.reading.shapes import Shape, guess, mapping_of, recognise

ROWS_LOOKED_AT = 20  # exports open with a title, a date, a line of filters
MOST_COLUMNS = 1000
NO_HEADINGS = (
    f"We found no column headings in the first {ROWS_LOOKED_AT} rows. The first row should say what each column is, "
    "such as “Last name” and “Work e-mail”."
)
_LONGEST_HEADING = 80


@dataclass(frozen=True)
class Heading:
    """The headings of a file, and what they tell.

    `mapping`: place of a column (from 0) to what it is; where a column comes twice, the earlier entry wins. For a file
    of no known shape it is a guess, to be confirmed by a person. `ignored` columns are not read; `sensitive` of them
    have a heading that sounds private. `row` and `sheet` say where the headings were found.
    """

    headers: tuple[str, ...]
    shape: Shape | None
    mapping: dict[int, Column]
    ignored: int
    sensitive: int
    row: int = 1
    sheet: str = ""

    @property
    def known(self) -> int:
        """How well the headings are known, to choose between readings of one file."""
        keys = frozenset(map(heading_key, self.headers))
        return 1000 + self.shape.matched(keys) if self.shape else len(self.mapping)

    def with_mapping(self, mapping: Mapping[int, Column]) -> "Heading":
        """The same headings, with a person's choice of columns and the counts that come of it."""
        read = {*mapping, self.prn_flag}
        ignored = [header for place, header in enumerate(self.headers) if header and place not in read]
        return replace(
            self, mapping=dict(mapping), ignored=len(ignored), sensitive=sum(map(looks_sensitive, ignored))
        )

    @property
    def prn_flag(self) -> int | None:
        """The place of the column that says whether there is a registration number, if the shape has one."""
        return _place_of(self.shape.prn_flag, self.headers) if self.shape else None


def find_heading(rows: Iterable[tuple[int, Sequence[str]]], *, sheet: str = "") -> Heading | None:
    """The best row of headings among the first of a file, given with their numbers; None if none looks like one."""
    found = [
        heading_of(tuple(map(clean, cells)), row=number, sheet=sheet)
        for number, cells in rows
        if _like_headings(list(map(str.strip, cells)))
    ]
    return max(found, key=lambda heading: heading.known, default=None)


def heading_of(headers: tuple[str, ...], *, row: int = 1, sheet: str = "") -> Heading:
    """What these headings tell."""
    shape = recognise(headers)
    mapping = mapping_of(headers, shape.columns) if shape else guess(headers)
    return Heading(headers, shape, mapping, 0, 0, row, sheet).with_mapping(mapping)


def _place_of(key: str, headers: Sequence[str]) -> int | None:
    keys = list(map(heading_key, headers))
    return keys.index(key) if key and key in keys else None


def refuse_twins(heading: Heading) -> None:
    """Refuse two columns of one name if either might be read. Twins that nobody reads do no harm."""
    if len(heading.headers) > MOST_COLUMNS:
        raise FileRefused(f"This file has more than {MOST_COLUMNS:,} columns: it is no staff list.")
    read = heading.shape.columns if heading.shape else None
    seen: set[str] = set()
    for header in heading.headers:
        key = heading_key(header)
        if key in seen and (read is None or key in read):
            raise FileRefused(
                f"Two columns are headed “{header[:_LONGEST_HEADING]}”. Delete or rename one, then try again."
            )
        seen.update({key} - {""})


def _like_headings(cells: Sequence[str]) -> bool:
    filled = list(filter(None, cells))
    return len(filled) > 1 and all(
        len(cell) <= _LONGEST_HEADING
        and "@" not in cell
        and any(map(str.isalpha, cell))
        and parse_date(cell) is None
        for cell in filled
    )
