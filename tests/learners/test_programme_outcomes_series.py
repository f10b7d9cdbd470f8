"""Monthly figures: what a file says, what it would change, and where the points lie."""

import datetime
from decimal import Decimal

import pytest

from learners.programme.series import (
    Change,
    Point,
    drawing,
    fingerprint,
    month_of,
    moving,
    plan,
    read,
    value_of,
    written,
)

TODAY = datetime.date(2026, 11, 30)
MARCH, APRIL, MAY = (datetime.date(2026, number, 1) for number in (3, 4, 5))


@pytest.mark.parametrize(
    "words",
    [
        "2026-03",
        "2026-3",
        "2026-03-01",
        "01/03/2026",
        "03/2026",
        "Mar-26",
        "mar 2026",
        "March 2026",
        " 2026-03 ",
    ],
)
def test_a_month_is_read_however_a_spreadsheet_writes_it(words: str) -> None:
    assert month_of(words) == MARCH


@pytest.mark.parametrize(
    "words", ["", "2026", "2026-13", "2026-00", "15/03/2026", "March", "Foo-26", "26-03-01"]
)
def test_what_is_no_month_is_none(words: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        month_of(words)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("12.5", "12.5"),
        ("12", "12"),
        ("0", "0"),
        ("-3.25", "-3.25"),
        ("'-3.25", "-3.25"),
        ("7.10", "7.1"),
        ("5.", "5"),
    ],
)
def test_a_number_is_read(words: str, value: str) -> None:
    assert value_of(words) == Decimal(value)


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("1,5", "is not a number like 1234.5"),
        ("12%", "Leave out the % sign"),
        ("\u22123", "is not a number"),
        ("1 234", "is not a number"),
        (".5", "is not a number"),
        ("n/a", "is not a number"),
        ("1e9", "is not a number"),
        ("NaN", "is not a number"),
        ("1.234", "more than two decimal places"),
        ("10000000000", "too large"),
        ("9" * 40, "too large"),
    ],
)
def test_what_is_no_number_says_so(words: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        value_of(words)


def test_nothing_is_a_gap_and_no_zero() -> None:
    assert value_of("  ") is None
    lines, faults = read("month,value\n2026-03,\n2026-04,0\n", TODAY)
    assert [(line.month, line.value) for line in lines] == [(MARCH, None), (APRIL, Decimal(0))]
    assert faults == []


def test_every_wrong_line_is_named_with_its_number() -> None:
    text = "month,value\n2026-03,12\nlater,5\n2026-04,many\n\n2026-03,13\n2027-01,1\n1999-12,1\n2026-05,1,2\n"
    lines, faults = read(text, TODAY)
    assert [line.month for line in lines] == [MARCH]
    assert [str(fault) for fault in faults] == [
        "Line 3: “later” is not a month. Write it like 2026-03",
        "Line 4: “many” is not a number like 1234.5",
        "Line 6: March 2026 stands in line 2 already",
        "Line 7: January 2027 is still to come",
        "Line 8: 1999-12 is too long ago",
        "Line 9: there is more here than a month and a value",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "2026-03;12.5",
        "2026-03\t12.5",
        "\ufeffMonth,Value\r\n2026-03,12.5\r\n",
        '"2026-03","12.5"',
        "2026-03,12.5,,",
    ],
)
def test_files_of_other_programs_are_read(text: str) -> None:
    lines, faults = read(text, TODAY)
    assert faults == []
    assert [(line.month, line.value) for line in lines] == [(MARCH, Decimal("12.5"))]


@pytest.mark.parametrize("by", [";", "\t"])
def test_a_decimal_comma_is_told_as_that_and_not_taken_for_a_new_column(by: str) -> None:
    lines, faults = read(f"2026-03{by}1,5\n2026-04{by}2.5", TODAY)
    assert [str(fault) for fault in faults] == ["Line 1: “1,5” is not a number like 1234.5"]
    assert [line.month for line in lines] == [APRIL]


def test_a_plan_says_what_becomes_of_each_month_it_names() -> None:
    lines, _ = read("2026-05,7\n2026-03,12.50\n2026-04,", TODAY)
    found = plan(lines, {MARCH: Decimal("12.5"), APRIL: Decimal(3)})
    assert [(each.month, each.words) for each in found] == [
        (MARCH, "Stays"),
        (APRIL, "Taken away"),
        (MAY, "New"),
    ]
    assert [each.month for each in moving(found)] == [APRIL, MAY]
    assert Change(MARCH, Decimal(1), Decimal(2)).words == "Changed"


def test_plans_that_differ_have_different_fingerprints() -> None:
    lines, _ = read("2026-05,7", TODAY)
    same = fingerprint(plan(lines, {MARCH: Decimal(1)}))
    assert same == fingerprint(plan(lines, {}))
    assert same != fingerprint(plan(lines, {MAY: Decimal(6)}))


def test_the_file_that_is_written_changes_nothing_when_it_is_read() -> None:
    known = {MARCH: Decimal("12.50"), MAY: Decimal("-100.00")}
    rows = list(written(known))
    assert rows == [("2026-03", "12.5"), ("2026-04", ""), ("2026-05", "-100")]
    lines, faults = read("\n".join(",".join(row) for row in rows), TODAY)
    assert faults == []
    assert moving(plan(lines, known)) == []
    assert list(written({})) == []


def test_a_line_breaks_where_there_is_no_figure() -> None:
    values = [Decimal(0), Decimal(10), None, Decimal(5), None, Decimal(10), Decimal(10)]
    found = drawing(values, low=Decimal(0), high=Decimal(10), levels=[Decimal(5)])
    assert len(found.points) == 5
    assert len(found.lines) == 2  # the month alone is a point
    assert found.points[0] == Point(12, 108)
    assert found.points[1].y == 12
    assert found.points[-1].x == 308
    assert found.levels == [60]


def test_one_month_and_equal_figures_can_be_drawn() -> None:
    found = drawing([Decimal(4)], low=Decimal(4), high=Decimal(4))
    assert found.points == [Point(12, 60)]
    assert found.lines == []
