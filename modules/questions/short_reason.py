"""A line or two in one's own words, compared with a model answer and marked by whoever wrote them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.html import format_html
from wagtail import blocks

from modules.questions.block import QuestionBlock
from modules.questions.marking import UNSCORED, Mark
from modules.questions.question import Answer, Question, ReviewLine
from modules.questions.registry import question_type
from modules.questions.stored import text_at

LONGEST = 600
PRIVATE = "Only you see it. Do not give names or details of patients."


class OwnWords(forms.CharField):
    """Text whose line breaks count as one character each, as browsers and people count them."""

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value)
        return text.replace("\r\n", "\n") if isinstance(text, str) else text


@dataclass(frozen=True, kw_only=True)
class ShortReason(Question):
    """Stored answer: `{"text": …}`. It stays with the learner: the history and the statements count its words."""

    hint: str
    model: str
    points: tuple[str, ...]
    type = "short_reason"
    is_scored = False

    def form_fields(self) -> dict[str, Any]:
        about = f"{PRIVATE} Up to {LONGEST} characters."
        shown = format_html("{}<br>{}", self.hint, about) if self.hint else about
        return {
            "text": OwnWords(
                label=self.prompt,
                help_text=shown,
                widget=forms.Textarea(attrs={"rows": 4}),
                # No max_length: browsers would cut what is pasted, and say nothing.
                validators=[MaxLengthValidator(LONGEST, f"Write {LONGEST} characters or fewer")],
                error_messages={"required": "Write a line or two"},
            )
        }

    def answer_from(self, cleaned: Mapping[str, Any]) -> dict[str, Any]:
        return {"text": cleaned["text"]}

    def mark(self, answer: Answer) -> Mark:
        return UNSCORED

    def review(self, answer: Answer) -> tuple[ReviewLine, ...]:
        words = text_at(answer, "text")
        written = [ReviewLine(words, "", None, was_chosen=True, label="You wrote")] if words else []
        good = [("One good answer", self.model), *(("Look for", point) for point in self.points)]
        return (
            *written,
            *(ReviewLine(text, "", is_right=True, was_chosen=False, label=label) for label, text in good),
        )

    def interaction(self) -> dict[str, Any]:
        return {"interactionType": "long-fill-in"}

    def response(self, answer: Answer) -> None:
        return None

    def for_history(self, answer: Answer) -> dict[str, Any]:
        return {"words": len(text_at(answer, "text").split())}


@question_type
class ShortReasonBlock(QuestionBlock):
    """A line or two in one's own words."""

    question_class = ShortReason
    position = 90

    hint = blocks.CharBlock(
        max_length=200,
        required=False,
        help_text="What a good line has, as “Before I …, I will look for …”. What to leave out is said for you.",
    )
    model = blocks.TextBlock(rows=3, label="Model answer", help_text="One good answer, shown afterwards.")
    points = blocks.ListBlock(
        blocks.CharBlock(max_length=200), help_text="What learners look for in their own answer."
    )

    def particulars(self, value: Any) -> dict[str, Any]:
        return {"hint": value["hint"], "model": value["model"], "points": tuple(value["points"])}

    class Meta:
        icon = "edit"
        description = "A line or two in one's own words, which the learner alone sees and marks. Not scored."
        preview_value = {
            "question": "Name one moment in your next shift when a look would help.",
            "skill": "when",
            "why": "<p>A small plan, tied to a moment, is easier to keep.</p>",
            "hint": "Before I …, I will look for …",
            "model": "Before I ring families about discharge, I will check what social care knows.",
            "points": ["It names a moment that will come.", "It says what to look for."],
        }
