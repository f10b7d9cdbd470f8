"""From the rows of a file to lines, many rows at a time: a list of 20,000 costs little more than splitting it."""

from collections.abc import Iterable, Sequence
from itertools import compress
from typing import Any

from learners.rosters.reading.cells import Judge, Unclear, clean, judge_of
from learners.rosters.reading.columns import Column
from learners.rosters.reading.line import BLANKS, Line, lines_of
from learners.rosters.reading.plain import plain_values_of
from learners.rosters.reading.staff_groups import is_unknown_group
from learners.rosters.reading.wholes import Faults, judge_rows

_REMEMBERED = 8192  # texts of a column

type Rows = Sequence[tuple[str, ...]]


class Meanings(dict[str, Any]):
    """What each text of a column means: each is judged once. `faults` has those that mean nothing."""

    def __init__(self, judge: Judge, blank: Any) -> None:
        self.judge, self.blank = judge, blank
        self.faults: dict[str, str] = {}

    def __missing__(self, text: str) -> Any:
        """Judge a text that is met for the first time."""
        try:
            value = self.judge(text)
        except Unclear as why:
            value, self.faults[text] = self.blank, str(why)
        self[text] = value
        return value

    def forget(self) -> None:
        """Keep memory flat over a long file."""
        if len(self) > _REMEMBERED:
            self.clear()
            self.faults.clear()


class LineMaker:
    """Makes lines of rows whose cells stand in the order of `columns`.

    Where a column comes twice, the first that says something counts. `flagged`: the last cell of each row says whether
    there is a registration number.
    """

    def __init__(self, columns: Sequence[Column], *, flagged: bool = False) -> None:
        self.columns = columns
        self.meanings = [Meanings(judge_of(column), BLANKS[column]) for column in columns]
        self.plain = [plain_values_of(column) for column in columns]
        self.unknown_groups = Meanings(_unknown_group, "")
        self.flagged = flagged
        # A row that has a last name is not empty: the others are looked at.
        self._surest = self.columns.index(Column.LAST_NAME) if Column.LAST_NAME in self.columns else 0

    def lines(self, numbers: Sequence[int], rows: Rows) -> list[Line]:
        """The lines of these rows. A row with nothing in any of its cells is none."""
        cells = list(zip(*rows, strict=True))
        if not all(map(str.strip, cells[self._surest] if cells else "")):
            filled = list(map(str.strip, map("".join, rows)))
            numbers, rows = list(compress(numbers, filled)), list(compress(rows, filled))
            cells = list(zip(*rows, strict=True))
        if not cells:
            return []
        values = self._values(cells)
        faults = self._faults(cells)
        judge_rows(values, faults, len(rows), cells[-1] if self.flagged else None)
        values["number"] = numbers
        if faults:
            values["faults"] = [tuple(faults[i].values()) if i in faults else () for i in range(len(rows))]
        for meanings in (*self.meanings, self.unknown_groups):
            meanings.forget()
        return lines_of(values, len(rows))

    def _values(self, cells: Sequence[tuple[str, ...]]) -> dict[str, Sequence[Any]]:
        values: dict[str, Sequence[Any]] = {}
        for column, plain, meanings, texts in zip(
            self.columns, self.plain, self.meanings, cells, strict=False
        ):
            found = plain(texts) or list(map(meanings.__getitem__, texts))
            values[column] = _first_of(values[column], found, meanings.blank) if column in values else found
            if column is Column.STAFF_GROUP and "" in found:
                values["unknown_staff_group"] = list(map(self.unknown_groups.__getitem__, texts))
        return values

    def _faults(self, cells: Sequence[tuple[str, ...]]) -> Faults:
        faults: Faults = {}
        for column, meanings, texts in zip(self.columns, self.meanings, cells, strict=False):
            if meanings.faults:
                for i, fault in enumerate(map(meanings.faults.get, texts)):
                    if fault:
                        faults.setdefault(i, {}).setdefault(column, fault)
        return faults


def _first_of(ours: Sequence[Any], others: Iterable[Any], blank: Any) -> list[Any]:
    return [other if one == blank else one for one, other in zip(ours, others, strict=True)]


def _unknown_group(text: str) -> str:
    return clean(text)[:120] if is_unknown_group(text) else ""
