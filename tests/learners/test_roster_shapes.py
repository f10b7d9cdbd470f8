"""Staff lists of each known shape are recognised by their headings, and read as the golden files say."""

import datetime
import json
from dataclasses import fields
from typing import Any

import pytest

from learners.organisations.models import StaffGroup
from learners.rosters.reading.columns import Column, heading_key
from learners.rosters.reading.compliance import awards, parse_competency
from learners.rosters.reading.file import FileRefused, RosterFile, open_roster
from learners.rosters.reading.heading import heading_of
from learners.rosters.reading.line import Line
from learners.rosters.reading.sensitive import looks_sensitive
from learners.rosters.reading.shapes import SHAPES, recognise
from learners.rosters.reading.staff_groups import GROUPS, is_unknown_group, staff_group
from tests.fakes.roster_files import GOLDEN, golden, golden_rows, stream, workbook

ROSTERS = ["canonical", "esr-staff-in-post", "tis-people", "dls-delegates", "elsewhere"]


def expected(name: str) -> dict[str, Any]:
    return json.loads((GOLDEN / f"{name}.json").read_text())


def said(line: Any) -> dict[str, Any]:
    """A line as the golden files have it: what it says, without what it leaves unsaid."""
    values = {f.name: getattr(line, f.name) for f in fields(line) if getattr(line, f.name) != f.default}
    return json.loads(json.dumps(values, default=str))


def agree(file: RosterFile, golden: dict[str, Any]) -> None:
    heading = file.heading
    assert (heading.shape.slug if heading.shape else None) == golden["shape"]
    assert (heading.row, heading.ignored, heading.sensitive) == (
        golden["row"],
        golden["ignored"],
        golden["sensitive"],
    )
    assert [said(line) for line in file.lines()] == golden["lines"]


@pytest.mark.parametrize("name", ROSTERS)
def test_a_golden_file_reads_as_it_should(name: str) -> None:
    agree(open_roster(golden(f"{name}.csv"), name=name), expected(name))


@pytest.mark.parametrize("name", ["canonical", "esr-staff-in-post", "tis-people", "dls-delegates"])
def test_the_same_list_from_excel_reads_the_same(name: str) -> None:
    rows = [[cell or None for cell in row] for row in golden_rows(f"{name}.csv")]
    with open_roster(workbook({"Staff": [row or [None] for row in rows]}), name=name) as file:
        agree(file, expected(name))
    assert file.heading.sheet == "Staff"


def test_every_line_of_the_golden_files_is_about_a_different_thing() -> None:
    assert {said["shape"] for said in map(expected, ROSTERS)} == {
        *(shape.slug for shape in SHAPES if shape.is_roster),
        None,
    }


def test_esr_compliance_is_recognised_and_is_no_staff_list() -> None:
    file = open_roster(golden("esr-compliance.csv"), name="training.csv")
    assert file.heading.shape
    assert not file.heading.shape.is_roster
    with pytest.raises(FileRefused, match="not a list of staff"):
        list(file.lines())


def test_esr_compliance_gives_awards_and_no_name_of_who_keyed_them_in() -> None:
    found = list(awards(open_roster(golden("esr-compliance.csv"), name="training.csv")))
    assert [
        said(award)
        | {"competency": [getattr(award.competency, f.name) for f in fields(award.competency)]}
        | {"faults": list(award.faults)}
        for award in found
    ] == expected("esr-compliance")["awards"]
    assert "SOMEBODYELSE" not in repr(found)


def test_awards_are_not_looked_for_in_a_staff_list() -> None:
    with pytest.raises(FileRefused, match="compliance"):
        next(awards(open_roster(golden("canonical.csv"), name="staff.csv")))


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("NHS|CSTF|Fire Safety - 2 Years|", ("NHS", "CSTF", "Fire Safety", 2)),
        ("457|LOCAL|Records - on paper - 1 Year|", ("457", "LOCAL", "Records - on paper", 1)),
        ("457|LOCAL|Twenty - many years|", ("457", "LOCAL", "Twenty - many years", None)),
        ("Just a title", ("", "", "Just a title", None)),
    ],
)
def test_a_competency_is_taken_apart(text: str, parts: tuple[Any, ...]) -> None:
    competency = parse_competency(text)
    assert (competency.owner, competency.framework, competency.title, competency.years) == parts


