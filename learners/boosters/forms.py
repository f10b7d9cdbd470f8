"""The form of boosters."""

from django import forms

from learners.forms import LearnerForm


class ChoiceForm(LearnerForm):
    """Whether somebody wants boosters."""

    wants = forms.BooleanField(
        label="Send me three questions now and then",
        help_text="A week, six weeks and six months after each module, and sooner again what you had wrong.",
        required=False,
    )
