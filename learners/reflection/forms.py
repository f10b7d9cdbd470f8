"""Forms of what a learner takes away."""

from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator

from learners.forms import LearnerForm
from learners.reflection.models import FollowUp, Level
from modules.questions.short_reason import PRIVATE, OwnWords

OWN = "own"


def confidence_field(confidence: str) -> forms.TypedChoiceField:
    """Five plain choices."""
    return forms.TypedChoiceField(
        label=f"How confident are you that you can {confidence.rstrip('?.')}?",
        choices=Level.choices,
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how confident you are"},
    )


def words_field(label: str, *, longest: int, rows: int, about: str, required: bool = False) -> OwnWords:
    """A box for one's own words. It has no max_length: browsers would cut what is pasted, and say nothing."""
    return OwnWords(
        label=label,
        required=required,
        widget=forms.Textarea(attrs={"rows": rows}),
        help_text=about,
        validators=[MaxLengthValidator(longest, f"Write {longest} characters or fewer")],
        error_messages={"required": "Write what you will do"},
    )


class ConfidenceForm(LearnerForm):
    """How confident somebody is before a module."""

    def __init__(self, *args: Any, confidence: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["level"] = confidence_field(confidence)


class NextShiftForm(LearnerForm):
    """One action, chosen or written, and confidence after. Where a module offers no action, one is written."""

    def __init__(self, *args: Any, confidence: str, actions: tuple[str, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.actions = actions
        if confidence:
            self.fields["level"] = confidence_field(confidence)
        if actions:
            offered = [(str(number), text) for number, text in enumerate(actions)]
            self.fields["action"] = forms.ChoiceField(
                label="What will you do on your next shift?",
                choices=[*offered, (OWN, "Something else, in my own words")],
                required=False,  # see clean: who writes and chooses nothing means what they wrote
                widget=forms.RadioSelect,
            )
        label = "My own words" if actions else "What will you do on your next shift?"
        self.fields["own"] = words_field(label, longest=300, rows=2, about=PRIVATE, required=not actions)
        self.fields["wants_follow_up"] = forms.BooleanField(
            label="Ask me once by e-mail, in about a month, how it went", required=False, initial=True
        )

    def clean(self) -> dict[str, Any]:
        """Insist on an action. Whoever wrote one and chose none of those offered means their own."""
        cleaned = super().clean() or {}
        chosen, own = cleaned.get("action") or "", cleaned.get("own")
        if not self.actions or (own and not chosen and "action" not in self.errors):
            cleaned["action"] = OWN
        elif not chosen and not self.errors.keys() & {"action", "own"}:
            self.add_error("action", "Choose one action, or write your own")
        elif chosen == OWN and not own and "own" not in self.errors:
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
    """Did you, what stopped you, and, where the module asks for it, how confident you are now."""

    did = forms.ChoiceField(
        label="Did you do it?",
        choices=FollowUp.Did.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how it went"},
    )
    barriers = forms.MultipleChoiceField(
        label="If not, or not quite: what stopped you?",
        choices=FollowUp.Barrier.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Choose all that apply, or none.",
    )

    def __init__(self, *args: Any, confidence: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if confidence:
            field = confidence_field(confidence)
            field.required, field.empty_value = False, None
            field.help_text = "The same as before and after the module. You can leave it out."
            self.fields["level"] = field

    def clean(self) -> dict[str, Any]:
        """Nothing stopped whoever did it."""
        cleaned = super().clean() or {}
        if cleaned.get("did") == FollowUp.Did.YES:
            cleaned["barriers"] = []
        return cleaned


class ReflectionForm(LearnerForm):
    """What somebody made of a module. `seen` is the version on which they write."""

    text = words_field(
        "What did you learn, and what will you do differently?",
        longest=5000,
        rows=8,
        about=f"Say which part of your professional code it touches, if you have one. {PRIVATE}",
    )
    note = words_field(
        "My own notes", longest=2000, rows=3, about="A team talk about it, say, or where other evidence is."
    )
    seen = forms.CharField(required=False, widget=forms.HiddenInput)
