"""Sheets of an Excel file, row by row. Openpyxl does this too, in twelve times the time, and keeps all columns."""

from collections.abc import Callable, Iterator, Mapping

from learners.rosters.reading.archive import damaged, parser_for
from learners.rosters.reading.cells import NO_VALUE
from learners.rosters.reading.strings import unescaped

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384  # of any sheet
LONGEST_CELL = 100_000  # Excel's own limit is 32,767
_DIGITS = "0123456789"
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

type NumberText = Callable[[str, str], str]  # number, style → text
type Row = tuple[int, dict[int, str]]  # its number as Excel shows it; place of a cell from 0 → text


class SheetReader:
    """Reads the XML of one sheet, a piece at a time. `wanted`: the places of the cells that are kept; None is all."""

    def __init__(
        self, strings: list[str], number_text: NumberText, wanted: frozenset[int] | None = None
    ) -> None:
        self._strings, self._number_text, self._wanted = strings, number_text, wanted
        self.last_row: int | None = (
            None  # as the sheet says, where it does: for a progress bar, and not to be relied on
        )
        self._rows: list[Row] = []
        self._number, self._place = 0, -1
        self._cells: dict[int, str] = {}
        self._places: dict[str, int] = {}
        self._kind, self._style, self._kept = "n", "0", False
        self._formula = self._collecting = False
        self._phonetic = 0
        self._text: list[str] = []
        self._size = 0
        self._starts = {
            "c": self._cell,
            "v": self._value,
            "t": self._value,
            "f": self._has_formula,
            "row": self._row,
            "dimension": self._dimension,
        }
        self._ends = {"c": self._end_cell, "v": self._end_value, "t": self._end_value, "row": self._end_row}

    def rows(self, chunks: Iterator[bytes]) -> Iterator[Row]:
        """The rows that are written in the sheet; those that it leaves out are not there."""
        parser = parser_for(self._start, self._end, self._characters)
        for chunk in chunks:
            parser.Parse(chunk)
            yield from self._rows
            self._rows.clear()
        parser.Parse(b"", True)
        yield from self._rows

    def _start(self, tag: str, attributes: Mapping[str, str]) -> None:
        begin = self._starts.get(tag) or self._starts.get(tag.rpartition(":")[2])
        if begin:
            begin(attributes)
        elif tag.endswith("rPh"):
            self._phonetic += 1

    def _end(self, tag: str) -> None:
        finish = self._ends.get(tag) or self._ends.get(tag.rpartition(":")[2])
        if finish:
            finish()
        elif tag.endswith("rPh"):
            self._phonetic -= 1

    def _characters(self, text: str) -> None:
        if self._collecting:
            self._text.append(text)
            self._size += len(text)
            if self._size > LONGEST_CELL:
                raise damaged()

    def _dimension(self, attributes: Mapping[str, str]) -> None:
        last = attributes.get("ref", "").rpartition(":")[2].lstrip(_LETTERS)
        if last.isascii() and last.isdigit() and len(last) < 8:
            self.last_row = min(int(last), LAST_ROW)

    def _row(self, attributes: Mapping[str, str]) -> None:
        self._number = int(attributes.get("r", self._number + 1))
        self._place = -1
        if not 1 <= self._number <= LAST_ROW:
            raise damaged()

    def _end_row(self) -> None:
        if self._cells:
            self._rows.append((self._number, self._cells))
            self._cells = {}

    def _cell(self, attributes: Mapping[str, str]) -> None:
        reference = attributes.get("r")
        if reference:
            letters = reference.rstrip(_DIGITS)
            self._place = self._places.get(letters, -1)
            if self._place < 0:
                self._place = self._places[letters] = _place(letters)
        else:
            self._place += 1
        self._kept = self._wanted is None or self._place in self._wanted
        self._kind, self._style = attributes.get("t", "n"), attributes.get("s", "0")
        self._formula = False
        self._size = 0

    def _has_formula(self, _: Mapping[str, str]) -> None:
        self._formula = True

    def _value(self, _: Mapping[str, str]) -> None:
        self._collecting = self._kept and not self._phonetic

    def _end_value(self) -> None:
        self._collecting = False

    def _end_cell(self) -> None:
        if not self._kept:
            return
        text = "".join(self._text)
        self._text.clear()
        self._kept = False
        if text:
            self._cells[self._place] = self._meant(text)
        elif self._formula and self._kind != "str":
            self._cells[self._place] = NO_VALUE

    def _meant(self, text: str) -> str:
        if self._kind == "s":
            return self._strings[int(text)]
        if self._kind == "n":
            return self._number_text(text, self._style)
        if self._kind == "b":
            return "no" if text == "0" else "yes"
        return unescaped(text)


def _place(letters: str) -> int:
    """`A` is 0, `AA` is 26."""
    place = 0
    for letter in letters:
        place = place * 26 + (ord(letter) - 64 if "A" <= letter <= "Z" else LAST_COLUMN)
    if not 1 <= place <= LAST_COLUMN:
        raise damaged()
    return place - 1
