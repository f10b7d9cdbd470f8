"""The staff lists that are known by their headings, and guesses for all others."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from learners.rosters.reading.columns import Column, heading_key


@dataclass(frozen=True)
class Shape:
    """A kind of file. `columns`: heading (by `heading_key`) to column; where two say the same, the earlier wins."""

    slug: str
    name: str
    columns: Mapping[str, Column] = field(repr=False)
    needs: Sequence[frozenset[str]] = field(default=(), repr=False)  # of each set, one heading must be there
    least: int = 2  # how many of its headings a file must have
    prn_flag: str = ""  # the heading of the column that says whether there is a registration number
    is_roster: bool = True
    headings: frozenset[str] = field(
        default=frozenset()
    )  # more by which it is known, and which are no columns
    what_it_is: str = ""  # said where a staff list is wanted and this is none

    def matched(self, keys: frozenset[str]) -> int:
        """How many headings of a file are known to this shape; 0 if the file has not what the shape needs."""
        if any(keys.isdisjoint(group) for group in self.needs):
            return 0
        count = len(keys & (self.headings | self.columns.keys()))
        return count if count >= self.least else 0


def _columns(**names: str) -> dict[str, Column]:
    return {heading_key(name): Column(column) for column, text in names.items() for name in text.split("|")}


CANONICAL = Shape(
    "canonical",
    "Staff list with our own headings",
    {heading_key(column): column for column in Column},
    needs=(frozenset({"lastname"}), frozenset({"workemail", "employeenumber"})),
)
ESR = Shape(
    "esr-staff-in-post",
    "ESR staff in post",
    _columns(
        employee_number="Employee Number|Employee No",
        assignment_number="Assignment Number|Assignment No",
        last_name="Last Name|Surname",
        first_name="First Name|Forename|Preferred Name",
        work_email="Work Email|Work Email Address|Email|Email Address|Work E-mail Address",
        department="Organisation|Organisation Name|Department|Org L6|Org L5|Org L4|Org L3",
        staff_group="Staff Group",
        job_role="Role|Job Role",
        position_title="Position Title|Position Name",
        manager_email="Supervisor Email|Supervisor Email Address|Manager Email|Manager Email Address",
        start_date="Latest Start Date|Latest Hire Date|Start Date",
        leaving_date="Termination Date|Actual Termination Date|Leaving Date",
        prn="Professional Registration Number|Professional Registration Num|Registration Number",
        active="Assignment Status|Status",
    ),
    needs=(
        frozenset({"employeenumber", "employeeno"}),
        frozenset({"lastname", "surname"}),
        frozenset(
            """assignmentstatus lateststartdate latesthiredate organisation organisationname orgl2 orgl3 orgl4 orgl5
            orgl6 positiontitle assignmentnumber""".split()
        ),
    ),
    least=4,
    headings=frozenset({"orgl2", "fte", "title"}),
)
COMPLIANCE = Shape(
    "esr-compliance",
    "ESR compliance and competency",
    {},
    needs=(frozenset({"competencyname", "competencename"}), frozenset({"datelastawarded", "expirydate"})),
    is_roster=False,
    headings=frozenset(
        """competencyname competencename competencelevel minrequirement essential expirydate compliancestatus
        description datestart datelastawarded lastupdatedby vpd""".split()
    ),
    what_it_is=(
        "This is a list of training that was done (ESR compliance and competency), not a list of staff. "
        "It does not say whose training it is. Export “staff in post” from ESR instead."
    ),
)
TIS = Shape(
    "tis-people",
    "TIS people (resident doctors)",
    _columns(
        last_name="Surname",
        first_name="Forenames|Forename",
        work_email="Email Address|Email",
        prn="GMC Number|GDC Number|Public Health Number",
        job_role="Role",
    ),
    needs=(frozenset({"tispersonid"}), frozenset({"surname"})),
    headings=frozenset({"tispersonid"}),
)
DLS = Shape(
    "dls-delegates",
    "Delegates of NHS England's Digital Learning Solutions",
    _columns(
        last_name="LastName", first_name="FirstName", work_email="EmailAddress", prn="PRN", active="Active"
    ),
    needs=(frozenset({"delegateid"}), frozenset({"lastname"})),
    prn_flag="hasprn",
    headings=frozenset({"delegateid", "jobgroupid", "hasprn"}),
)
SHAPES = (CANONICAL, ESR, COMPLIANCE, TIS, DLS)

_GUESSES = dict(ESR.columns) | _columns(
    employee_number="Payroll Number|Payroll No|Staff Number|Staff No|Staff ID|Employee ID|Emp No|Personnel Number",
    assignment_number="Post Number|Contract Number",
    first_name="Forename|Forenames|Given Name|Given Names|First Names|Firstname",
    last_name="Surname|Family Name",
    work_email="E-mail|E-mail Address|Mail|Work E-mail|NHS Email|NHSmail|Email (work)",
    org_ods_code="ODS Code|Organisation Code|Practice Code|Org Code|Provider Code",
    site_ods_code="Site Code|Site ODS",
    department="Team|Ward|Unit|Service|Directorate|Cost Centre Name",
    job_role="Job|Occupation",
    position_title="Job Title|Position|Post Title",
    manager_email="Line Manager Email|Line Manager E-mail|Supervisor E-mail|Manager E-mail",
    start_date="Date Started|Date of Joining|Joined|Hire Date|Start",
    leaving_date="End Date|Date Left|Leaver Date|Left|Contract End Date",
    prn="GMC Number|NMC PIN|NMC Number|HCPC Number|GPhC Number|GDC Number|Professional Number|PIN",
    active="Currently Employed|Employment Status|Is Active|Still working here",
)
GUESSES = _GUESSES | {heading_key(name): column for column in Column for name in (column, column.label)}


def recognise(headers: Sequence[str]) -> Shape | None:
    """The shape that knows most of these headings, if one has what it needs."""
    keys = frozenset(map(heading_key, headers))
    best = max(SHAPES, key=lambda shape: shape.matched(keys))
    return best if best.matched(keys) else None


def mapping_of(headers: Sequence[str], columns: Mapping[str, Column]) -> dict[int, Column]:
    """Which column stands where, as `columns` (heading to column) has it; its order, by which the earlier wins."""
    where: dict[str, int] = {}
    for index, header in enumerate(headers):
        where.setdefault(heading_key(header), index)
    return {where[key]: column for key, column in columns.items() if key in where}


def guess(headers: Sequence[str]) -> dict[int, Column]:
    """A first answer to which column is what, for a file of no known shape: one heading for each column."""
    seen: dict[Column, int] = {}
    for index, column in mapping_of(headers, GUESSES).items():
        seen.setdefault(column, index)
    return {index: column for column, index in seen.items()}
