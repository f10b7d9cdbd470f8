"""Forms of a practice record: the reason for opening it, and what to show of it."""

from typing import Any

from django import forms

from learners.forms import LearnerForm
from modules.practice.record import Reason, Record


class ReasonForm(LearnerForm):
    """Why somebody opens a record."""

    reason = forms.ChoiceField(
        widget=forms.RadioSelect,
        error_messages={"required": "Choose a reason", "invalid_choice": "Choose one of the reasons shown"},
    )

    def __init__(self, *args: Any, record: Record, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.record, field = record, self.fields["reason"]
        field.label = f"Why are you opening {record.person}'s record?"
        field.choices = [(reason.id, reason.text) for reason in record.reasons]  # type: ignore[attr-defined]

    @property
    def chosen(self) -> Reason:
        """The reason that was chosen."""
        return next(each for each in self.record.reasons if each.id == self.cleaned_data["reason"])


class EntryFilter(LearnerForm):
    """Which rows to show: from one source, and no older than some days."""

    source = forms.ChoiceField(
        label="Source", required=False, error_messages={"invalid_choice": "Choose one of the sources shown"}
    )
    within = forms.TypedChoiceField(
        label="Date",
        required=False,
        coerce=int,
        empty_value=None,
        choices=[("", "Any date"), ("30", "The last 30 days"), ("365", "The last 12 months")],
        error_messages={"invalid_choice": "Choose one of the dates shown"},
    )

    def __init__(self, *args: Any, record: Record, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", "Every source"), *((source, source) for source in record.sources)]
        self.fields["source"].choices = choices  # type: ignore[attr-defined]

    @property
    def wanted(self) -> dict[str, Any]:
        """What to look for, as Record.matching takes it; everything, where something was not understood."""
        if not self.is_valid():
            return {}
        return {"source": self.cleaned_data["source"], "within_days": self.cleaned_data["within"]}
