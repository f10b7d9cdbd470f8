"""Forms of a learner in a module."""

from collections.abc import Iterable
from typing import Any

from django import forms

from learners.attempts.models import Response
from learners.forms import LearnerForm
from learners.organisations.models import Membership
from modules.questions.question import Question


class HatForm(LearnerForm):
    """For which of their jobs somebody does a module."""

    organisation = forms.ChoiceField(
        label="Which job are you doing this for?",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose the job you are doing this for"},
        help_text="It counts for you everywhere. This says which organisation's record it is done for.",
    )

    def __init__(self, *args: Any, memberships: Iterable[Membership], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.organisations = {str(member.organisation.uuid): member.organisation for member in memberships}
        self.fields["organisation"].choices = [  # type: ignore[attr-defined]
            (str(member.organisation.uuid), f"{member.organisation.name} ({member.role.name.lower()})")
            for member in memberships
        ]

    @property
    def chosen(self) -> Any:
        """The organisation that was chosen."""
        return self.organisations[self.cleaned_data["organisation"]]


class AnswerForm(LearnerForm):
    """The answer to one question. Several stand on a page, so each has the question's id as its prefix."""

    def __init__(self, data: Any = None, *, question: Question, given: Response | None = None) -> None:
        initial = question.initial(given.answer) if given else None
        super().__init__(data, prefix=question.id, initial=initial)
        self.question = question
        self.fields.update(question.form_fields())

    def clean(self) -> dict[str, Any]:
        """Hold the fields to what they must be together."""
        cleaned = super().clean() or self.cleaned_data
        for name, message in self.question.faults(cleaned).items():
            self.add_error(name, message)
        return cleaned

    @property
    def answer(self) -> dict[str, Any]:
        """What to store."""
        return self.question.answer_from(self.cleaned_data)
