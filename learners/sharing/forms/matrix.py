"""Forms of those who keep what is switched on: a line, or a file with all of them."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from learners.forms import LearnerForm, LearnerRenderer, day_field, refuse_days_to_come
from learners.rosters.reading.delimited import DELIMITERS, Delimited
from learners.rosters.reading.refusal import FileRefused
from learners.rosters.reading.sniffing import is_workbook
from learners.sharing.matrix_csv import Reading, heading_of, read
from learners.sharing.models import Visibility
from learners.sharing.selectors.matrix import words

LARGEST = 1_000_000  # bytes
FAULTS_SHOWN = 100


class LineForm(forms.ModelForm):  # type: ignore[type-arg]
    """One line. `is_there` says that it was written before, letter by letter: a form that was sent twice."""

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
        help_texts = {"source": "For example: GP record, hospital letters."}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **({"label_suffix": ""} | kwargs))
        self.is_there = False
        self.fields["role"].empty_label = "Every role"  # type: ignore[attr-defined]

    def clean_source(self) -> str:
        """With single spaces, as files have it."""
        return " ".join(self.cleaned_data["source"].split())

    def clean_checked_on(self) -> Any:
        """Nobody has checked tomorrow."""
        return refuse_days_to_come(self.cleaned_data["checked_on"])

    def clean(self) -> dict[str, Any]:
        """Refuse what another line says already, unless it is this one sent twice."""
        cleaned = super().clean() or {}
        if not {"information", "source", "starts_on"} <= set(cleaned):
            return cleaned
        rows = self.instance.organisation.visibility.exclude(pk=self.instance.pk)
        same = rows.filter(**{name: cleaned.get(name) for name in ("information", "role", "source")})
        twin = same.overlapping(cleaned["starts_on"], cleaned.get("ends_on")).first()
        if (
            twin
            and not self.instance.pk
            and all(getattr(twin, name) == cleaned.get(name) for name in self.fields)
        ):
            self.is_there = True
        elif twin:
            raise ValidationError(
                f"There is such a line already, from {twin.days_in_words}. Change that one, or choose other days."
            )
        return cleaned


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


def _read(upload: Any) -> Reading:
    """Every row of a file as lines. Raises FileRefused."""
    stream: Any = upload.file
    if (upload.size or 0) > LARGEST:
        raise FileRefused("This file is larger than 1 MB.")
    if is_workbook(stream):
        raise FileRefused("This is an Excel file. Save it as “CSV UTF-8” and choose that.")
    file, first_refusal = Delimited(stream), None
    for delimiter in file.hint or DELIMITERS:
        try:
            rows = list(file.rows(delimiter))
            heading_of(rows)
        except FileRefused as refused:
            first_refusal = first_refusal or refused
        else:
            return read(rows, words(), timezone.localdate())
    raise first_refusal or FileRefused("This file is empty.")
