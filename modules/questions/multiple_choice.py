"""Several options are right."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from wagtail import blocks

from modules.questions.block import OptionBlock, QuestionBlock, hold_options, options_of
from modules.questions.marking import Mark, mark_many
from modules.questions.question import (
    Answer,
    Option,
    Question,
    ReviewLine,
    interaction_choices,
    review_options,
)
from modules.questions.registry import question_type
from modules.questions.stored import texts_at


@dataclass(frozen=True, kw_only=True)
class MultipleChoice(Question):
    """Stored answer: `{"chosen": [option id, …]}`, in the order of the options."""

    options: tuple[Option, ...]
    type = "multiple_choice"

    @property
    def right(self) -> list[str]:
        """The ids of the options that are right."""
        return [option.id for option in self.options if option.is_right]

    def form_fields(self) -> dict[str, Any]:
        choices = [(option.id, option.text) for option in self.options]
        return {
            "chosen": forms.MultipleChoiceField(
                label=self.prompt,
                choices=choices,
                widget=forms.CheckboxSelectMultiple,
                error_messages={
                    "required": "Choose at least one answer",
                    "invalid_choice": "Choose only from the answers shown",
                },
            )
        }

    def answer_from(self, cleaned: Mapping[str, Any]) -> dict[str, Any]:
        return {"chosen": [option.id for option in self.options if option.id in cleaned["chosen"]]}

    def mark(self, answer: Answer) -> Mark:
        return mark_many(texts_at(answer, "chosen"), self.right)

    def review(self, answer: Answer) -> tuple[ReviewLine, ...]:
        return review_options(self.options, texts_at(answer, "chosen"))

    def interaction(self) -> dict[str, Any]:
        return {
            "interactionType": "choice",
            "correctResponsesPattern": ["[,]".join(self.right)],
            "choices": interaction_choices(self.options),
        }

    def response(self, answer: Answer) -> str:
        return "[,]".join(texts_at(answer, "chosen"))


@question_type
class MultipleChoiceBlock(QuestionBlock):
    """Several options are right."""

    question_class = MultipleChoice
    position = 20

    options = blocks.ListBlock(OptionBlock(), min_num=3)

    def particulars(self, value: Any) -> dict[str, Any]:
        return {"options": options_of(value["options"])}

    def hold(self, value: Any) -> None:
        hold_options(value, "options")

    class Meta:
        icon = "check"
        description = "A question of which several answers are right. Say in the question how many to choose."
        preview_value = {
            "question": "Which are good moments to look? Choose 2.",
            "skill": "when",
            "why": "<p>Look while it can still change what you do.</p>",
            "options": [
                {"text": "Before a decision", "feedback": "Yes.", "is_right": True},
                {"text": "At handover", "feedback": "Yes.", "is_right": True},
                {"text": "Out of interest", "feedback": "That is no work reason.", "is_right": False},
            ],
        }
