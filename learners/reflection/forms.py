"""Forms of what a learner takes away."""

from typing import Any

from django import forms

from learners.forms import LearnerForm
from learners.reflection.models import FollowUp, Level

OWN = "own"
NO_NAMES = "Only you see it. Do not give names or details of patients."


def confidence_field(confidence: str) -> forms.TypedChoiceField:
    """Five plain choices."""
    return forms.TypedChoiceField(
        label=f"How confident are you that you can {confidence.rstrip('?.')}?",
        choices=Level.choices,
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how confident you are"},
    )


class ConfidenceForm(LearnerForm):
    """How confident somebody is before a module."""

    def __init__(self, *args: Any, confidence: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["level"] = confidence_field(confidence)


class NextShiftForm(LearnerForm):
    """One action, chosen or written, and confidence after."""

    def __init__(self, *args: Any, confidence: str, actions: tuple[str, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if confidence:
            self.fields["level"] = confidence_field(confidence)
        self.fields["action"] = forms.ChoiceField(
            label="What will you do on your next shift?",
            choices=[
                *((str(n), text) for n, text in enumerate(actions)),
                (OWN, "Something else, in my own words"),
            ],
            widget=forms.RadioSelect,
            error_messages={"required": "Choose one action, or write your own"},
        )
        self.fields["own"] = forms.CharField(
            label="My own words",
            required=False,
            max_length=300,
            widget=forms.Textarea(attrs={"rows": 2}),
            help_text=NO_NAMES,
            error_messages={"max_length": "Write 300 characters or fewer"},
        )
        self.fields["wants_follow_up"] = forms.BooleanField(
            label="Ask me once by e-mail, in about a month, how it went", required=False, initial=True
        )
        self.actions = actions

    def clean(self) -> dict[str, Any]:
        """Insist on words where somebody chose their own."""
        cleaned = super().clean() or {}
        if cleaned.get("action") == OWN and not cleaned.get("own"):
            self.add_error("own", "Write what you will do")
        return cleaned

    @property
    def is_own(self) -> bool:
        """Whether the action is in their own words."""
        return bool(self.cleaned_data["action"] == OWN)

    @property
    def text(self) -> str:
        """The action."""
        return str(
            self.cleaned_data["own"] if self.is_own else self.actions[int(self.cleaned_data["action"])]
        )


class FollowUpForm(LearnerForm):
    """Did you, and what stopped you."""

    did = forms.ChoiceField(
        label="Did you do it?",
        choices=FollowUp.Did.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how it went"},
    )
    barriers = forms.MultipleChoiceField(
        label="What stopped you? Leave this empty if nothing did.",
        choices=FollowUp.Barrier.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )


class ReflectionForm(LearnerForm):
    """What somebody made of a module."""

    text = forms.CharField(
        label="What did you learn, and what will you do differently?",
        required=False,
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=f"You can add which part of your professional code it touches. {NO_NAMES}",
    )
    note = forms.CharField(
        label="My own notes",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="A team talk about it, say, or a link to other evidence.",
    )
