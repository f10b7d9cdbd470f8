"""Forms about courses that were done elsewhere: kept, put forward, checked, and brought in as a file."""

from collections.abc import Iterable
from typing import Any

from django import forms

from learners.evidence.forms.days import day_field, refuse_days_to_come, refuse_end_before_start
from learners.evidence.models import EquivalentCourse
from learners.evidence.planning import key_of
from learners.evidence.selectors.completions import modules_offered
from learners.forms import LearnerForm, LearnerRenderer


class CourseForm(forms.ModelForm[EquivalentCourse]):
    """A course that stands for a module."""

    default_renderer = LearnerRenderer()
    starts_on = day_field("Accepted from")
    ends_on = day_field("Accepted until", required=False, help_text="Leave it empty if there is no end.")

    class Meta:
        model = EquivalentCourse
        fields = ("title", "issuer", "module", "scope", "months", "starts_on", "ends_on")
        labels = {
            "title": "Name of the course",
            "issuer": "Who holds it",
            "module": "Module that it stands for",
            "scope": "What of the module it covers",
            "months": "Months for which it is good",
        }
        help_texts = {"issuer": "As on the certificate."}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **({"label_suffix": ""} | kwargs))
        self.fields["module"].queryset = modules_offered()  # type: ignore[attr-defined]
        self.fields["module"].empty_label = "Choose a module"  # type: ignore[attr-defined]
        for name, message in (
            ("title", "Enter the name of the course"),
            ("issuer", "Enter who holds it"),
            ("module", "Choose a module"),
        ):
            self.fields[name].error_messages["required"] = message


class PutForwardForm(LearnerForm):
    """What one did elsewhere."""

    course = forms.ChoiceField(
        label="Course",
        error_messages={"required": "Choose a course", "invalid_choice": "Choose a course from the list"},
    )
    done_on = day_field("Day on which you did it")
    note = forms.CharField(
        label="How it can be checked",
        help_text="The number of your certificate, say, or who has a copy of it.",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say how it can be checked"},
    )

    def __init__(self, *args: Any, choices: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["course"].choices = [("", "Choose a course"), *choices]  # type: ignore[attr-defined]

    def clean_done_on(self) -> Any:
        """A day that has come."""
        return refuse_days_to_come(self.cleaned_data["done_on"])


ACCEPT, REFUSE = "accept", "refuse"


class DecideForm(LearnerForm):
    """Whether it counts."""

    decision = forms.ChoiceField(
        label="Does it count?",
        choices=[(ACCEPT, "Yes, I have seen the proof"), (REFUSE, "No")],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose yes or no", "invalid_choice": "Choose yes or no"},
    )
    expires_on = day_field("Good until", required=False, help_text="Leave it empty if there is no end.")
    because = forms.CharField(
        label="Why not",
        help_text="Only if it does not count. The person reads it.",
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, done_on: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._done_on = done_on

    def clean(self) -> dict[str, Any]:
        """A refusal needs a reason."""
        cleaned = super().clean() or {}
        if cleaned.get("decision") == REFUSE and not cleaned.get("because", "").strip():
            self.add_error("because", "Say why it does not count")
        self.cleaned_data["done_on"] = self._done_on
        refuse_end_before_start(self, "done_on", "expires_on")
        return cleaned


class FileForm(LearnerForm):
    """A file of awards."""

    file = forms.FileField(
        label="File of training that was done",
        help_text=(
            "ESR's “compliance and competency”, as CSV or Excel (.xlsx). "
            "Nothing is recorded before you have seen what would happen."
        ),
        error_messages={"required": "Choose the file", "empty": "This file is empty"},
    )
    employee = forms.CharField(
        label="Employee number",
        required=False,
        max_length=30,
        help_text="Only for a file of one person that does not say whose it is.",
        widget=forms.TextInput(attrs={"class": "nhsuk-input--width-10"}),
    )


class MeaningsForm(LearnerForm):
    """Which course each competence is."""

    def __init__(
        self, *args: Any, competences: Iterable[str], courses: Iterable[EquivalentCourse], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self._courses = {str(course.uuid): course for course in courses}
        self._competences = list(competences)
        choices = [(key, f"{course}: {course.module.title}") for key, course in self._courses.items()]
        for number, competence in enumerate(self._competences):
            self.fields[f"competence_{number}"] = forms.ChoiceField(
                label=competence, required=False, choices=[("", "Not decided"), *choices]
            )

    def chosen(self) -> dict[str, EquivalentCourse]:
        """The competences that were decided on."""
        picked = {
            key_of(competence): self.cleaned_data[f"competence_{number}"]
            for number, competence in enumerate(self._competences)
        }
        return {key: self._courses[course] for key, course in picked.items() if course}
