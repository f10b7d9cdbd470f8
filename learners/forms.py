"""The form that learners meet: one look for every field, and nothing of it in the CMS."""

import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.forms.renderers import TemplatesSetting
from django.utils import timezone

FIRST_DAY, LAST_DAY = datetime.date(1900, 1, 1), datetime.date(2199, 12, 31)
OTHER_YEAR = "Enter a day between 1900 and 2199"  # a slip of the pen; beyond 9999 days cannot be counted


class LearnerRenderer(TemplatesSetting):
    """Renders forms with the site's components."""

    form_template_name = "components/form.html"
    field_template_name = "components/field.html"


class LearnerForm(forms.Form):
    """Base of every form outside the CMS."""

    default_renderer = LearnerRenderer()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **({"label_suffix": ""} | kwargs))


def day_field(label: str, *, required: bool = True, help_text: str = "", needed: str = "") -> forms.DateField:
    """A field for one day, typed or picked."""
    return forms.DateField(
        label=label,
        required=required,
        help_text=help_text,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date", "class": "nhsuk-input--width-10"}),
        error_messages={"required": needed or "Enter the day", "invalid": "Enter a day like 2026-03-27"},
        validators=[MinValueValidator(FIRST_DAY, OTHER_YEAR), MaxValueValidator(LAST_DAY, OTHER_YEAR)],
    )


def refuse_days_to_come(day: Any) -> Any:
    """The day, unless it is still to come. Raises ValidationError."""
    if day > timezone.localdate():
        raise ValidationError("Choose today or a day in the past")
    return day
