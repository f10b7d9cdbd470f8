"""One of several options is right."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from wagtail import blocks

from modules.questions.block import OptionBlock, QuestionBlock, hold_options, options_of
from modules.questions.fields import one_of
from modules.questions.marking import Mark, mark_one
from modules.questions.question import (
    Answer,
    Option,
    Question,
    ReviewLine,
    interaction_choices,
    review_options,
)
from modules.questions.registry import question_type
from modules.questions.stored import text_at


@dataclass(frozen=True, kw_only=True)
class SingleChoice(Question):
    """Stored answer: `{"chosen": option id}`."""

    options: tuple[Option, ...]
    type = "single_choice"

    @property
    def right(self) -> str:
        """The id of the option that is right."""
        return next(option.id for option in self.options if option.is_right)

    def form_fields(self) -> dict[str, Any]:
        required, unknown = "Choose one answer", "Choose one of the answers shown"
        return {"chosen": one_of(self.prompt, self.options, required=required, unknown=unknown)}

    def answer_from(self, cleaned: Mapping[str, Any]) -> dict[str, Any]:
        return {"chosen": cleaned["chosen"]}

    def mark(self, answer: Answer) -> Mark:
        return mark_one(text_at(answer, "chosen"), self.right)

    def review(self, answer: Answer) -> tuple[ReviewLine, ...]:
        return review_options(self.options, {text_at(answer, "chosen")})

    def interaction(self) -> dict[str, Any]:
        return {
            "interactionType": "choice",
            "correctResponsesPattern": [self.right],
            "choices": interaction_choices(self.options),
        }

    def response(self, answer: Answer) -> str:
        return text_at(answer, "chosen")


@question_type
class SingleChoiceBlock(QuestionBlock):
    """One of several options is right."""

    question_class = SingleChoice
    position = 10

    options = blocks.ListBlock(OptionBlock(), min_num=2)

    def particulars(self, value: Any) -> dict[str, Any]:
        return {"options": options_of(value["options"])}

    def hold(self, value: Any) -> None:
        hold_options(value, "options", exactly=1)

    class Meta:
        icon = "radio-full"
        description = "A question of which one answer is right."
        preview_value = {
            "question": "Which row tells you how to speak with Win?",
            "skill": "helps",
            "why": "<p>It is there so that she does not have to repeat it.</p>",
            "options": [
                {"text": "About Me", "feedback": "Yes. It says what matters to her.", "is_right": True},
                {"text": "Medicines", "feedback": "That says what she is given.", "is_right": False},
            ],
        }
