"""What cells mean: dates, numbers, names, addresses, and words for working here."""

import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learners.rosters.reading.cells import NO_VALUE, Unclear, clean, judge_of
from learners.rosters.reading.columns import Column
from learners.rosters.reading.dates import parse_date
from learners.rosters.reading.plain import plain_values_of

MAY_DAY = datetime.date(2026, 5, 1)


def value(column: Column, text: str) -> Any:
    return judge_of(column)(text)


@pytest.mark.parametrize(
    "text",
    """01/05/2026|1/5/2026|1/5/26|01-May-2026|01-MAY-26|1 May 2026|1 may 26|2026-05-01|2026/05/01|2026/05/01 00:00:00|
    2026-05-01T08:30:00|2026-05-01T08:30:00.123Z|01.05.2026|01/05/2026 09:30|46143|46143.5|01-05-2026""".replace(
        "\n    ", ""
    ).split("|"),
)
def test_a_day_is_read_however_it_is_written(text: str) -> None:
    assert value(Column.START_DATE, text) == MAY_DAY


@pytest.mark.parametrize(
    ("text", "year"), [("01-Jan-00", 2000), ("01-Jan-49", 2049), ("01-Jan-50", 1950), ("01-Jan-99", 1999)]
)
def test_two_figures_of_a_year_mean_what_they_mean_in_esr(text: str, year: int) -> None:
    assert parse_date(text) == datetime.date(year, 1, 1)


@pytest.mark.parametrize(
    "text",
    [
        "31/02/2026",
        "12/31/2026",
        "29/02/2025",
        "01/01/0026",
        "2026",
        "May",
        "00/00/0000",
        "01/Foo/2026",
        "soon",
        "99999999",
        "1234",
        "\u0660\u0661/\u0660\u0665/\u0662\u0660\u0662\u0666",
        "01/05-2026",
        "2026-05-01 nonsense",
        "01/01/9999",
        "-46143",
    ],
)
def test_a_day_that_cannot_be_is_said_to_be_none(text: str) -> None:
    with pytest.raises(Unclear, match=r"^Start date “.*” is no date.$"):
        value(Column.START_DATE, text)


@pytest.mark.parametrize("text", ["", " ", "-", "N/A", "31-Dec-4712", "31/12/4712"])
def test_no_day_is_no_fault(text: str) -> None:
    assert value(Column.LEAVING_DATE, text) is None


@given(st.dates(min_value=datetime.date(1900, 1, 1), max_value=datetime.date(2100, 12, 31)))
def test_every_day_is_read_back(day: datetime.date) -> None:
    written = (f"{day:%d/%m/%Y}", f"{day:%d-%b-%Y}", day.isoformat(), f"{day:%Y/%m/%d} 00:00:00")
    assert {parse_date(text) for text in written} == {day}


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("00012345", "00012345"),
        ("12345678.0", "12345678"),
        (" 12 ", "12"),
        ("AB-12/3", "AB-12/3"),
        ("n/a", ""),
    ],
)
def test_a_number_keeps_its_figures(text: str, number: str) -> None:
    assert value(Column.EMPLOYEE_NUMBER, text) == number


@pytest.mark.parametrize("text", ["1.23E+07", "1E+07", "x" * 31, "#REF!", NO_VALUE])
def test_a_number_that_has_lost_its_figures_is_a_fault(text: str) -> None:
    with pytest.raises(Unclear, match=r"^Employee number "):
        value(Column.EMPLOYEE_NUMBER, text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("  Mary   Ann ", "Mary Ann"),
        ("O’Hara-Jones", "O’Hara-Jones"),  # noqa: RUF001
        ("Sia\u0302n", "Siân"),
        ("\u202eevil\u202c", "evil"),
        ("Ann\x07\u200b", "Ann"),
        ("Ann\u00a0Lee", "Ann Lee"),
        (
            "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
            "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
        ),
        ("-", ""),
        ("Null", "Null"),
        ("Na", "Na"),
    ],
)
def test_a_name_is_kept_as_it_is_spelt_without_what_nobody_sees(text: str, name: str) -> None:
    assert value(Column.LAST_NAME, text) == name


@pytest.mark.parametrize(
    "text", ["=1+1", "+cmd|' /C calc'!A0", "@SUM(A1)", "-2+3(A1)", "12", "#N/A", "x" * 151]
)
def test_what_is_no_name_is_a_fault(text: str) -> None:
    with pytest.raises(Unclear, match=r"^Last name "):
        value(Column.LAST_NAME, text)


def test_other_text_may_begin_like_a_formula_for_exports_guard_theirs() -> None:
    assert value(Column.JOB_ROLE, "=not run") == "=not run"


