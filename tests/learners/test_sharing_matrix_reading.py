"""What a file of lines says, and what it would change: without a database."""

import csv
import datetime
import io
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learners.rosters.reading.cells import clean
from learners.rosters.reading.delimited import Delimited
from learners.rosters.reading.refusal import FileRefused
from learners.sharing.matrix_csv import COLUMNS, EVERY_ROLE, Line, Reading, Words, read
from learners.sharing.matrix_plan import Outcome, plan
from learners.sharing.models import Visibility
from learners.sharing.selectors.matrix import file_row, plain_of, words_for
from learners.spreadsheets import csv_lines
from modules.models import InformationCategory, Role

TODAY = datetime.date(2026, 6, 15)
INFORMATION = [InformationCategory(name=name, slug=name.lower()) for name in ("Allergies", "Letters")]
ROLES = [Role(name=name, slug=name.lower()) for name in ("Nurse", "Doctor")]
WORDS = Words(
    information={each.slug: each.slug for each in INFORMATION},
    roles={each.slug: each.slug for each in ROLES} | {"every role": ""},
    hows={"live": "live", "from time to time": "periodic", "periodic": "periodic"},
)
GOOD = ["Allergies", "Nurse", "Live", "GP record", "01/05/2026", "", "10/06/2026"]


def reading(*rows: list[str], heading: Any = COLUMNS) -> Reading:
    return read([list(heading), *rows], WORDS, TODAY)


def row(**cells: str) -> list[str]:
    """A row in which nothing is wrong, but for these cells."""
    names = {name.replace(" ", "_"): at for at, name in enumerate(COLUMNS)}
    changed = list(GOOD)
    for name, text in cells.items():
        changed[names[name.removesuffix("_")]] = text
    return changed


def line(source: str = "GP record", first: int = 1, last: int | None = None, **more: Any) -> Line:
    """A line from a day of May to another."""
    days = {
        "starts_on": datetime.date(2026, 5, first),
        "ends_on": datetime.date(2026, 5, last) if last else None,
    }
    usual = {"information": "allergies", "role": "", "how": "live", "checked_on": datetime.date(2026, 5, 1)}
    return Line(**(usual | days | {"source": source} | more))


def test_a_row_is_read_whatever_its_case_and_spaces() -> None:
    (found,) = reading(["  aLLergies ", "", "", "GP   record", "2026-05-01", "31-May-2026", "1/6/26"]).lines
    assert found == Line(
        "allergies",
        "",
        "live",
        "GP record",
        datetime.date(2026, 5, 1),
        datetime.date(2026, 5, 31),
        datetime.date(2026, 6, 1),
    )


@pytest.mark.parametrize(
    ("wrong", "fault"),
    [
        ({"information": "Alergies"}, "Nobody knows the information “Alergies”"),
        ({"information": ""}, "“information” is empty"),
        ({"role": "Wizard"}, "Nobody knows the role “Wizard”"),
        ({"how": "sometimes"}, "Nobody knows the how “sometimes”"),
        ({"source": " "}, "“source” is empty: say where it comes from"),
        ({"source": "x" * 121}, "“source” is longer than 120 letters"),
        ({"from_": "soon"}, "“from” is no day: “soon”. Write it like 27/03/2026"),
        ({"from_": ""}, "“from” is empty: give a day like 27/03/2026"),
        ({"to": "30/04/2026"}, "“to” is before “from”"),
        ({"to": "30/02/2027"}, "“to” is no day: “30/02/2027”. Write it like 27/03/2026"),
        ({"checked_on": "16/06/2026"}, "“checked on” is still to come"),
        ({"checked_on": ""}, "“checked on” is empty: give a day like 27/03/2026"),
    ],
)
def test_a_mistake_is_named_with_its_row(wrong: dict[str, str], fault: str) -> None:
    found = reading(GOOD, row(**wrong))
    assert found.faults == [(3, fault)]


