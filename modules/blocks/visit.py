"""A way into a practice record."""

from typing import Any

from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

from modules.blocks.text import RICH_TEXT


class RecordVisitBlock(blocks.StructBlock):
    """Sends the learner into a practice record, with something to look for. Questions about it follow."""

    record = SnippetChooserBlock("modules.PracticeRecord")
    task = blocks.RichTextBlock(features=RICH_TEXT, help_text="What to look for.")

    def get_preview_value(self) -> Any:
        """Nothing is chosen in the preview."""
        return self.to_python(
            {"record": None, "task": "<p>Open the record. Who should know what changed?</p>"}
        )

    class Meta:
        icon = "folder-open-inverse"
        group = "To do"
        label_format = "{record}"
        description = (
            "A fictional record to open: with a permission step, a reason for access and an audit trail."
        )
        preview_template = "modules/blocks/visit_preview.html"
