"""The form that asks."""

from typing import Any

from django import forms

from learners.forms import LearnerForm
from learners.surveys.analysis import Statement

CHOICES = [
    ("5", "Strongly agree"),
    ("4", "Agree"),
    ("3", "Neither agree nor disagree"),
    ("2", "Disagree"),
    ("1", "Strongly disagree"),
    ("0", "Not my role"),
]
NOTHING = "Answer at least one statement, or close this page"


class AnswerForm(LearnerForm):
    """Every statement, and room for words. A statement may be left out; all of them may not."""

    def __init__(self, *args: Any, statements: list[Statement], asks_words: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._statements = statements
        for each in statements:
            self.fields[each.key] = forms.ChoiceField(
                label=f"{each.number}. {each.statement}",
                choices=CHOICES,
                widget=forms.RadioSelect,
                required=False,
                error_messages={"invalid_choice": f"Choose one of the answers to {each.number}"},
            )
        if asks_words:
            self.fields["words"] = forms.CharField(
                label="What gets in the way of sharing? (if you like)",
                help_text="Name nobody: no patient, no colleague. A person who reads it passes on what it is about, "
                "and not your words.",
                max_length=1000,
                required=False,
                widget=forms.Textarea(attrs={"rows": 4}),
                error_messages={"max_length": "This is too long: 1,000 characters at most"},
            )

    def clean(self) -> dict[str, Any]:
        """Ask for one answer at least."""
        cleaned = super().clean() or {}
        if not self.errors and self._statements and not self.answers:
            self.add_error(self._statements[0].key, NOTHING)
        return cleaned

    @property
    def answers(self) -> dict[str, int]:
        """What was answered, by the key of each statement."""
        return {
            each.key: int(point) for each in self._statements if (point := self.cleaned_data.get(each.key))
        }

    @property
    def words(self) -> str:
        """What was written."""
        return str(self.cleaned_data.get("words", ""))
