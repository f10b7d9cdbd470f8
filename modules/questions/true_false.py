"""A statement that is true or false, and the reason why."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from wagtail import blocks

from modules.questions.block import OptionBlock, QuestionBlock, hold_options, options_of
from modules.questions.fields import one_of
from modules.questions.marking import Mark, mark_both
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
class TrueFalse(Question):
    """Stored answer: `{"verdict": "true" or "false", "reason": option id}`."""

    verdicts: tuple[Option, Option]
    reasons: tuple[Option, ...]
    type = "true_false"

    @property
    def right(self) -> tuple[str, str]:
        """The verdict and the reason that are right."""
        verdict = next(option.id for option in self.verdicts if option.is_right)
        return verdict, next(option.id for option in self.reasons if option.is_right)

    def form_fields(self) -> dict[str, Any]:
        which = "Choose true or false"
        return {
            "verdict": one_of(self.prompt, self.verdicts, required=which, unknown=which),
            "reason": one_of(
                "Why?",
                self.reasons,
                required="Choose a reason",
                unknown="Choose one of the reasons shown",
            ),
        }

    def answer_from(self, cleaned: Mapping[str, Any]) -> dict[str, Any]:
        return {"verdict": cleaned["verdict"], "reason": cleaned["reason"]}

    def mark(self, answer: Answer) -> Mark:
        verdict, reason = self.right
        return mark_both(
            verdict_is_right=text_at(answer, "verdict") == verdict,
            reason_is_right=text_at(answer, "reason") == reason,
        )

    def review(self, answer: Answer) -> tuple[ReviewLine, ...]:
        chosen = {text_at(answer, "verdict"), text_at(answer, "reason")}
        return review_options((*self.verdicts, *self.reasons), chosen)

    def interaction(self) -> dict[str, Any]:
        # xAPI's "true-false" has no room for the reason, and a response must say all that decides success.
        return {
            "interactionType": "choice",
            "correctResponsesPattern": ["[,]".join(self.right)],
            "choices": interaction_choices((*self.verdicts, *self.reasons)),
        }

    def response(self, answer: Answer) -> str:
        return f"{text_at(answer, 'verdict')}[,]{text_at(answer, 'reason')}"


@question_type
class TrueFalseBlock(QuestionBlock):
    """A statement that is true or false, and the reason why."""

    question_class = TrueFalse
    position = 30

    answer = blocks.ChoiceBlock(choices=[("true", "True"), ("false", "False")], label="The statement is")
    feedback_true = blocks.TextBlock(rows=2, label="Feedback to “True”")
    feedback_false = blocks.TextBlock(rows=2, label="Feedback to “False”")
    reasons = blocks.ListBlock(OptionBlock(), min_num=2)

    def particulars(self, value: Any) -> dict[str, Any]:
        is_true = value["answer"] == "true"
        return {
            "verdicts": (
                Option("true", "True", value["feedback_true"], is_right=is_true),
                Option("false", "False", value["feedback_false"], is_right=not is_true),
            ),
            "reasons": options_of(value["reasons"]),
        }

    def hold(self, value: Any) -> None:
        hold_options(value, "reasons", exactly=1)

    class Meta:
        icon = "help"
        label = "True or false"
        description = "A statement that is true or false, with the reason for it."
        preview_value = {
            "question": "If it is not in the shared record, it has not happened.",
            "skill": "quality",
            "why": "<p>Feeds can be hours or days old.</p>",
            "answer": "false",
            "feedback_true": "Some services do not share, and feeds run late.",
            "feedback_false": "Right. Look for what is missing.",
            "reasons": [
                {"text": "Not every service contributes", "feedback": "Yes.", "is_right": True},
                {"text": "Records are never right", "feedback": "They mostly are.", "is_right": False},
            ],
        }
