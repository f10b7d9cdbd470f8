"""The form by which an administrator makes a join code."""

import datetime
import uuid
from typing import Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils import timezone

from learners.forms import LearnerForm
from learners.joining.actions import LONGEST, USUAL
from learners.joining.models import JoinCode
from learners.organisations.models import Organisation, Site, StaffGroup, Team
from modules.models import Role

DATES = ["%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y", "%d %B %Y", "%d %b %Y"]


class JoinCodeForm(LearnerForm):
    """What people who come in by a code become. Only the organisation's own teams and sites can be chosen."""

    role = forms.ModelChoiceField(
        Role.objects.all(),
        label="Role of the people who join",
        empty_label="Choose a role",
        help_text="It decides what they are asked to learn. Make a code for each role.",
        error_messages={"required": "Choose a role", "invalid_choice": "Choose a role from the list"},
    )
    staff_group = forms.ChoiceField(
        label="Staff group",
        choices=[("", "Choose a staff group"), *StaffGroup.choices],
        error_messages={
            "required": "Choose a staff group",
            "invalid_choice": "Choose a staff group from the list",
        },
    )
    team: "forms.ModelChoiceField[Team]" = forms.ModelChoiceField(
        None,
        required=False,
        empty_label="No team",
        error_messages={"invalid_choice": "Choose a team from the list"},
    )
    site: "forms.ModelChoiceField[Site]" = forms.ModelChoiceField(
        None,
        required=False,
        empty_label="No site",
        error_messages={"invalid_choice": "Choose a site from the list"},
    )
    expires_on = forms.DateField(
        label="Last day on which people can join",
        help_text="A year from today at the latest. You can stop a code at any time.",
        input_formats=DATES,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date", "class": "nhsuk-input--width-10"}),
        error_messages={"required": "Enter the last day", "invalid": "Enter a day like 31/03/2027"},
    )
    most_uses = forms.IntegerField(
        label="Most people who may join by it (if you want a limit)",
        required=False,
        validators=[
            MinValueValidator(1, "Enter 1 or more, or leave it empty"),
            MaxValueValidator(100_000, "Enter 100,000 or fewer, or leave it empty"),
        ],
        error_messages={"invalid": "Enter a whole number, or leave it empty"},
        widget=forms.TextInput(
            attrs={"inputmode": "numeric", "autocomplete": "off", "class": "nhsuk-input--width-5"}
        ),
    )
    note = forms.CharField(
        label="Note (if you want one)",
        help_text="What this code is for. Only administrators see it.",
        required=False,
        max_length=200,
        error_messages={"max_length": "A note has 200 characters or fewer"},
    )
    key = forms.UUIDField(
        widget=forms.HiddenInput,
        error_messages={
            "required": "Open this page again to make a code",
            "invalid": "Open this page again to make a code",
        },
    )

    def __init__(self, *args: Any, organisation: Organisation, **kwargs: Any) -> None:
        self.today, self.organisation = timezone.localdate(), organisation
        initial = {"key": uuid.uuid4(), "expires_on": self.today + USUAL}
        super().__init__(*args, **({"initial": initial} | kwargs))
        for name, choices in (("team", organisation.teams.all()), ("site", organisation.sites.all())):
            self.fields[name].queryset = choices  # type: ignore[attr-defined]
            if not choices.exists():
                del self.fields[name]

    def clean_expires_on(self) -> datetime.date:
        """From today to a year from now."""
        last: datetime.date = self.cleaned_data["expires_on"]
        if not self.today <= last <= self.today + LONGEST:
            raise forms.ValidationError("Choose a day from today to a year from today")
        return last

    def clean_key(self) -> uuid.UUID:
        """The key that this form was opened with: no other organisation's code has it."""
        key: uuid.UUID = self.cleaned_data["key"]
        if JoinCode.objects.filter(uuid=key).exclude(organisation=self.organisation).exists():
            raise forms.ValidationError("Open this page again to make a code")
        return key
