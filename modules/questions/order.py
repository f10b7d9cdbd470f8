"""Steps to put in order."""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from modules.questions.block import QuestionBlock, repeats
from modules.questions.marking import Mark, mark_share
from modules.questions.ordering import Ordering, Ranked
from modules.questions.question import Answer
from modules.questions.registry import question_type


@dataclass(frozen=True, kw_only=True)
class Order(Ordering):
    """Each step has its own rank. Each that stands in its place earns its share."""

    type = "order"
    hint = "1 comes first."

    def mark(self, answer: Answer) -> Mark:
        places = {item.id: place for place, item in enumerate(self.given(answer), start=1)}
        return mark_share(places, {item.id: place for place, item in enumerate(self.right, start=1)})


class StepBlock(blocks.StructBlock):
    """One step."""

    text = blocks.CharBlock(max_length=200)
    feedback = blocks.TextBlock(rows=2, help_text="Shown after marking: why it comes where it does.")

    class Meta:
        icon = "arrow-right"
        label_format = "{text}"


@question_type
class OrderBlock(QuestionBlock):
    """Steps to put in order."""

    question_class = Order
    position = 50

    steps = blocks.ListBlock(
        StepBlock(), min_num=2, max_num=9, help_text="In the right order. Learners meet them shuffled."
    )

    def particulars(self, value: Any) -> dict[str, Any]:
        return {
            "items": tuple(
                Ranked(str(child.id), child.value["text"], child.value["feedback"], rank=rank)
                for rank, child in enumerate(value["steps"].bound_blocks, start=1)
            )
        }

    def hold(self, value: Any) -> None:
        if repeats(step["text"] for step in value["steps"]):
            raise StructBlockValidationError({"steps": ValidationError("Two steps say the same.")})

    class Meta:
        icon = "list-ol"
        description = "Steps to put in order, by a number for each."
        preview_value = {
            "question": "Put these in order.",
            "skill": "act",
            "why": "<p>Ask first, then look.</p>",
            "steps": [
                {"text": "Ask the person", "feedback": "They know most."},
                {"text": "Look in the shared record", "feedback": "With a question in mind."},
                {"text": "Write down what you found, and where", "feedback": "The next worker needs it."},
            ],
        }
