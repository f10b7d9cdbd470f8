"""How a question is written in the CMS, whatever its type."""

from collections import Counter
from typing import Any, ClassVar

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from modules.blocks.text import RICH_TEXT
from modules.questions.question import Option, Question

SKILLS = [
    ("when", "When to look"),
    ("helps", "How it helps"),
    ("may_i", "Whether I may"),
    ("quality", "Whether to trust it"),
    ("act", "What to do with it"),
]


class OptionBlock(blocks.StructBlock):
    """Something to choose, with feedback of its own."""

    text = blocks.CharBlock(max_length=300)
    feedback = blocks.TextBlock(rows=2, help_text="What somebody who chose this should hear.")
    is_right = blocks.BooleanBlock(required=False, label="This is right")

    class Meta:
        icon = "radio-empty"
        label_format = "{text}"


class QuestionBlock(blocks.StructBlock):
    """What every question has. A type adds its options, and says how many of them must be right."""

    question_class: ClassVar[type[Question]]
    position: ClassVar[int] = 100

    question = blocks.CharBlock(max_length=400)
    skill = blocks.ChoiceBlock(choices=SKILLS, help_text="What the question finds out.")
    why = blocks.RichTextBlock(features=RICH_TEXT, help_text="Shown after marking: why the right answer is right.")

    def question_from(self, question_id: str, value: Any) -> Question:
        """The plain question that this block's value describes."""
        raise NotImplementedError

    class Meta:
        icon = "help"
        label_format = "{question}"
        template = "modules/questions/block.html"


def options_of(value: Any) -> tuple[Option, ...]:
    """The options of a ListBlock of OptionBlocks. The list item's id is the option's id."""
    return tuple(
        Option(
            id=str(child.id),
            text=child.value["text"],
            feedback=child.value["feedback"],
            is_right=bool(child.value["is_right"]),
        )
        for child in value.bound_blocks
    )


def hold_options(value: Any, name: str, *, exactly: int | None = None) -> None:
    """Refuse options that repeat, or of which the wrong number is right. Raises StructBlockValidationError."""
    options = options_of(value[name])
    texts = Counter(option.text.strip().casefold() for option in options)
    right = sum(option.is_right for option in options)
    problem = ""
    if any(count > 1 for count in texts.values()):
        problem = "Two options say the same."
    elif exactly is not None and right != exactly:
        problem = f"Mark exactly one option as right: {right} are."
    elif right == 0:
        problem = "Mark at least one option as right."
    if problem:
        raise StructBlockValidationError(
            non_block_errors=[ValidationError(problem, code=NON_FIELD_ERRORS)]
        )
