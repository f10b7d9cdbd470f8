"""Forms of administrators who bring a staff list in."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms

from learners.forms import LearnerForm
from learners.rosters.reading.columns import Column
from modules.models import Role

LABELS = {
    Column.EMPLOYEE_NUMBER: "Employee number",
    Column.ASSIGNMENT_NUMBER: "Assignment number",
    Column.FIRST_NAME: "First name",
    Column.LAST_NAME: "Last name",
    Column.WORK_EMAIL: "Work e-mail address",
    Column.ORG_ODS_CODE: "Organisation's ODS code",
    Column.SITE_ODS_CODE: "Site's ODS code",
    Column.DEPARTMENT: "Team or department",
    Column.STAFF_GROUP: "Staff group",
    Column.JOB_ROLE: "Job role",
    Column.POSITION_TITLE: "Job title",
    Column.MANAGER_EMAIL: "Manager's e-mail address",
    Column.START_DATE: "First day",
    Column.LEAVING_DATE: "Last day",
    Column.PRN: "Professional registration number",
    Column.ACTIVE: "Still works here (yes or no)",
}


class ListForm(LearnerForm):
    """A file, and whether it lists everybody."""

    file = forms.FileField(
        label="Staff list",
        help_text=(
            "A CSV or Excel file (.xlsx) of up to 50 MB. Nothing is changed before you have seen what would happen."
        ),
        error_messages={"required": "Choose the file of your staff list.", "empty": "This file is empty."},
    )
    is_whole = forms.BooleanField(
        label="The list names everybody who works here",
        help_text=(
            "People with an employee number who are not on the list then count as having left. If you are not "
            "sure, leave this empty."
        ),
        required=False,
    )


class ColumnsForm(ListForm):
    """A file whose columns nobody knows yet: one choice for each of its headers."""

    def __init__(self, *args: Any, headers: Sequence[str], guess: dict[int, Column], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", "Do not read this column"), *((column.value, LABELS[column]) for column in Column)]
        self._names = [f"column_{number}" for number in range(len(headers))]
        for number, header in enumerate(headers):
            self.fields[self._names[number]] = forms.ChoiceField(
                label=header or f"Column {number + 1}",
                choices=choices,
                required=False,
                initial=guess[number].value if number in guess else "",
            )
        self.order_fields([*self._names, "file", "is_whole"])

    def clean(self) -> dict[str, Any]:
        """Refuse two columns for one thing, and a choice by which nobody could be found."""
        cleaned = super().clean() or {}
        chosen: dict[str, str] = {}
        for name in self._names:
            column = cleaned.get(name)
            if column and column in chosen:
                self.add_error(name, f"Two columns cannot both be “{LABELS[Column(column)]}”.")
            elif column:
                chosen[column] = name
        if not {Column.EMPLOYEE_NUMBER, Column.WORK_EMAIL} & set(chosen):
            raise forms.ValidationError(
                "Choose the column with the employee number, or with the work e-mail address."
            )
        if Column.LAST_NAME not in chosen:
            raise forms.ValidationError("Choose the column with the last name.")
        return cleaned

    def mapping(self) -> dict[int, Column]:
        """The number of each column that is read, and what it is."""
        chosen = ((number, self.cleaned_data[name]) for number, name in enumerate(self._names))
        return {number: Column(column) for number, column in chosen if column}


class TitlesForm(LearnerForm):
    """Which role each job title stands for."""

    def __init__(self, *args: Any, titles: Iterable[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._titles = list(titles)
        for number, title in enumerate(self._titles):
            self.fields[f"title_{number}"] = forms.ModelChoiceField(
                Role.objects.exclude(slug="not-known"),
                label=title,
                required=False,
                empty_label="Not decided: shows what is for everybody",
            )

    def roles(self) -> dict[str, Role]:
        """The titles that were decided on."""
        chosen = {title: self.cleaned_data[f"title_{number}"] for number, title in enumerate(self._titles)}
        return {title: role for title, role in chosen.items() if role}


class ConfirmForm(LearnerForm):
    """Says that somebody has looked."""

    looked = forms.BooleanField(
        label="I have looked at what will happen",
        error_messages={"required": "Tick the box when you have looked at what will happen."},
    )
