"""The streams of a module: its sections, what a section can hold, and the check at the end."""

from typing import Any

from wagtail import blocks

from modules.blocks.callout import CalloutBlock
from modules.blocks.picture import PictureBlock
from modules.blocks.record_excerpt import RecordExcerptBlock
from modules.blocks.text import TextBlock
from modules.questions.registry import question_blocks


class ContentBlock(blocks.StreamBlock):
    """What stands on one page of a module: passages to read, and questions to answer in place."""

    text = TextBlock()
    callout = CalloutBlock()
    picture = PictureBlock()
    record_excerpt = RecordExcerptBlock()

    def __init__(self, local_blocks: Any = None, **kwargs: Any) -> None:
        super().__init__([*(local_blocks or []), *question_blocks()], **kwargs)


class SectionBlock(blocks.StructBlock):
    """One page of a module."""

    title = blocks.CharBlock(max_length=120)
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
    """The questions of the check at the end, in order."""

    def __init__(self, local_blocks: Any = None, **kwargs: Any) -> None:
        super().__init__([*(local_blocks or []), *question_blocks()], **kwargs)

    class Meta:
        min_num = 1
