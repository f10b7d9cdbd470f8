"""The streams of a module: its sections, what a section can hold, and the check at the end."""

from typing import Any

from wagtail import blocks

from modules.blocks.callout import CalloutBlock
from modules.blocks.film import FilmBlock
from modules.blocks.local_fact import LocalFactBlock
from modules.blocks.picture import PictureBlock
from modules.blocks.record_excerpt import RecordExcerptBlock
from modules.blocks.scenario import ScenarioBlock
from modules.blocks.text import RICH_TEXT, TextBlock
from modules.blocks.visibility import VisibilityBlock
from modules.blocks.visit import RecordVisitBlock
from modules.questions.pool import pool_block
from modules.questions.registry import question_blocks


class ContentBlock(blocks.StreamBlock):
    """What stands on one page of a module: what to read, what to do, and questions to answer in place."""

    text = TextBlock()
    callout = CalloutBlock()
    picture = PictureBlock()
    video = FilmBlock()
    local_fact = LocalFactBlock()
    visibility = VisibilityBlock()
    record_excerpt = RecordExcerptBlock()
    record_visit = RecordVisitBlock(label="Practice record")
    scenario = ScenarioBlock()

    def __init__(self, local_blocks: Any = None, **kwargs: Any) -> None:
        super().__init__([*(local_blocks or []), *question_blocks()], **kwargs)


class SectionBlock(blocks.StructBlock):
    """One page of a module."""

    title = blocks.CharBlock(max_length=120)
    warning = blocks.RichTextBlock(
        features=RICH_TEXT,
        required=False,
        label="Content warning",
        help_text="Shown before the section, which a learner may then skip: what it holds, and where to find support.",
    )
    content = ContentBlock()

    class Meta:
        icon = "doc-full"
        label_format = "{title}"
        description = "One page of the module, with a title of its own."
        preview_template = "modules/blocks/section_preview.html"
        preview_value = {
            "title": "Where to look",
            "content": [{"type": "text", "value": "<p>Open the shared record before you ring round.</p>"}],
        }


class SectionsBlock(blocks.StreamBlock):
    """The sections of a module, in order."""

    section = SectionBlock()

    class Meta:
        min_num = 1


class CheckBlock(blocks.StreamBlock):
    """The questions of the check at the end, in order, and pools of them."""

    def __init__(self, local_blocks: Any = None, **kwargs: Any) -> None:
        pool = pool_block(question_blocks())
        super().__init__([*(local_blocks or []), *question_blocks(), ("pool", pool)], **kwargs)

    class Meta:
        min_num = 1