@pytest.mark.parametrize(
    ("text", "email"),
    [
        (" Ann.B@Example.ORG ", "ann.b@example.org"),
        ("mailto:a@b.nhs.uk", "a@b.nhs.uk"),
        ("o'h@x.org", "o'h@x.org"),
        ("None", ""),
        ("-", ""),
    ],
)
def test_an_address_is_lower_case(text: str, email: str) -> None:
    assert value(Column.WORK_EMAIL, text) == email


@pytest.mark.parametrize(
    "text",
    [
        "ann",
        "ann@",
        "@x.org",
        "a@x",
        "a b@x.org",
        "a@x.org; b@x.org",
        "a@@x.org",
        ".a@x.org",
        "a..b@x.org",
        "a@-x.org",
        "a@x..org",
        "ann@exämple.org",
        f"{'a' * 250}@x.org",
        "a@x.org\n,b",
    ],
)
def test_what_is_no_address_is_a_fault(text: str) -> None:
    with pytest.raises(Unclear, match="is no e-mail address"):
        value(Column.WORK_EMAIL, text)


def test_ods_codes_are_upper_case_and_of_any_lawful_shape() -> None:
    assert [value(Column.ORG_ODS_CODE, text) for text in ["rxx", "a1b2c", "demo-abc", ""]] == [
        "RXX",
        "A1B2C",
        "DEMO-ABC",
        "",
    ]
    for text in ["R", "R-X", "ABCDEFGHIJK", "R X"]:
        with pytest.raises(Unclear, match="ODS code"):
            value(Column.ORG_ODS_CODE, text)


@pytest.mark.parametrize(
    "text",
    "Y|yes|TRUE|1|Active|Active Assignment|Maternity & Adoption|Acting Up|Suspend Assignment|".split("|"),
)
def test_who_is_away_for_a_while_still_works_here(text: str) -> None:
    assert value(Column.ACTIVE, text) is True


@pytest.mark.parametrize(
    "text",
    "N|no|FALSE|0|Inactive|Ended|Terminate Assignment|Inactive Not Worked".split("|"),
)
def test_who_has_left_does_not(text: str) -> None:
    assert value(Column.ACTIVE, text) is False


@pytest.mark.parametrize("text", ["12", "a b c d e", "x" * 21, "12345!"])
def test_a_registration_number_has_its_shape(text: str) -> None:
    with pytest.raises(Unclear, match="5 to 20"):
        value(Column.PRN, text)


def test_a_long_cell_is_not_quoted_whole() -> None:
    with pytest.raises(Unclear) as caught:
        value(Column.JOB_ROLE, "x" * 5000)
    assert len(str(caught.value)) < 120


ODD = st.text("aZé0 1-/.@'’=\n\t\u202eE+", max_size=12)  # noqa: RUF001
LIKELY = st.sampled_from(
    [
        "ann",
        "ann@x.org",
        "A.B@X.NHS.UK",
        "12",
        "007",
        "12A3456B",
        "01/02/2026",
        "31/02/2026",
        "",
        " ",
        "O'Hara",
        "a  b",
        "Ann ",
        "none",
        "NA",
        "na1234",
        "1/2",
        "12.0",
        "1E5",
        "D-",
        "-D",
        "a\nb",
        "01/02/2026\n03/04/2026",
    ]
)


@given(column=st.sampled_from(Column), texts=st.lists(ODD | LIKELY, min_size=1, max_size=4))
def test_the_quick_way_says_what_the_slow_way_says(column: Column, texts: list[str]) -> None:
    quick = plain_values_of(column)(texts)
    assert quick is None or list(quick) == [value(column, text) for text in texts]


def test_the_quick_way_is_taken_by_plain_columns() -> None:
    plain = {
        Column.EMPLOYEE_NUMBER: ["12345678", "001", ""],
        Column.LAST_NAME: ["O'Hara", "Ŵyn", "Mary Ann"],
        Column.WORK_EMAIL: ["A.B@x.nhs.uk", ""],
        Column.START_DATE: ["01/02/2026", ""],
        Column.PRN: ["18A1234E", "0000001"],
    }
    assert all(plain_values_of(column)(texts) is not None for column, texts in plain.items())


@given(st.text())
def test_cleaning_twice_changes_no_more(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(st.sampled_from(Column), st.text())
def test_no_cell_breaks_its_judge(column: Column, text: str) -> None:
    fault = ""
    try:
        value(column, text)
    except Unclear as why:
        fault = str(why)
    assert not fault or fault.startswith(column.label)