@pytest.mark.parametrize(
    ("second", "fault"),
    [
        (GOOD, "Row 2 says the same"),
        (row(from_="20/05/2026"), "Row 2 has the same source and days that overlap"),
        (row(role="Doctor"), None),
        (row(source="Letters of the trust"), None),
    ],
)
def test_rows_that_say_something_twice_are_refused(second: list[str], fault: str | None) -> None:
    assert reading(GOOD, second).faults == ([(3, fault)] if fault else [])


def test_one_may_follow_the_other() -> None:
    assert not reading(row(to="31/05/2026"), row(from_="01/06/2026")).faults
    assert reading(row(to="31/05/2026"), row(from_="31/05/2026")).faults


def test_a_long_line_hides_no_overlap_behind_a_short_one() -> None:
    rows = [row(from_="01/01/2026"), row(from_="02/01/2026", to="03/01/2026"), row(from_="01/06/2026")]
    assert [number for number, _ in reading(*rows).faults] == [3, 4]


def test_empty_rows_are_passed_over_and_a_cell_too_many_is_not() -> None:
    assert len(reading([], ["", " "], GOOD).lines) == 1
    assert reading([*GOOD, "", ""]).lines
    assert reading([*GOOD, "more"]).faults == [(2, "This row has more cells than there are columns")]


@pytest.mark.parametrize(
    ("heading", "message"),
    [
        ([], "Missing: information, source, from, checked on"),
        (["information", "from", "checked on"], "Missing: source"),
        ([*COLUMNS, "colour"], "Nobody knows the column “colour”"),
        ([*COLUMNS, "From"], "the same name"),
    ],
)
def test_a_file_that_is_none_of_ours_is_refused(heading: list[str], message: str) -> None:
    with pytest.raises(FileRefused, match=message):
        reading(heading=heading)


def test_the_end_of_time_is_no_last_day_and_nothing_begins_then() -> None:
    assert reading(row(to="31/12/4712")).lines[0].ends_on is None
    assert reading(row(from_="31/12/4712")).faults == [
        (2, "“from” is no day: “31/12/4712”. Write it like 27/03/2026")
    ]


def test_what_nobody_sees_in_a_cell_counts_for_nothing() -> None:
    (found,) = reading(row(information="\u200bAllergies\ufeff", source="GP\u00a0rec\u00adord")).lines
    assert (found.information, found.source) == ("allergies", "GP record")


def test_a_days_serial_of_excel_is_that_day() -> None:
    assert reading(row(from_="46143")).lines[0].starts_on == datetime.date(2026, 5, 1)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (line(first=1, last=5), line(first=5), True),
        (line(first=1, last=5), line(first=6), False),
        (line(first=6), line(first=1, last=5), False),
        (line(), line(first=9, last=10), True),
        (line(), line("Letters"), False),
        (line(), line(role="nurse"), False),
    ],
)
def test_lines_overlap_where_they_say_the_same_on_a_day(one: Line, other: Line, same: bool) -> None:
    assert one.overlaps(other) is other.overlaps(one) is same


def test_where_one_name_is_anothers_slug_it_is_a_name() -> None:
    one, other = InformationCategory(name="Letters", slug="a"), InformationCategory(name="B", slug="letters")
    assert words_for([one, other], []).information == {"a": "a", "letters": "a", "b": "letters"}


PAST, FUTURE = line(first=1, last=3), line(starts_on=datetime.date(2026, 7, 1))
PLANS = [
    ("nothing and nothing", {}, [], []),
    ("a new line", {}, [line()], [Outcome.ADDED]),
    ("the same line", {1: line()}, [line()], [Outcome.SAME]),
    ("checked again", {1: line()}, [line(checked_on=TODAY)], [Outcome.CHANGED]),
    ("begun on another day", {1: line()}, [line(first=9)], [Outcome.CHANGED]),
    ("not named any more", {1: line()}, [], [Outcome.ENDED]),
    ("another source", {1: line()}, [line("Letters")], [Outcome.ENDED, Outcome.ADDED]),
    ("over already", {1: PAST}, [], []),
    ("over already, and now open again", {1: PAST}, [line(first=1)], [Outcome.CHANGED]),
    ("not begun, and not named", {1: FUTURE}, [], [Outcome.ENDED]),
    ("ends today anyway", {1: line(ends_on=TODAY)}, [], [Outcome.SAME]),
]


