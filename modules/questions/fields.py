"""Form fields that several question types share."""

from collections.abc import Iterable

from django import forms

from modules.questions.question import Option


def one_of(label: str, options: Iterable[Option], *, required: str, unknown: str) -> forms.ChoiceField:
    """Radio buttons, one for each option. `required` and `unknown` are the messages of its errors."""
    return forms.ChoiceField(
        label=label,
        choices=[(option.id, option.text) for option in options],
        widget=forms.RadioSelect,
        error_messages={"required": required, "invalid_choice": unknown},
    )


def select(label: str, choices: Iterable[tuple[str, str]], *, required: str) -> forms.ChoiceField:
    """A list to choose one from, with nothing chosen at first."""
    return forms.ChoiceField(
        label=label,
        choices=[("", "Choose"), *choices],
        widget=forms.Select,
        error_messages={"required": required, "invalid_choice": "Choose one of those in the list"},
    )
