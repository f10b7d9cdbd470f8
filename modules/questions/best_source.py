"""Sources to rank by how far to trust them."""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from modules.questions.block import QuestionBlock, repeats
from modules.questions.marking import Mark, mark_ranking
from modules.questions.ordering import Ordering, Ranked
from modules.questions.question import Answer
from modules.questions.registry import question_type


@dataclass(frozen=True, kw_only=True)
class BestSource(Ordering):
    """Two sources may have the same rank. What counts is which stands before which."""

    type = "best_source"
    hint = "1 is the source you trust most."

    def mark(self, answer: Answer) -> Mark:
        order = [item.id for item in self.given(answer)]
        return mark_ranking(order, {item.id: item.rank for item in self.items})


class SourceBlock(blocks.StructBlock):
    """Something that could tell what one wants to know."""

    text = blocks.CharBlock(max_length=200)
    rank = blocks.IntegerBlock(
        min_value=1, max_value=9, help_text="1 is the best. Two of the same rank may stand either way round."
    )
    feedback = blocks.TextBlock(rows=2, help_text="Shown after marking: what it can tell, and what not.")

    class Meta:
        icon = "doc-full"
        label_format = "{rank}. {text}"


@question_type
class BestSourceBlock(QuestionBlock):
    """Sources to rank by how far to trust them."""

    question_class = BestSource
    position = 80

    sources = blocks.ListBlock(SourceBlock(), min_num=2, max_num=9)

    def particulars(self, value: Any) -> dict[str, Any]:
        return {
            "items": tuple(
                Ranked(
                    str(child.id),
                    child.value["text"],
                    child.value["feedback"],
                    rank=child.value["rank"] or 1,  # a draft may have none yet
                )
                for child in value["sources"].bound_blocks
            )
        }

    def hold(self, value: Any) -> None:
        problem = ""
        if repeats(source["text"] for source in value["sources"]):
            problem = "Two sources say the same."
        elif len({source["rank"] for source in value["sources"]}) < 2:
            problem = "Give at least two different ranks: there is nothing to put in order."
        if problem:
            raise StructBlockValidationError({"sources": ValidationError(problem)})

    class Meta:
        icon = "order-down"
        description = "Sources to rank for one need, the one to trust most first."
        preview_value = {
            "question": "Did she take it tonight? Put the source you trust most first.",
            "skill": "quality",
            "why": "<p>Issued is not taken.</p>",
            "sources": [
                {"text": "The person and her daughter", "rank": 1, "feedback": "They were there."},
                {"text": "The list of what was issued", "rank": 2, "feedback": "It was ordered, no more."},
            ],
        }
