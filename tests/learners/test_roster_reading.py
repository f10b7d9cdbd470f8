"""CSV in all its spellings reads the same; what is wrong with a row is said on its line."""

import csv
import datetime
import io
import string
import tracemalloc
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile, TemporaryUploadedFile
from hypothesis import given
from hypothesis import strategies as st

from learners.rosters.reading.columns import Column
from learners.rosters.reading.file import RosterFile, open_roster
from learners.rosters.reading.line import Line
from tests.fakes.roster_files import csv_of, stream

HEADER = [Column.EMPLOYEE_NUMBER, Column.LAST_NAME, Column.POSITION_TITLE, Column.DEPARTMENT]


def opened(text: str, encoding: str = "utf-8") -> RosterFile:
    return open_roster(stream(text, encoding), name="staff.csv")


def lines(text: str, encoding: str = "utf-8") -> list[Line]:
    return list(opened(text, encoding).lines())


LETTERS = string.ascii_letters + "éÉöŠœ£€–"  # noqa: RUF001
TEXT = st.text(LETTERS + " ,;\t\"\n'", max_size=12).map(lambda text: " ".join(text.split()))
CELLS = st.tuples(st.integers(1, 10**8).map(str), st.text(LETTERS[:52], min_size=1, max_size=20), TEXT, TEXT)


@given(
    rows=st.lists(CELLS, max_size=30),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]),
    delimiter=st.sampled_from(",;\t"),
    ending=st.sampled_from(["\n", "\r\n", "\r"]),
    quoting=st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
)
def test_a_table_reads_back_the_same_however_it_is_written(
    rows: list[tuple[str, ...]], encoding: str, delimiter: str, ending: str, quoting: Any
) -> None:
    file = open_roster(
        csv_of(
            [HEADER, *rows], encoding=encoding, delimiter=delimiter, lineterminator=ending, quoting=quoting
        ),
        name="x",
    )
    read = [
        (line.employee_number, line.last_name, line.position_title, line.department) for line in file.lines()
    ]
    assert read == rows
    assert file.total == len(rows)


def test_line_ends_inside_a_cell_do_not_move_the_row_numbers_that_excel_shows() -> None:
    found = lines('employee_number,last_name,department\n1,Archer,"Day\nward"\n\n2,Bright,\n')
    assert [(line.number, line.department) for line in found] == [(2, "Day ward"), (4, "")]


def test_excels_own_hint_of_the_delimiter_is_taken_and_is_no_row() -> None:
    found = lines("sep=;\nemployee_number;last_name\n1;Archer\n")
    assert found == [Line(2, employee_number="1", last_name="Archer")]


def test_titles_above_the_headings_are_passed_over() -> None:
    file = opened("Our staff\n,\nAs at 1 May,by ward\nemployee_number,last_name\n1,Archer\n")
    assert file.heading.row == 4
    assert [line.number for line in file.lines()] == [5]


def test_rows_with_too_few_or_too_many_cells_say_so_and_are_not_guessed_at() -> None:
    found = lines(
        "employee_number,last_name,religion\n1,Archer,x\n2,Bright\n3,Cole,secret,Dale\n4,Eden,x,,\n"
    )
    assert [line.number for line in found] == [2, 3, 4, 5]
    assert [bool(line.faults) for line in found] == [False, True, True, False]
    assert "2 cells, but there are 3 headings" in found[1].faults[0]
    assert found[2] == Line(4, faults=found[2].faults)


def test_empty_rows_are_none() -> None:
    assert [line.number for line in lines("employee_number,last_name\n\n,\n  , \n1,Archer\n")] == [5]


def test_a_file_of_headings_has_no_lines() -> None:
    assert lines("employee_number,last_name\n") == []
    assert lines("employee_number,last_name") == []


def test_all_that_is_wrong_with_a_row_is_said_at_once() -> None:
    [line] = lines("employee_number,last_name,start_date,work_email\n,,31/02/2026,nobody\n")
    assert set(line.faults) == {
        "Work e-mail “nobody” is no e-mail address.",
        "Start date “31/02/2026” is no date.",
        "Last name is missing.",
    }


def test_the_last_of_many_rows_is_as_right_as_the_first() -> None:
    count = 3000
    rows = "".join(
        f"{n},Archer{'' if n % 7 else n},{1 + n % 28:02}/02/20{n % 100:02}\n" for n in range(count)
    )
    found = lines(f"employee_number,last_name,start_date\n{rows}")
    assert [line.number for line in found] == list(range(2, count + 2))
    for n, line in enumerate(found):
        assert (line.employee_number, line.start_date) == (
            str(n),
            datetime.date(2000 + n % 100, 2, 1 + n % 28),
        )


@pytest.mark.parametrize("kind", [SimpleUploadedFile, TemporaryUploadedFile])
def test_a_file_that_was_uploaded_is_read_and_stays_open_for_its_owner(kind: Any) -> None:
    content = "employee_number,last_name\n1,Ŵyn\n".encode()
    upload: Any
    if kind is SimpleUploadedFile:
        upload = SimpleUploadedFile("staff.csv", content)
    else:
        upload = TemporaryUploadedFile("staff.csv", "text/csv", len(content), "utf-8")
        upload.write(content)
    for _ in range(2):
        with open_roster(upload, name="staff.csv") as file:
            assert [line.last_name for line in file.lines()] == ["Ŵyn"]
    assert not upload.closed


def test_reading_can_stop_early_and_start_again() -> None:
    file = opened("employee_number,last_name\n" + "1,Archer\n" * 2000)
    assert next(iter(file.lines())).last_name == "Archer"
    assert sum(1 for _ in file.lines()) == 2000


def test_memory_stays_flat_over_a_long_file() -> None:
    content = io.BytesIO(
        b"employee_number,last_name,work_email\n"
        + b"".join(b"%d,Archer,person%d@example.org\n" % (n, n) for n in range(60_000))
    )
    tracemalloc.start()
    count = sum(1 for _ in open_roster(content, name="x").lines())
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 60_000
    assert peak < 12_000_000
