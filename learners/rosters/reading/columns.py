"""The columns that a staff list may have here. What is not named here is never read."""

from enum import StrEnum


class Column(StrEnum):
    """One thing that a staff list may tell about a person's post."""

    EMPLOYEE_NUMBER = "employee_number"
    ASSIGNMENT_NUMBER = "assignment_number"
    FIRST_NAME = "first_name"
    LAST_NAME = "last_name"
    WORK_EMAIL = "work_email"
    ORG_ODS_CODE = "org_ods_code"
    SITE_ODS_CODE = "site_ods_code"
    DEPARTMENT = "department"
    STAFF_GROUP = "staff_group"
    JOB_ROLE = "job_role"
    POSITION_TITLE = "position_title"
    MANAGER_EMAIL = "manager_email"
    START_DATE = "start_date"
    LEAVING_DATE = "leaving_date"
    PRN = "prn"
    ACTIVE = "active"

    @property
    def label(self) -> str:
        """What people call it."""
        return _LABELS.get(self) or self.value.replace("_", " ").capitalize()


_LABELS = {
    Column.WORK_EMAIL: "Work e-mail",
    Column.ORG_ODS_CODE: "Organisation's ODS code",
    Column.SITE_ODS_CODE: "Site's ODS code",
    Column.MANAGER_EMAIL: "Manager's e-mail",
    Column.PRN: "Professional registration number",
    Column.ACTIVE: "Still working here",
}


def heading_key(header: str) -> str:
    """What makes two headings the same: “Last_Name *”, “LastName” and “last name” are `lastname`."""
    return "".join(filter(str.isalnum, header.casefold()))
