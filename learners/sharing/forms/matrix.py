"""Forms of those who keep what is switched on: a line, or a file with all of them."""

import datetime
from contextlib import suppress
from itertools import islice
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from learners.forms import LearnerForm, LearnerRenderer, day_field, refuse_days_to_come
from learners.rosters.reading.cells import clean
from learners.rosters.reading.delimited import DELIMITERS, Delimited
from learners.rosters.reading.refusal import FileRefused
from learners.rosters.reading.sniffing import is_workbook
from learners.sharing.matrix_csv import MOST_ROWS, Reading, known_columns, read
from learners.sharing.models import Visibility
from learners.sharing.selectors.matrix import words

LARGEST = 1_000_000  # bytes
FAULTS_SHOWN = 100
LAST_YEAR = 2100  # what files are read up to


class LineForm(forms.ModelForm):  # type: ignore[type-arg]
    """One line. Whether another says the same already is for whoever writes it to see."""

    default_renderer = LearnerRenderer()
    starts_on = day_field("First day")
    ends_on = day_field("Last day", required=False, help_text="Leave it empty until you know it.")
    checked_on = day_field("Last checked", help_text="The day on which somebody looked, and it was so.")

    class Meta:
        model = Visibility
        fields = ("information", "role", "how", "source", "starts_on", "ends_on", "checked_on")
        widgets = {"how": forms.RadioSelect}
        labels = {
            "information": "What can be seen",
            "role": "By which role",
            "how": "How fresh it is",
            "source": "Where it comes from",
        }
        help_texts = {
            "how": "Live: what is new shows at once. From time to time: the newest may be missing.",
            "source": "For example: GP record, hospital letters.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **({"label_suffix": ""} | kwargs))
        self.fields["role"].empty_label = "Every role"  # type: ignore[attr-defined]

    def clean_source(self) -> str:
        """In one spelling, as files have it."""
        source = clean(self.cleaned_data["source"])
        if not source:
            raise ValidationError("Say where it comes from")
        return source

    def clean_starts_on(self) -> Any:
        """A day that files can hold."""
        return _refuse_far_days(self.cleaned_data["starts_on"])

    def clean_ends_on(self) -> Any:
        """The same."""
        return _refuse_far_days(self.cleaned_data["ends_on"])

    def clean_checked_on(self) -> Any:
        """Nobody has checked tomorrow."""
        return refuse_days_to_come(self.cleaned_data["checked_on"])


def _refuse_far_days(day: datetime.date | None) -> datetime.date | None:
    if day and day.year > LAST_YEAR:
        raise ValidationError(f"Enter a day before the end of {LAST_YEAR}, or leave it empty")
    return day


class FileForm(LearnerForm):
    """A file with all lines of an organisation. `reading` is what was understood of it."""

    file = forms.FileField(
        label="File",
        help_text="A CSV file. Nothing is changed before you have seen what would happen.",
        error_messages={"required": "Choose a file", "empty": "This file is empty"},
    )
    reading: Reading | None = None

    def clean_file(self) -> Any:
        """Read it, and refuse it if any row has a mistake: a file says what ends by what it leaves out."""
        upload: Any = self.cleaned_data["file"]
        try:
            self.reading = _read(upload)
        except FileRefused as refused:
            raise ValidationError(str(refused)) from None
        if count := len(self.reading.faults):
            what = "a mistake" if count == 1 else f"{count} mistakes"
            raise ValidationError(f"This file has {what}, listed below. Nothing was changed")
        return upload

    @property
    def faults(self) -> list[tuple[int, str]]:
        """What is wrong, row by row."""
        return self.reading.faults[:FAULTS_SHOWN] if self.reading else []

    @property
    def faults_left(self) -> int:
        """How many mistakes more."""
        return len(self.reading.faults[FAULTS_SHOWN:]) if self.reading else 0


def _read(upload: Any) -> Reading:
    """Every row of a file as lines. Raises FileRefused."""
    stream: Any = upload.file
    if (upload.size or 0) > LARGEST:
        raise FileRefused("This file is larger than 1 MB.")
    if is_workbook(stream):
        raise FileRefused("This is an Excel file. Save it as “CSV UTF-8” and choose that.")
    file = Delimited(stream)
    delimiter = max(file.hint or DELIMITERS, key=lambda each: len(known_columns(_first_row(file, each))))
    return read(list(islice(file.rows(delimiter), MOST_ROWS + 2)), words(), timezone.localdate())


def _first_row(file: Delimited, delimiter: str) -> list[str]:
    """As this delimiter parts it; nothing where it parts no row."""
    with suppress(FileRefused):
        return next(file.rows(delimiter), [])
    return []
