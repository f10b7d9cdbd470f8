"""Questions of which each try at the check asks only some."""

from typing import Any

from wagtail import blocks

POOL = "pool"


class PoolBlock(blocks.StructBlock):
    """Draws some of its questions for each try. What the last try asked comes last."""

    title = blocks.CharBlock(max_length=120, help_text="For authors: what the pool is about.")
    draw = blocks.IntegerBlock(min_value=1, max_value=50, label="How many to ask")
    questions = blocks.StreamBlock([])

    class Meta:
        icon = "order"
        group = "To answer"
        label_format = "{title}: asks {draw}"
        description = "Several questions of which each try asks some, so that a new try is not the same."
        preview_template = "modules/questions/pool_preview.html"


def pool_block(questions: list[tuple[str, Any]]) -> PoolBlock:
    """A pool that can hold these questions."""
    return PoolBlock([("questions", blocks.StreamBlock(questions, min_num=2))])
