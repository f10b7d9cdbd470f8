"""Forms about reminders."""

from django import forms

from learners.forms import LearnerForm
from learners.reminders.models.rules import HOURS_FROM, HOURS_TO


class PreferenceForm(LearnerForm):
    """What somebody wants to hear of."""

    own = forms.BooleanField(
        label="Remind me of modules that I am to do",
        help_text="Two weeks and three days before, on the day, and a few times after it.",
        required=False,
    )
    weekly = forms.BooleanField(
        label="If I manage people: tell me once a week how many are late",
        help_text="Numbers and a link. Never names.",
        required=False,
    )


def _hours(first: int, last: int) -> list[tuple[int, str]]:
    return [(hour, f"{hour}:00") for hour in range(first, last + 1)]


class RulesForm(LearnerForm):
    """When an organisation lets its people be reminded."""

    sends = forms.BooleanField(label="Send reminders to our people", required=False)
    weekends = forms.BooleanField(label="At weekends, too", required=False)
    from_hour = forms.TypedChoiceField(
        label="Not before",
        choices=_hours(*HOURS_FROM),
        coerce=int,
        error_messages={"required": "Choose an hour", "invalid_choice": "Choose an hour from the list"},
    )
    to_hour = forms.TypedChoiceField(
        label="Not after",
        choices=_hours(*HOURS_TO),
        coerce=int,
        error_messages={"required": "Choose an hour", "invalid_choice": "Choose an hour from the list"},
    )
