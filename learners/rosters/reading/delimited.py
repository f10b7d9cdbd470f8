"""CSV in its many spellings: as text, row by row."""

import codecs
import csv
import io
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from itertools import islice
from typing import Any, BinaryIO, cast

from learners.rosters.reading.heading import NO_HEADINGS, ROWS_LOOKED_AT, Heading, find_heading
from learners.rosters.reading.line import Line
from learners.rosters.reading.picking import BATCH, Batch, picker
from learners.rosters.reading.refusal import FileRefused

DELIMITERS = ",;\t"
LONGEST_LINE = 1_000_000
_CHUNK = 1 << 20
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


class Delimited:
    """A CSV file. `encoding` and `line_count` are found by reading it through once, a piece at a time."""

    def __init__(self, stream: BinaryIO) -> None:
        self.stream = stream
        self.encoding, self.line_count = _survey(stream)
        with self._text() as text:
            first = text.readline(64).rstrip("\r\n")
        self.hint = first[4:5] if first.casefold().startswith("sep=") and len(first) <= 5 else ""
        self.hinted = bool(self.hint) or first.casefold() == "sep="

    def rows(self, delimiter: str) -> Iterator[list[str]]:
        """Its rows; an empty line is an empty row. A line `sep=;`, which Excel does not show, is none."""
        with self._text() as text:
            reader = csv.reader(text, delimiter=delimiter, strict=True)
            with suppress(csv.Error):
                yield from islice(reader, int(self.hinted), None)
                return
            number = reader.line_num
        raise FileRefused(
            f"The file cannot be split into cells near line {number}. A quotation mark may be missing there."
        )

    def _text(self) -> "_Text":
        return _Text(self.stream, self.encoding)


class DelimitedTable:
    """A CSV file with the headings found, and with the delimiter that shows most of them."""

    def __init__(self, stream: BinaryIO) -> None:
        self._file = Delimited(stream)
        found = [(self._heading(delimiter), delimiter) for delimiter in self._file.hint or DELIMITERS]
        known = [(heading, delimiter) for heading, delimiter in found if heading]
        if not known:
            raise FileRefused(NO_HEADINGS)
        self.heading, self._delimiter = max(known, key=lambda pair: (pair[0].known, len(pair[0].headers)))
        self.total: int | None = max(self._file.line_count - self.heading.row, 0)

    def _heading(self, delimiter: str) -> Heading | None:
        """The headings, if this is the delimiter. What stands behind the first rows may be wrong in many ways."""
        rows: list[list[str]] = []
        with suppress(FileRefused):
            rows.extend(islice(self._file.rows(delimiter), ROWS_LOOKED_AT))
        return find_heading(enumerate(rows, 1))

    def picked(self, indexes: tuple[int, ...]) -> Iterator[Batch]:
        """The rows under the headings: of each, these cells only."""
        pick, width = picker(indexes), len(self.heading.headers)
        rows = islice(self._file.rows(self._delimiter), self.heading.row, None)
        number = self.heading.row + 1
        while batch := list(islice(rows, BATCH)):
            numbers = range(number, number + len(batch))
            number += len(batch)
            if set(map(len, batch)) == {width}:
                yield Batch(numbers, list(map(pick, batch)))
            else:
                yield _uneven(numbers, batch, width, pick)

    def close(self) -> None:
        """Nothing is held: the stream is its owner's."""


def _uneven(
    numbers: Sequence[int],
    rows: Sequence[list[str]],
    width: int,
    pick: Callable[[list[str]], tuple[str, ...]],
) -> Batch:
    """Rows of which some have too few or too many cells. Of those no cell is read: any may stand in the wrong place."""
    fitting, odd = {}, []
    for number, row in zip(numbers, rows, strict=True):
        if len(row) > width and not any(map(str.strip, row[width:])):
            row = row[:width]
        if len(row) == width:
            fitting[number] = pick(row)
        elif any(map(str.strip, row)):
            fault = (
                f"This row has {len(row)} cells, but there are {width} headings. "
                "Look for a missing quotation mark, or save the list as Excel (.xlsx)."
            )
            odd.append(Line(number, faults=(fault,)))
    return Batch(list(fitting), list(fitting.values()), odd)


class _Text:
    """The stream as text from its start, left open for the next reading."""

    def __init__(self, stream: BinaryIO, encoding: str) -> None:
        stream.seek(0)
        self.text = io.TextIOWrapper(cast(Any, stream), encoding=encoding, newline="")

    def __enter__(self) -> io.TextIOWrapper:
        return self.text

    def __exit__(self, *_: object) -> None:
        self.text.detach()


def _survey(stream: BinaryIO) -> tuple[str, int]:
    stream.seek(0)
    head = stream.read(4)
    marked = [encoding for mark, encoding in _MARKS if head.startswith(mark)]
    for encoding in marked or ("utf-8", "cp1252"):
        count = _count_lines(stream, encoding)
        if count is not None:
            return encoding, count
    raise FileRefused(
        "This file is no text that we can read. Save it from Excel as “CSV UTF-8” and try again."
    )


def _count_lines(stream: BinaryIO, encoding: str) -> int | None:
    """How many lines there are; None if this is not the file's encoding. The bytes of an error are let go here."""
    stream.seek(0)
    decode = codecs.getincrementaldecoder(encoding)().decode
    count, open_for = 0, 0
    try:
        while chunk := stream.read(_CHUNK):
            text = decode(chunk)
            if "\0" in text:
                raise FileRefused(
                    "This file has bytes in it that no text has. Save it again as CSV or Excel (.xlsx)."
                )
            ends = text.count("\n") or text.count("\r")
            count += ends
            open_for = _open_for(text, open_for) if ends else open_for + len(text)
            if open_for > LONGEST_LINE:
                raise FileRefused(
                    "A line of this file is longer than a million characters: it is no staff list."
                )
        text = decode(b"", True)
    except UnicodeDecodeError:
        return None
    return count + bool(open_for)


def _open_for(text: str, before: int) -> int:
    """The length of the longer of two lines: that which ends first in this text, and that which goes on after it."""
    end = "\n" if "\n" in text else "\r"
    first, last = before + text.find(end), len(text) - text.rfind(end) - 1
    return first if first > LONGEST_LINE else last
