"""A way into a practice record."""

from typing import Any

from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.snippets.blocks import SnippetChooserBlock

from modules.blocks.text import RICH_TEXT
from modules.practice.choosing import fault_of_choice


class RecordVisitBlock(blocks.StructBlock):
    """Sends the learner into a practice record, with something to look for. Questions about it follow."""

    record = SnippetChooserBlock("modules.PracticeRecord")
    task = blocks.RichTextBlock(features=RICH_TEXT, help_text="What to look for.")

    def clean(self, value: Any) -> Any:
        """Refuse a record that is still a draft: an Edition would freeze it unfinished. Drafts of modules are free."""
        cleaned = super().clean(value)
        if not self.is_deferred_validation and (fault := fault_of_choice(cleaned["record"])):
            raise StructBlockValidationError({"record": fault})
        return cleaned

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