@pytest.mark.parametrize(
    ("existing", "wanted", "outcomes"), [each[1:] for each in PLANS], ids=[each[0] for each in PLANS]
)
def test_a_plan_says_what_happens_to_each_line(
    existing: dict[int, Line], wanted: list[Line], outcomes: list[Outcome]
) -> None:
    assert [step.outcome for step in plan(existing, wanted, TODAY)] == outcomes


def test_what_ends_ends_today_and_what_has_not_begun_goes() -> None:
    (ended,), (gone,) = plan({1: line()}, [], TODAY), plan({1: FUTURE}, [], TODAY)
    assert ended.after is not None
    assert ended.after.ends_on == TODAY
    assert gone.after is None


words_of_a_source = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=100).filter(
    clean
)
names_of_terms = st.lists(
    words_of_a_source | st.sampled_from(["=1+1", "+44", "'@x", "Every way", 'Notes, "new"; old', "İstanbul"]),
    min_size=2,
    max_size=4,
    unique_by=lambda name: clean(name).casefold(),
).filter(
    lambda names: all(map(clean, names)) and EVERY_ROLE.casefold() not in map(str.casefold, map(clean, names))
)


def terms(model: Any, names: list[str]) -> Any:
    """A list as somebody may keep it, whose slugs are nobody's name."""
    return [model(name=name, slug=f"term--{number}--") for number, name in enumerate(names)]


@st.composite
def tables(draw: Any) -> tuple[list[Visibility], Words]:
    """Lines of lists that may hold anything, with how a file may call what is in them."""
    information, roles = (terms(model, draw(names_of_terms)) for model in (InformationCategory, Role))
    rows = st.builds(
        Visibility,
        information=st.sampled_from(information),
        role=st.sampled_from([None, *roles]),
        how=st.sampled_from(Visibility.How.values),
        source=words_of_a_source
        | st.sampled_from(["=1+1", "'=1+1", "''@x", "-", "' x", 'a "b", c;d', "@", "a\u200bb"]),
        starts_on=st.dates(datetime.date(1950, 1, 1), datetime.date(2090, 1, 1)),
        ends_on=st.none() | st.dates(datetime.date(2090, 1, 1), datetime.date(2100, 12, 31)),
        checked_on=st.dates(datetime.date(1950, 1, 1), TODAY),
    )
    found = draw(st.lists(rows, max_size=8, unique_by=lambda each: plain_of(each).about))
    return found, words_for(information, roles)


@given(tables(), st.sampled_from([",", ";", "\t"]), st.sampled_from(["\n", "\r\n"]))
def test_a_file_that_was_written_here_changes_nothing_whatever_excel_made_of_it(
    written: tuple[list[Visibility], Words], delimiter: str, end: str
) -> None:
    table, known = written
    text = "".join(csv_lines(COLUMNS, map(file_row, table)))
    cells = csv.reader(io.StringIO(text.removeprefix("\ufeff")))
    again = io.StringIO()
    csv.writer(again, delimiter=delimiter, lineterminator=end).writerows(cells)
    stream = Delimited(io.BytesIO(b"\xef\xbb\xbf" + again.getvalue().encode()))
    found = read(list(stream.rows(delimiter)), known, TODAY)
    assert not found.faults
    existing = {number: plain_of(each) for number, each in enumerate(table)}
    assert {step.outcome for step in plan(existing, found.lines, TODAY)} <= {Outcome.SAME}
    assert {Line.read(each.plain()) for each in found.lines} == set(existing.values())


@given(tables())
def test_no_cell_that_was_written_is_a_formula(written: tuple[list[Visibility], Words]) -> None:
    text = "".join(csv_lines(COLUMNS, map(file_row, written[0])))
    cells = [cell for each in csv.reader(io.StringIO(text.removeprefix("\ufeff"))) for cell in each]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
