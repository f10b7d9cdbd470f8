"""Forms about the access queue."""

import csv
import datetime
import io
import uuid
from typing import Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils import timezone

from learners.access.deciding import Mark, Queue
from learners.access.receiver import Receiver
from learners.forms import LearnerForm
from learners.organisations.models import Membership, Organisation
from learners.outward import NotAllowed

DAYS = ["%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y"]
MOST_TEXT = 2_000_000  # characters: some 60,000 lines
MOST_FAULTS = 20


class LookForm(LearnerForm):
    """Which list, and who in it."""

    queue = forms.ChoiceField(
        label="List", required=False, choices=[(queue.value, queue.label) for queue in Queue]
    )
    q = forms.CharField(label="Name or employee number", required=False, max_length=100)


class MarkForm(LearnerForm):
    """What was done, and to which accounts. `accounts` holds their ids, apart by spaces or several times."""

    mark = forms.ChoiceField(choices=[(mark.value, mark.value) for mark in Mark])
    everybody = forms.BooleanField(required=False)

    def __init__(self, data: Any) -> None:
        super().__init__(data)
        self._given = data.getlist("accounts")

    def clean(self) -> dict[str, Any]:
        """Refuse what is no id; and nobody at all."""
        found = super().clean() or {}
        try:
            found["accounts"] = [uuid.UUID(each) for part in self._given for each in part.split()]
        except ValueError:
            raise forms.ValidationError("Choose people from the list") from None
        if not found["accounts"] and not found.get("everybody"):
            raise forms.ValidationError("Choose at least one person")
        return found


class TermsForm(LearnerForm):
    """Days of grace, and after how long an account counts as unused."""

    grace_days = forms.IntegerField(
        label="Days of grace",
        help_text="So long after somebody is late with something, their account is put forward to be withdrawn.",
        validators=[MinValueValidator(0, "Enter 0 to 365"), MaxValueValidator(365, "Enter 0 to 365")],
        error_messages={"required": "Enter a number of days", "invalid": "Enter a whole number"},
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "nhsuk-input--width-4"}),
    )
    unused_days = forms.IntegerField(
        label="Days without use (if you tell us of use)",
        help_text="So long after its last use, or after it was granted, an account counts as not used.",
        required=False,
        validators=[MinValueValidator(7, "Enter 7 to 1,000"), MaxValueValidator(1000, "Enter 7 to 1,000")],
        error_messages={"invalid": "Enter a whole number, or leave it empty"},
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "nhsuk-input--width-4"}),
    )


class UsesForm(LearnerForm):
    """Last uses: a line for each person, with the employee number and the day. All are right, or nothing counts."""

    file = forms.FileField(
        label="A CSV file",
        required=False,
        help_text="A line for each person: employee number, then the day of last use, such as 2026-11-24.",
        error_messages={"empty": "This file is empty"},
    )
    lines = forms.CharField(
        label="Or type the lines",
        required=False,
        strip=False,
        max_length=MOST_TEXT,
        widget=forms.Textarea(attrs={"rows": 6}),
    )

    def __init__(self, *args: Any, organisation: Organisation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._organisation = organisation
        self.uses: dict[int, datetime.date] = {}

    def clean(self) -> dict[str, Any]:
        """Read every line, and name those that are wrong."""
        found = super().clean() or {}
        if self.errors:
            return found
        name = "file" if found.get("file") else "lines"
        text = self._text(found) if name == "file" else found.get("lines", "")
        rows = [row for row in csv.reader(io.StringIO(text)) if any(cell.strip() for cell in row)]
        if rows and not any(cell.isdecimal() for cell in "".join(rows[0])):
            rows = rows[1:]  # headings
        if not rows:
            raise forms.ValidationError({name: "Give a file, or at least one line"})
        faults = self._read(rows)
        if faults:
            more = [f"And {len(faults) - MOST_FAULTS} more"] if len(faults) > MOST_FAULTS else []
            raise forms.ValidationError({name: faults[:MOST_FAULTS] + more})
        return found

    def _text(self, found: dict[str, Any]) -> str:
        content = found["file"].read(MOST_TEXT + 1)
        if len(content) > MOST_TEXT:
            raise forms.ValidationError({"file": "This file is too large"})
        try:
            return str(content.decode("utf-8-sig"))
        except UnicodeDecodeError:
            raise forms.ValidationError({"file": "This file is not a CSV file in UTF-8"}) from None

    def _read(self, rows: list[list[str]]) -> list[str]:
        hats = Membership.objects.filter(organisation=self._organisation).exclude(employee_number="")
        people = dict(hats.order_by("starts_on").values_list("employee_number", "person_id"))
        faults = []
        for row in rows:
            number, said = (*(cell.strip() for cell in row), "")[:2]
            day = _day(said)
            if number not in people:
                faults.append(f"Nobody here has the employee number {number[:30]}")
            elif day is None or day > timezone.localdate():
                faults.append(f"{number}: enter a day that has been, such as 2026-11-24")
            else:
                self.uses[people[number]] = max(day, self.uses.get(people[number], day))
        return faults


def _day(said: str) -> datetime.date | None:
    for form in DAYS:
        try:
            return datetime.datetime.strptime(said, form).date()  # noqa: DTZ007 (a day has no time zone)
        except ValueError:
            continue
    return None


class WebhookForm(LearnerForm):
    """Where to send events."""

    address = forms.URLField(
        label="Address of your service",
        assume_scheme="https",
        max_length=500,
        help_text="It begins with https:// and is on the open internet.",
        error_messages={
            "required": "Enter an address",
            "invalid": "Enter an address like https://hooks.example.org/access",
        },
    )

    def clean_address(self) -> str:
        """Refuse what we would not send to."""
        address: str = self.cleaned_data["address"]
        try:
            Receiver(address).check()
        except NotAllowed as problem:
            raise forms.ValidationError(str(problem)) from problem
        return address