def test_headings_are_the_same_however_they_are_written() -> None:
    assert {heading_key(h) for h in ["last_name", "LastName", " Last Name* ", "LAST-NAME:"]} == {"lastname"}


def test_each_shape_is_recognised_from_its_own_headings() -> None:
    for shape in SHAPES:
        headers = sorted(shape.columns.keys() | shape.headings)
        assert recognise(headers) is shape


def test_headings_that_say_little_are_no_known_shape() -> None:
    assert recognise(["Name", "Email"]) is None
    assert recognise(["Product", "Price"]) is None
    assert recognise([]) is None


def test_where_several_columns_say_the_same_the_first_in_the_shapes_order_counts() -> None:
    text = (
        "Employee Number,Org L3,Last Name,Organisation,Assignment Number\n"
        "1,Medicine,Teacup,Ward 6,1\n2,Medicine,Cup,,2\n"
    )
    lines = list(open_roster(stream(text), name="x").lines())
    assert [line.department for line in lines] == ["Ward 6", "Medicine"]


def test_an_unknown_file_is_read_as_a_person_says() -> None:
    file = open_roster(stream("Enw;Cyfenw;Ebost\nAnn;Archer;ann@example.org\n"), name="x")
    assert file.heading.shape is None
    chosen = {0: Column.FIRST_NAME, 1: Column.LAST_NAME, 2: Column.WORK_EMAIL}
    assert (file.heading.ignored, file.heading.with_mapping(chosen).ignored) == (3, 0)
    assert list(file.lines(chosen)) == [
        Line(2, first_name="Ann", last_name="Archer", work_email="ann@example.org")
    ]


def test_a_choice_of_columns_that_the_file_has_not_is_refused() -> None:
    file = open_roster(golden("canonical.csv"), name="x")
    with pytest.raises(FileRefused, match="Choose them again"):
        list(file.lines({99: Column.LAST_NAME}))


def test_staff_groups_are_those_of_the_model() -> None:
    known = set(StaffGroup) - {StaffGroup.NOT_KNOWN}  # which a file says by saying nothing
    assert set(GROUPS.values()) == known
    assert {group: staff_group(group.label) for group in known} == {group: group for group in known}
    assert not any(is_unknown_group(text) for text in [StaffGroup.NOT_KNOWN.label, "N/A", "", *GROUPS])
    assert is_unknown_group("Wizards")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Add Prof Scientific and Technic", "scientific_technical"),
        ("NURSING & MIDWIFERY (REGISTERED)", "nursing"),
        ("allied_health", "allied_health"),
        ("Wizards", ""),
        ("", ""),
    ],
)
def test_a_staff_group_is_known_by_its_other_names(text: str, value: str) -> None:
    assert staff_group(text) == value


@pytest.mark.parametrize(
    "header",
    """NI Number|NINO|Date of Birth|DOB|Religious Belief|Ethnic Origin|Disability|Sexual Orientation|Gender|Sex|Visa
    Status|Nationality|Bank Account|Sort Code|Basic Salary|Home Address|Address Line 1|Post Code|Home Phone|Mobile|
    Sickness Days|Marital Status|Maternity|Next of Kin|NHS Number|Passport|Age|personal_email|DateOfBirth""".replace(
        "\n", " "
    ).split("|"),
)
def test_a_heading_that_sounds_private_is_counted(header: str) -> None:
    assert looks_sensitive(header)


@pytest.mark.parametrize(
    "header",
    "Email Address|Manager|Language|Assignment Number|Staff Group|Sussex|Package|Title|FTE|Unit|Banding|".split(
        "|"
    ),
)
def test_a_heading_that_does_not_is_not(header: str) -> None:
    assert not looks_sensitive(header)


def test_a_column_that_is_read_is_never_counted_as_ignored() -> None:
    heading = heading_of(tuple(Column))
    assert (heading.ignored, heading.sensitive, len(heading.mapping)) == (0, 0, len(Column))


def test_days_come_as_days() -> None:
    line = next(iter(open_roster(golden("canonical.csv"), name="x").lines()))
    assert line.start_date == datetime.date(2024, 9, 1)
