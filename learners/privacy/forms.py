"""The form by which somebody asks to be forgotten."""

from django import forms

from learners.forms import LearnerForm


class AskForm(LearnerForm):
    """Asks once more, because there is no way back."""

    understood = forms.BooleanField(
        label="I have read what goes and what stays, and that there is no way back",
        error_messages={"required": "Tick the box to say that you have read what goes and what stays"},
    )
