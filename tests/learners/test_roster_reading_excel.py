"""Excel files: days, numbers, formulas and sheets as Excel writes them."""

import datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from learners.rosters.reading.columns import Column
from learners.rosters.reading.file import RosterFile, open_roster
from learners.rosters.reading.line import Line
from tests.fakes.roster_files import HEADER, Formula, csv_of, excel, excel_parts, row_of, workbook

HEADINGS = ["Employee Number", "Last Name", "Start Date", "Job Role"]


def lines(**sheets: Any) -> list[Line]:
    return list(opened(**sheets).lines())


def opened(**sheets: Any) -> RosterFile:
    return open_roster(workbook(sheets), name="staff.xlsx")


def lines_of_cells(cells: str, **parts: Any) -> list[Line]:
    """Of a sheet whose headings are in row 1, as Excel writes it."""
    content = excel_parts(row_of(1, *HEADINGS) + cells, **parts)
    return list(open_roster(excel(content), name="staff.xlsx").lines())


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        (12345678, "12345678"),
        (12345678.0, "12345678"),
        ("00012345", "00012345"),
        (12.5, "12.5"),
        (1e7, "10000000"),
    ],
)
def test_a_number_is_what_people_see(cell: Any, number: str) -> None:
    assert lines(Staff=[HEADINGS, [cell, "Archer"]])[0].employee_number == number


@pytest.mark.parametrize(
    "cell",
    [
        datetime.date(2026, 5, 1),
        datetime.datetime(2026, 5, 1, 9, 30),  # noqa: DTZ001
        46143,
        46143.25,
        "01/05/2026",
        "01-May-26",
    ],
)
def test_a_day_is_one_however_the_cell_holds_it(cell: Any) -> None:
    assert lines(Staff=[HEADINGS, [1, "Archer", cell]])[0].start_date == datetime.date(2026, 5, 1)


def test_days_are_counted_from_where_the_workbook_says() -> None:
    cells = '<row r="2"><c r="A2"><v>1</v></c><c r="B2" t="str"><v>Archer</v></c><c r="C2" s="1"><v>44681</v></c></row>'
    assert lines_of_cells(cells, date1904=True)[0].start_date == datetime.date(2026, 5, 1)


def test_a_day_beyond_all_days_is_a_fault() -> None:
    cells = '<row r="2"><c r="A2"><v>1</v></c><c r="B2" t="str"><v>Archer</v></c><c r="C2" s="1"><v>1e99</v></c></row>'
    assert lines_of_cells(cells)[0].faults == ("Start date “1e99” is no date.",)


def test_a_formula_that_was_saved_without_its_result_is_a_fault() -> None:
    [line] = lines(Staff=[HEADINGS, [1, "Archer", Formula("=TODAY()"), Formula("=A1")]])
    assert set(line.faults) == {
        "Start date is a formula that was saved without its result.",
        "Job role is a formula that was saved without its result.",
    }


def test_a_formula_with_its_result_is_the_result() -> None:
    [line] = lines_of_cells(
        '<row r="2"><c r="A2"><f>40+2</f><v>42</v></c><c r="B2" t="str"><f>UPPER("x")</f><v>ARCHER</v></c>'
        '<c r="D2" t="str"><f>IF(1,"")</f><v></v></c></row>'
    )
    assert line == Line(2, employee_number="42", last_name="ARCHER")


def test_what_excel_shows_for_a_failed_formula_is_a_fault() -> None:
    [line] = lines_of_cells('<row r="2"><c r="A2"><v>1</v></c><c r="B2" t="e"><v>#REF!</v></c></row>')
    assert line.faults == ("Last name “#REF!” is what a spreadsheet shows when a formula fails.",)


def test_shared_texts_keep_their_pieces_and_leave_out_how_they_are_spoken() -> None:
    strings = ["Archer", "<r><t>Staff </t></r><r><t>nurse</t></r><rPh><t>spoken</t></rPh>", "line_x000D_end"]
    [one, two] = lines_of_cells(
        '<row r="2"><c r="A2"><v>1</v></c><c r="B2" t="s"><v>0</v></c><c r="D2" t="s"><v>1</v></c></row>'
        '<row r="9"><c><v>2</v></c><c t="s"><v>0</v></c><c r="D9" t="s"><v>2</v></c></row>',
        strings=strings,
    )
    assert (one.number, one.job_role) == (2, "Staff nurse")
    assert (two.number, two.employee_number, two.job_role) == (9, "2", "line end")


def test_words_for_true_and_false_are_read() -> None:
    found = lines(
        Staff=[["employee_number", "last_name", "active"], [1, "Archer", True], [2, "Bright", False]]
    )
    assert [line.active for line in found] == [True, False]


def test_the_first_sheet_with_known_headings_is_taken_and_told() -> None:
    file = opened(
        Notes=[["Read me", "first"]], Staff=[["As at May"], HEADINGS, [1, "Archer"]], More=[HEADINGS]
    )
    assert (file.heading.sheet, file.heading.row) == ("Staff", 2)
    assert [line.number for line in file.lines()] == [3]


def test_a_hidden_sheet_is_not_read() -> None:
    rows: list[Any] = [HEADINGS, [1, "Archer"]]
    file = open_roster(workbook({"Old": rows, "Now": [*rows, [2, "Bright"]]}, hidden=["Old"]), name="x")
    assert file.heading.sheet == "Now"


def test_rows_and_cells_that_are_left_out_are_empty() -> None:
    found = lines(Staff=[HEADINGS, [1, "Archer", None, "Nurse"], [], [2, "Bright"]])
    assert [(line.number, line.job_role) for line in found] == [(2, "Nurse"), (4, "")]


def test_cells_beyond_the_headings_are_nobodys_business() -> None:
    [line] = lines(Staff=[HEADINGS, [1, "Archer", None, "Nurse", "secret"]])
    assert not line.faults
    assert "secret" not in repr(line)


TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=15)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(st.integers(1, 10**9), TEXTS, TEXTS), max_size=5))
def test_any_table_reads_back_as_the_same_list_in_csv(rows: list[tuple[int, str, str]]) -> None:
    names: list[Any] = [Column.EMPLOYEE_NUMBER, Column.LAST_NAME, Column.JOB_ROLE]
    table: list[Any] = [names, *rows]
    from_excel = list(open_roster(workbook({"Staff": table}), name="x").lines())
    from_csv = list(open_roster(csv_of([names, *[(str(n), a, b) for n, a, b in rows]]), name="x").lines())
    assert from_excel == from_csv


def test_the_header_of_the_fakes_is_of_a_known_kind() -> None:
    file = open_roster(workbook({"Staff": [HEADER, ["1", "Archer", "Ann", "a@x.org", "secret"]]}), name="x")
    assert (file.heading.ignored, file.heading.sensitive) == (1, 1)


def test_about_how_many_rows_there_are_is_told_where_the_sheet_says_so() -> None:
    rows = [["As at May"], HEADINGS, [1, "Archer"], [2, "Bright"]]
    assert opened(Staff=rows).total == 2
    assert open_roster(excel(excel_parts(row_of(1, *HEADINGS))), name="x").total is None


def test_a_file_is_read_as_often_as_one_likes() -> None:
    file = opened(Staff=[HEADINGS, [1, "Archer"]])
    assert list(file.lines()) == list(file.lines()) != []
