"""Excel files by those who mean harm: bombs, entities, sizes that lie, cells that cannot be."""

import io
import struct
import time

import pytest

from learners.rosters.reading.archive import Archive
from learners.rosters.reading.file import FileRefused, open_roster
from tests.fakes.roster_files import (
    HEADER,
    LINKS,
    SHEET,
    STRINGS,
    STYLES,
    WORKBOOK,
    excel,
    excel_parts,
    refusal,
    row_of,
)

ENTITIES = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'


def parts_with(name: str, content: str | bytes) -> io.BytesIO:
    return excel({**excel_parts(row_of(1, *HEADER) + row_of(2, "1", "Archer")), name: content})


@pytest.mark.parametrize("part", [SHEET, STRINGS, STYLES, WORKBOOK, LINKS])
@pytest.mark.parametrize("kind", [ENTITIES, OUTSIDE])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_part_with_entities_is_refused(part: str, kind: str, encoding: str) -> None:
    declared = f'<?xml version="1.0" encoding="{encoding}"?>'
    assert "damaged" in refusal(
        parts_with(part, (declared + "<!-- x -->" + kind + "<x>&b;</x>").encode(encoding))
    )


def test_a_sheet_that_unpacks_to_far_more_than_it_says_is_refused() -> None:
    bomb = parts_with(SHEET, b"<worksheet>" + b" " * 40_000_000 + b"</worksheet>")
    assert "unpacks" in refusal(bomb)


def test_an_archive_of_very_many_parts_is_refused() -> None:
    parts = excel_parts(row_of(1, *HEADER)) | {f"xl/media/{n}.png": "" for n in range(2100)}
    assert "unpacks" in refusal(excel(parts))


def lying(content: bytes, name: str, size: int) -> bytes:
    """The archive, with another size for one part than it has, at both places that tell it."""
    data = bytearray(content)
    for mark, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        place = -1
        while (place := data.find(mark, place + 1)) >= 0:
            length, start = (26, 30) if at == 22 else (28, 46)
            (count,) = struct.unpack_from("<H", data, place + length)
            if data[place + start : place + start + count] == name.encode():
                struct.pack_into("<I", data, place + at, size)
    return bytes(data)


def test_a_size_that_lies_gives_no_more_than_it_says() -> None:
    rows = row_of(1, *HEADER) + "".join(row_of(n, "1", "Archer") for n in range(2, 5000))
    honest = excel(excel_parts(rows)).getvalue()
    assert "damaged" in refusal(lying(honest, SHEET, 100))


def test_what_is_unpacked_is_counted() -> None:
    rows = row_of(1, *HEADER) + "".join(row_of(n, "1", f"Archer{n}") for n in range(2, 2000))
    archive = Archive(excel(excel_parts(rows)), most_unpacked=400_000)
    with pytest.raises(FileRefused, match="unpacks"):
        [list(archive.chunks(SHEET)) for _ in range(9)]


def test_a_part_that_is_locked_is_refused() -> None:
    data = bytearray(excel(excel_parts(row_of(1, *HEADER))).getvalue())
    struct.pack_into("<H", data, data.find(b"PK\x01\x02") + 8, 1)
    assert "password" in refusal(bytes(data))


@pytest.mark.parametrize(
    "cells",
    [
        '<row r="1048577"><c r="A1"><v>1</v></c></row>',
        '<row r="0"><c r="A1"><v>1</v></c></row>',
        '<row r="x"/>',
        '<row r="2"><c r="XFE2"><v>1</v></c></row>',
        '<row r="2"><c r="a!2"><v>1</v></c></row>',
        '<row r="2"><c r="A2" t="s"><v>99</v></c></row>',
        '<row r="2"><c r="A2"><v>one</v></c></row>',
        f'<row r="2"><c r="A2" t="str"><v>{"x" * 200_000}</v></c></row>',
        '<row r="2"><c r="A2"',
    ],
)
def test_a_sheet_that_breaks_the_rules_is_damaged(cells: str) -> None:
    assert "damaged" in refusal(excel(excel_parts(row_of(1, *HEADER) + cells)))


def test_a_row_far_down_costs_nothing() -> None:
    cells = row_of(1, *HEADER) + row_of(1_048_576, "1", "Archer")
    started = time.monotonic()
    [line] = open_roster(excel(excel_parts(cells)), name="x").lines()
    assert line.number == 1_048_576
    assert time.monotonic() - started < 5
