"""Files that are refused: each with a message that helps, and nothing else raised."""

import io
import random
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from learners.rosters.reading.file import FileRefused, open_roster
from learners.rosters.reading.refusal import FileRefused as TheSame
from tests.fakes.roster_files import (
    HEADER,
    LINKS,
    SHEET,
    STRINGS,
    STYLES,
    TYPES,
    WORKBOOK,
    csv_of,
    excel,
    excel_parts,
    golden,
    refusal,
    row_of,
    stream,
    workbook,
)

OLD_EXCEL = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
LOCKED = OLD_EXCEL + "EncryptedPackage".encode("utf-16-le") + bytes(600)
ZIP_OF = {
    "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
    "content.xml": "<x/>",
}


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"", "empty"),
        (b"\r\n \n", "empty"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"<html><table>", "web page"),
        (b"\xef\xbb\xbf <?xml version='1.0'?><Workbook/>", "web page"),
        ("<html>".encode("utf-16"), "web page"),
        (b"{\\rtf1", "text document"),
        (b"\x1f\x8b\x08", "gzip"),
        (OLD_EXCEL, "old Excel"),
        (LOCKED, "password"),
        (excel({"a.csv": "x"}), "packed folder"),
        (excel(ZIP_OF), "OpenDocument"),
        (excel({TYPES: "<x/>", "word/document.xml": "<x/>"}), "Word"),
        (excel({TYPES: "<x/>", "xl/workbook.bin": "x"}), "xlsb"),
        (excel({TYPES: "<x/>", WORKBOOK: "<workbook/>"}), "damaged"),
        (b"PK\x03\x04 and nothing more", "damaged"),
        (b"employee_number,last_name\n1,\x00Archer\n", "bytes"),
        ("employee_number,last_name\n".encode("utf-16-le"), "bytes"),
        (b"\xff\xfeemployee_number\n1", "no text"),
        (b"employee_number,last_name\n1,\x81\xfe\n", "no text"),
        (b"1,Archer,Ann\n2,Bright,Bob\n", "headings"),
        (b"1,ann@example.org\n", "headings"),
        (b"just a sentence\n", "headings"),
        (b"Last name,Email,email\nA,b@x.org,\n", "Two columns"),
        (b"employee_number,Last Name,last_name\n1,A,B\n", "Two columns"),
        (b'employee_number,last_name\n1,"Archer\n2,Bright\n', "quotation mark"),
        (b'employee_number,last_name\n1,"Archer"x\n', "quotation mark"),
    ],
    ids=range(27),
)
def test_what_is_no_staff_list_is_refused_in_plain_words(content: Any, word: str) -> None:
    assert word in refusal(content)


def test_a_refusal_is_one_kind_of_error_wherever_it_is_imported_from() -> None:
    assert FileRefused is TheSame
    assert issubclass(FileRefused, ValueError)


def test_columns_that_nobody_reads_may_share_a_heading() -> None:
    file = open_roster(stream("employee_number,last_name,Note,Note\n1,Archer,a,b\n"), name="x")
    assert [line.last_name for line in file.lines()] == ["Archer"]


class Huge(io.RawIOBase):
    """A file of 200 MB that fails when it is read."""

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = 0) -> int:
        return 200_000_000 if whence else offset

    def read(self, size: int = -1) -> bytes:
        raise AssertionError("it was read")


def test_200_mb_are_refused_before_they_are_read() -> None:
    assert "larger than 50 MB" in refusal(Huge())


def test_too_many_rows_are_refused() -> None:
    content = b"employee_number,last_name\n" + b"1,Archer\n" * 30
    assert "more than 20 rows" in refusal(content, most_rows=20)
    assert "more than 200,000 rows" in refusal(b"employee_number,last_name\n" + b"1,A\n" * 200_001)


@pytest.mark.parametrize("start", [b"", b"employee_number,last_name\n", b"\xff\xfe"])
def test_a_line_without_an_end_is_refused(start: bytes) -> None:
    assert "a million characters" in refusal(start + b"x" * 2_300_000 + b"\n1,Archer\n")


def test_one_enormous_cell_is_refused() -> None:
    assert "split into cells" in refusal(b"employee_number,last_name\n1," + b"x" * 200_000 + b"\n")


def test_thousands_of_columns_are_refused() -> None:
    header = ["employee_number", "last_name", *[f"Note {n}" for n in range(1500)]]
    assert "more than 1,000 columns" in refusal(csv_of([header]))


SEEDS = [
    golden("canonical.csv").read(),
    golden("tis-people.csv").read(),
    workbook({"Staff": [HEADER, ["1", "Archer", "Ann", "a@x.org", "x"]]}).read(),
    excel(excel_parts(row_of(1, *HEADER) + row_of(2, "1", "Archer"))).read(),
]


def reads_or_refuses(data: bytes) -> None:
    try:
        list(open_roster(io.BytesIO(data), name="x").lines())
    except FileRefused:
        return


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=300))
@example(b"PK\x05\x06" + bytes(18))
def test_no_bytes_raise_anything_else(data: bytes) -> None:
    reads_or_refuses(data)
    reads_or_refuses(b"employee_number,last_name\n" + data)
    reads_or_refuses(b"PK\x03\x04" + data)


@settings(max_examples=150, deadline=None)
@given(seed=st.sampled_from(SEEDS), chance=st.integers(0, 2**32), count=st.integers(1, 12))
def test_no_damage_to_a_good_file_raises_anything_else(seed: bytes, chance: int, count: int) -> None:
    dice = random.Random(chance)
    data = bytearray(seed)
    for _ in range(count):
        data[dice.randrange(len(data))] = dice.randrange(256)
    reads_or_refuses(bytes(data[: dice.randrange(len(data)) if chance % 5 == 0 else None]))


@settings(max_examples=100, deadline=None)
@given(part=st.sampled_from([SHEET, STRINGS, STYLES, WORKBOOK, LINKS, TYPES]), chance=st.integers(0, 2**32))
def test_no_damage_inside_an_excel_file_raises_anything_else(part: str, chance: int) -> None:
    dice = random.Random(chance)
    parts = excel_parts(row_of(1, *HEADER) + row_of(2, "1", "Archer"))
    text = list(parts[part])
    for _ in range(dice.randrange(1, 5)):
        text[dice.randrange(len(text))] = dice.choice('<>"/&; a1\u00e9')
    reads_or_refuses(excel(parts | {part: "".join(text)}).read())
