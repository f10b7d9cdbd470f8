"""ESR's export of compliance and competency: training that somebody did, elsewhere or before.

A trap, known from real files: “Last Updated By” names who keyed the award in, who is often not the learner. So
nobody's name is read here. Some files say whose award it is by the employee's or the assignment's number; for others,
whoever imports awards says whose they are.
"""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from learners.rosters.reading.cells import NO_VALUE, clean
from learners.rosters.reading.columns import heading_key
from learners.rosters.reading.dates import END_OF_TIME, parse_date
from learners.rosters.reading.file import RosterFile
from learners.rosters.reading.refusal import FileRefused
from learners.rosters.reading.shapes import COMPLIANCE

_READ = {
    "competencyname": "competency",
    "competencename": "competency",
    "competencelevel": "level",
    "datestart": "started_on",
    "datelastawarded": "awarded_on",
    "expirydate": "expires_on",
    "compliancestatus": "status",
    "vpd": "vpd",
    "employeenumber": "employee_number",
    "employeeno": "employee_number",
    "assignmentnumber": "assignment_number",
    "assignmentno": "assignment_number",
}
_DATES = {"started_on": "Date Start", "awarded_on": "Date Last Awarded", "expires_on": "Expiry Date"}
_MET = frozenset("compliant met yes y green achieved".split())


@dataclass(frozen=True, slots=True)
class Competency:
    """What `NHS|CSTF|Fire Safety - 2 Years|` says.

    Who set it (`NHS`, or an employer's VPD number), in which framework, its title, and for how many years it holds;
    None: it says nothing of years.
    """

    owner: str
    framework: str
    title: str
    years: int | None


@dataclass(frozen=True, slots=True)
class Award:
    """One row: a competency, and from when until when somebody has it. `vpd` is the number of the employer in ESR.

    The numbers say whose it is, where the file has them.
    """

    number: int
    competency: Competency
    level: str
    status: str
    met: bool
    awarded_on: datetime.date | None
    started_on: datetime.date | None
    expires_on: datetime.date | None
    vpd: str
    employee_number: str = ""
    assignment_number: str = ""
    faults: tuple[str, ...] = ()


def parse_competency(text: str) -> Competency:
    """Take a competency's name apart. A name with no bars in it is a title."""
    parts = [part.strip() for part in clean(text).split("|")]
    owner, framework, title = (
        (*parts[:2], "|".join(parts[2:]).rstrip("| ")) if len(parts) > 2 else ("", "", text)
    )
    name, dash, length = clean(title).rpartition(" - ")
    count, _, unit = length.partition(" ")
    if dash and count.isascii() and count.isdigit() and unit.lower() in {"year", "years"}:
        return Competency(owner, framework, name, int(count))
    return Competency(owner, framework, clean(title), None)


def awards(file: RosterFile) -> Iterator[Award]:
    """The awards that a file lists. Raises FileRefused if it is no such file."""
    if file.heading.shape is not COMPLIANCE:
        raise FileRefused("This is not ESR's list of compliance and competency.")
    places: dict[str, int] = {}
    for index, header in enumerate(file.heading.headers):
        field = _READ.get(heading_key(header))
        if field:
            places.setdefault(field, index)
    for numbers, rows, odd in file.picked(tuple(places.values())):
        for number, row in zip(numbers, rows, strict=True):
            if any(map(str.strip, row)):
                yield _award(number, dict(zip(places, row, strict=True)))
        for line in odd:
            yield _award(line.number, {}, line.faults)


def _award(number: int, cells: Mapping[str, str], already: Sequence[str] = ()) -> Award:
    faults = list(already)
    dates = {field: _date(cells.get(field, ""), heading, faults) for field, heading in _DATES.items()}
    competency = parse_competency(cells.get("competency", ""))
    if not competency.title and not already:
        faults.append("Competency Name is missing.")
    texts = ("status", "level", "vpd", "employee_number", "assignment_number")
    status, level, vpd, employee, assignment = (clean(cells.get(field, "")) for field in texts)
    return Award(
        number,
        competency,
        level=level,
        status=status,
        met=status.casefold() in _MET,
        vpd=vpd,
        employee_number=employee,
        assignment_number=assignment,
        faults=tuple(faults),
        **dates,
    )


def _date(cell: str, heading: str, faults: list[str]) -> datetime.date | None:
    text = clean(cell)
    date = parse_date(text)
    if NO_VALUE in cell:
        faults.append(f"{heading} is a formula that was saved without its result.")
    elif text and date is None:
        faults.append(f"{heading} “{text[:40]}” is no date.")
    return None if date == END_OF_TIME else date
