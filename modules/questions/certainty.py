"""One of several options is right, and how sure somebody is of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from modules.questions.fields import one_of
from modules.questions.question import Answer, Option, ReviewLine, interaction_choices
from modules.questions.registry import question_type
from modules.questions.single_choice import SingleChoice, SingleChoiceBlock
from modules.questions.stored import text_at

VERY = "very"
LEVELS = (
    Option("guess", "Just guessing", ""),
    Option("fairly", "Fairly sure", ""),
    Option(VERY, "Very sure", ""),
)
LOOK_AGAIN = "You were very sure. This is worth a second look."


@dataclass(frozen=True, kw_only=True)
class Certainty(SingleChoice):
    """Stored answer: `{"chosen": option id, "sure": level}`. How sure somebody is earns and costs nothing."""

    type = "certainty"

    def form_fields(self) -> dict[str, Any]:
        asked = "Choose how sure you are"
        return super().form_fields() | {
            "sure": one_of("How sure are you?", LEVELS, required=asked, unknown=asked)
        }

    def answer_from(self, cleaned: Mapping[str, Any]) -> dict[str, Any]:
        return super().answer_from(cleaned) | {"sure": cleaned["sure"]}

    def was_very_sure(self, answer: Answer) -> bool:
        """Whether somebody said that they were very sure."""
        return text_at(answer, "sure") == VERY

    def confident_error(self, answer: Answer) -> bool:
        """Very sure, and wrong: what does most harm in practice, for nobody checks."""
        return self.was_very_sure(answer) and not self.mark(answer).is_right

    def review(self, answer: Answer) -> tuple[ReviewLine, ...]:
        said = [level.text for level in LEVELS if level.id == text_at(answer, "sure")]
        feedback = LOOK_AGAIN if self.confident_error(answer) else ""
        sure = (ReviewLine(text, feedback, None, was_chosen=True, label="How sure you were") for text in said)
        return (*super().review(answer), *sure)

    def interaction(self) -> dict[str, Any]:
        return {
            "interactionType": "choice",
            "correctResponsesPattern": [f"{self.right}[,]{level.id}" for level in LEVELS],
            "choices": interaction_choices((*self.options, *LEVELS)),
        }

    def response(self, answer: Answer) -> str:
        return f"{super().response(answer)}[,]{text_at(answer, 'sure')}"


@question_type
class CertaintyBlock(SingleChoiceBlock):
    """One of several options is right, and how sure somebody is of it."""

    question_class = Certainty
    position = 35

    class Meta:
        icon = "success"
        description = "A question of which one answer is right, and how sure the learner is of it."
