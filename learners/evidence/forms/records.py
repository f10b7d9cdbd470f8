"""Forms by which an administrator adds to somebody's record, or corrects it."""

from typing import Any

from django import forms

from learners.evidence.actions.recording import FROM_ELSEWHERE
from learners.evidence.forms.days import day_field, refuse_days_to_come, refuse_end_before_start
from learners.evidence.selectors.completions import modules_offered
from learners.forms import LearnerForm
from learners.records.models import Evidence
from modules.models import ModulePage

KINDS = [(each.value, each.label) for each in FROM_ELSEWHERE]
WIDE = {"rows": 3}


class RecordForm(LearnerForm):
    """What somebody completed that was not done here."""

    module: forms.ModelChoiceField[ModulePage] = forms.ModelChoiceField(
        queryset=None,
        label="Module",
        empty_label="Choose a module",
        error_messages={"required": "Choose a module", "invalid_choice": "Choose a module from the list"},
    )
    evidence = forms.ChoiceField(
        label="How you know",
        choices=KINDS,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how you know", "invalid_choice": "Choose how you know"},
    )
    on = day_field("Day on which it was done", needed="Enter the day on which it was done")
    expires_on = day_field("Good until", required=False, help_text="Leave it empty if there is no end.")
    reason = forms.CharField(
        label="Why you record it",
        help_text="The person reads it. Say who saw it, or which paper you saw. Nothing about anybody's health.",
        max_length=300,
        widget=forms.Textarea(attrs=WIDE),
        error_messages={"required": "Say why you record it"},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["module"].queryset = modules_offered()  # type: ignore[attr-defined]

    def clean_on(self) -> Any:
        """A day that has come."""
        return refuse_days_to_come(self.cleaned_data["on"])

    def clean(self) -> dict[str, Any]:
        """Refuse an end before the beginning."""
        cleaned = super().clean() or {}
        refuse_end_before_start(self, "on", "expires_on")
        return cleaned


VOID, REPLACE = "void", "replace"


class CorrectForm(LearnerForm):
    """Why a completion is wrong, and what is right instead."""

    reason = forms.CharField(
        label="What is wrong",
        help_text="The person reads it. Name nobody else.",
        max_length=300,
        widget=forms.Textarea(attrs=WIDE),
        error_messages={"required": "Say what is wrong with it"},
    )
    then = forms.ChoiceField(
        label="What is right",
        choices=[
            (VOID, "It was not done at all"),
            (REPLACE, "It was done, on another day or in another way"),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what is right", "invalid_choice": "Choose what is right"},
    )
    on = day_field(
        "Right day", required=False, help_text="Only if it was done on another day or in another way."
    )
    evidence = forms.ChoiceField(
        label="How you know", choices=[("", "Choose how you know"), *KINDS], required=False
    )
    expires_on = day_field("Good until", required=False, help_text="Leave it empty if there is no end.")

    def clean(self) -> dict[str, Any]:
        """What is right must be said in full, and only where there is something."""
        cleaned = super().clean() or {}
        if cleaned.get("then") == REPLACE:
            self._ask_for_what_is_right(cleaned)
        elif cleaned.get("then") == VOID and (cleaned.get("on") or cleaned.get("evidence")):
            self.add_error(
                "then", "You gave a day or a way, so choose that it was done, or leave those empty"
            )
        return cleaned

    def _ask_for_what_is_right(self, cleaned: dict[str, Any]) -> None:
        if not cleaned.get("on"):
            if "on" not in self.errors:
                self.add_error("on", "Enter the right day")
        else:
            try:
                refuse_days_to_come(cleaned["on"])
            except forms.ValidationError as error:
                self.add_error("on", error)
        if not cleaned.get("evidence"):
            self.add_error("evidence", "Choose how you know")
        refuse_end_before_start(self, "on", "expires_on")

    @property
    def way(self) -> str:
        """How we know, in words."""
        return Evidence(self.cleaned_data["evidence"]).label if self.cleaned_data.get("evidence") else ""
