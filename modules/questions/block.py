"""How a question is written in the CMS, whatever its type."""

from collections import Counter
from collections.abc import Iterable
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
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
    outcome = blocks.IntegerBlock(
        required=False,
        min_value=1,
        max_value=20,
        help_text="Which of the module's outcomes it is about: 1 is the first. Needed for publishing.",
    )
    skill = blocks.ChoiceBlock(choices=SKILLS, help_text="What the question finds out.")
    why = blocks.RichTextBlock(
        features=RICH_TEXT, help_text="Shown after marking: why the right answer is right."
    )

    def question_from(self, question_id: str, value: Any) -> Question:
        """The plain question that this block's value describes."""
        return self.question_class(
            id=question_id,
            prompt=value["question"],
            skill=value["skill"],
            outcome=value.get("outcome"),
            why=str(value["why"]),
            **self.particulars(value),
        )

    def particulars(self, value: Any) -> dict[str, Any]:
        """What this type's question has besides: the arguments of its question class."""
        raise NotImplementedError

    def hold(self, value: Any) -> None:
        """Refuse a value that makes no fair question. Raises StructBlockValidationError. Drafts are not held to it."""

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        if not self.is_deferred_validation:
            self.hold(cleaned)
        return cleaned

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Give templates the plain question, how it is asked, and what is right."""
        shown = preview_of(self.question_from("preview", value))
        return super().get_context(value, parent_context) | shown

    def get_preview_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """In the block chooser, show which answer is right, too."""
        return super().get_preview_context(value, parent_context) | {"with_answers": True}

    class Meta:
        icon = "help"
        group = "To answer"
        label_format = "{question}"
        template = "modules/questions/block.html"


class Asked(forms.Form):
    """A question as it is asked, before anybody has answered it."""

    def __init__(self, question: Question) -> None:
        super().__init__(prefix=question.id, label_suffix="")
        self.question = question
        self.fields.update(question.form_fields())


def preview_of(question: Question) -> dict[str, Any]:
    """What a preview shows: the `question`, its `form`, and its `lines` as after marking, none of them chosen."""
    return {"question": question, "form": Asked(question), "lines": question.review({})}


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


def repeats(texts: Iterable[str]) -> bool:
    """Whether two of them say the same, as people read them."""
    counted = Counter(text.strip().casefold() for text in texts)
    return any(count > 1 for count in counted.values())


def hold_options(value: Any, name: str, *, exactly: int | None = None) -> None:
    """Refuse options that repeat, or of which the wrong number is right.

    Raises StructBlockValidationError, with the message beside the options.
    """
    options = options_of(value[name])
    right = sum(option.is_right for option in options)
    problem = ""
    if repeats(option.text for option in options):
        problem = "Two options say the same."
    elif exactly is not None and right != exactly:
        problem = f"Mark exactly one option as right: {right} are."
    elif right == 0:
        problem = "Mark at least one option as right."
    if problem:
        raise StructBlockValidationError({name: ValidationError(problem)})
