"""Days that are typed or picked."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone


def day_field(label: str, *, required: bool = True, help_text: str = "", needed: str = "") -> forms.DateField:
    """A field for one day."""
    return forms.DateField(
        label=label,
        required=required,
        help_text=help_text,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date", "class": "nhsuk-input--width-10"}),
        error_messages={"required": needed or "Enter the day", "invalid": "Enter a day like 2026-03-27"},
    )


def refuse_days_to_come(day: Any) -> Any:
    """The day, unless it is still to come. Raises ValidationError."""
    if day > timezone.localdate():
        raise ValidationError("Choose today or a day in the past")
    return day


def refuse_end_before_start(form: forms.Form, first: str, last: str) -> None:
    """Add an error where something is good until a day before it was done."""
    done, until = form.cleaned_data.get(first), form.cleaned_data.get(last)
    if done and until and until < done:
        form.add_error(last, "Choose a day after the day on which it was done")
