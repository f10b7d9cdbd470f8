"""One row of a staff list, clean."""

import datetime
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """What one row says of a person's post. Text is "" where the file says nothing.

    `number` is the row as Excel shows it. E-mail addresses are lower case, ODS codes upper case; `staff_group` is the
    value of a StaffGroup, or "" with the file's own words in `unknown_staff_group`. Each of `faults` is a sentence
    for the person who keeps the list; a line that has one is not to be applied.
    """

    number: int
    employee_number: str = ""
    assignment_number: str = ""
    first_name: str = ""
    last_name: str = ""
    work_email: str = ""
    org_ods_code: str = ""
    site_ods_code: str = ""
    department: str = ""
    staff_group: str = ""
    job_role: str = ""
    position_title: str = ""
    manager_email: str = ""
    prn: str = ""
    start_date: datetime.date | None = None
    leaving_date: datetime.date | None = None
    active: bool = True
    faults: tuple[str, ...] = ()
    unknown_staff_group: str = ""
