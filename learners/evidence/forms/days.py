"""Days that are typed or picked: those of the other forms, and a last day that is not before the first."""

from django import forms

from learners.forms import day_field, refuse_days_to_come

__all__ = ["day_field", "refuse_days_to_come", "refuse_end_before_start"]


def refuse_end_before_start(form: forms.Form, first: str, last: str) -> None:
    """Add an error where something is good until a day before it was done."""
    done, until = form.cleaned_data.get(first), form.cleaned_data.get(last)
    if done and until and until < done:
        form.add_error(last, "Choose a day after the day on which it was done")
