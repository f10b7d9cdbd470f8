"""Forms about the figures of an objective."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils import timezone

from learners.forms import LearnerForm, LearnerRenderer
from learners.organisations.models import Network, Organisation
from learners.programme.forms.roadmap import NUMBER
from learners.programme.models import Objective, OutcomeMeasure
from learners.programme.selectors.roadmap import organisations_in
from learners.programme.series import Line, month_said, read, value_of

MOST_BYTES = 100_000
FAULTS_SHOWN = 20


class MeasureForm(forms.ModelForm):  # type: ignore[type-arg]
    """What is counted, in what, by whom."""

    default_renderer = LearnerRenderer()

    class Meta:
        model = OutcomeMeasure
        fields = ("name", "unit", "source", "organisation")
        labels = {
            "name": "What is counted",
            "unit": "Unit",
            "source": "Where the figures come from",
            "organisation": "Of which organisation",
        }
        help_texts = {
            "unit": "As it stands after the number: per 100 contacts.",
            "source": "",
            "organisation": "",
        }
        error_messages = {
            "name": {"required": "Say what is counted"},
            "unit": {"required": "Enter the unit"},
            "source": {"required": "Say where the figures come from"},
        }

    def __init__(self, *args: Any, objective: Objective, network: Network, **kwargs: Any) -> None:
        super().__init__(*args, **({"label_suffix": ""} | kwargs))
        self.instance.objective = objective
        here = Q(pk__in=organisations_in(network, timezone.localdate()).values("pk"))
        field: Any = self.fields["organisation"]
        field.queryset = Organisation.objects.filter(here | Q(pk=self.instance.organisation_id))
        field.empty_label = "The whole network"


class ValueForm(LearnerForm):
    """The figure of one month, or that there is none."""

    month = forms.CharField(
        label="Month",
        help_text="Such as 2026-03.",
        max_length=20,
        widget=forms.TextInput(attrs={"class": "nhsuk-input--width-10"}),
        error_messages={"required": "Enter the month"},
    )
    value = forms.CharField(
        label="Figure",
        required=False,
        max_length=20,
        widget=forms.TextInput(attrs=NUMBER),
    )
    is_gap = forms.BooleanField(label="There is no figure: the month is a gap", required=False)

    def clean_month(self) -> Any:
        """The first day of a month that has begun."""
        try:
            return month_said(self.cleaned_data["month"], timezone.localdate())
        except ValueError as fault:
            raise ValidationError(str(fault)) from None

    def clean_value(self) -> Any:
        """A number, or nothing."""
        try:
            return value_of(self.cleaned_data["value"])
        except ValueError as fault:
            raise ValidationError(str(fault)) from None

    def clean(self) -> dict[str, Any]:
        """Ask for a figure or a gap; refuse both."""
        cleaned = super().clean() or self.cleaned_data
        if "value" in cleaned and bool(cleaned["is_gap"]) == (cleaned["value"] is not None):
            both = "There is a figure, so the month is no gap. Take one of them away"
            self.add_error("value", both if cleaned["is_gap"] else "Enter the figure")
        return cleaned


class SeriesForm(LearnerForm):
    """A file of months and figures. What is typed or read stands in `text`, to be looked at and kept."""

    file = forms.FileField(label="File (CSV)", required=False)
    text = forms.CharField(
        label="Or the lines themselves",
        help_text="A month and a figure in each line: 2026-03,12.5. Without a figure, the month is a gap.",
        required=False,
        strip=False,
        max_length=MOST_BYTES,
        widget=forms.Textarea(attrs={"rows": 8}),
        error_messages={"max_length": "This is too much for a figure a month"},
    )
    shown = forms.CharField(required=False, widget=forms.HiddenInput)
    lines: list[Line]

    @classmethod
    def of(cls, data: Any, files: Any) -> "SeriesForm":
        """From what was posted: a file's words take the place of what was typed."""
        given, problem = data.copy(), ""
        if upload := files.get("file"):
            words, problem = _words_of(upload)
            given["text"] = given.get("text", "") if problem else words
        form = cls(given)
        form._problem = problem
        return form

    _problem = ""

    def clean(self) -> dict[str, Any]:
        """Read the lines, and say of each that cannot be read why."""
        cleaned = super().clean() or self.cleaned_data
        self.lines = []
        if self._problem:
            self.add_error("file", self._problem)
            return cleaned
        text = cleaned.get("text", "")
        self.lines, faults = read(text, timezone.localdate())
        for fault in faults[:FAULTS_SHOWN]:
            self.add_error("text", str(fault))
        if len(faults) > FAULTS_SHOWN:
            self.add_error("text", f"And {len(faults) - FAULTS_SHOWN} more lines like these")
        if not self.lines and not self.errors:
            self.add_error("file", "Choose a file, or type some lines")
        return cleaned


def _words_of(upload: Any) -> tuple[str, str]:
    """The words of a file, and what is wrong with it."""
    if upload.size > MOST_BYTES:
        return "", "This file is too large for a figure a month"
    raw = upload.read()
    if b"\x00" in raw:
        return "", "This is no CSV file. In a spreadsheet, save it as CSV"
    try:
        return raw.decode("utf-8-sig"), ""
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace"), ""
