"""Forms about decisions on readiness."""

from django import forms

from learners.forms import LearnerForm

LONG = {"rows": 3}


class OverrideForm(LearnerForm):
    """Who decided to go on, and why."""

    decided_by = forms.CharField(
        label="Who decided",
        help_text="Role and name: Programme director, A. Example.",
        max_length=120,
        error_messages={"required": "Say who decided: role and name"},
    )
    reason = forms.CharField(
        label="Why",
        help_text="What makes it safe to go on without. Nothing about a patient.",
        max_length=400,
        widget=forms.Textarea(attrs=LONG),
        error_messages={"required": "Say why"},
    )


class WithdrawOverrideForm(LearnerForm):
    """Why a decision holds no more."""

    reason = forms.CharField(
        label="Why it is taken back",
        max_length=400,
        widget=forms.Textarea(attrs=LONG),
        error_messages={"required": "Say why it is taken back"},
    )
