"""Questions of which each try at the check asks only some."""

from typing import Any

from django.core.exceptions import ValidationError
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

POOL = "pool"


class PoolBlock(blocks.StructBlock):
    """Draws some of its questions for each try. What the last try asked comes last."""

    title = blocks.CharBlock(max_length=120, help_text="For authors: what the pool is about.")
    draw = blocks.IntegerBlock(min_value=1, max_value=50, label="How many to ask")
    questions = blocks.StreamBlock([])

    def clean(self, value: Any) -> Any:
        """Refuse to ask more than there are. Drafts are not held to it."""
        cleaned = super().clean(value)
        if not self.is_deferred_validation and cleaned["draw"] > len(cleaned["questions"]):
            message = f"It holds {len(cleaned['questions'])} questions, and cannot ask more."
            raise StructBlockValidationError({"draw": ValidationError(message)})
        return cleaned

    class Meta:
        icon = "order"
        group = "To answer"
        label_format = "{title}: asks {draw}"
        description = "Several questions of which each try asks some, so that a new try is not the same."
        preview_template = "modules/questions/pool_preview.html"


def pool_block(questions: list[tuple[str, Any]]) -> PoolBlock:
    """A pool that can hold these questions."""
    return PoolBlock([("questions", blocks.StreamBlock(questions, min_num=2))])
