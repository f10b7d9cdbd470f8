"""What somebody can see in the shared record where they work."""

from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

from modules.blocks.text import RICH_TEXT


class VisibilityBlock(blocks.StructBlock):
    """Kinds of information, of which each learner reads what can be seen where they work, and what cannot."""

    introduction = blocks.RichTextBlock(
        features=RICH_TEXT, required=False, help_text="Stands above the lists. The lists say the rest."
    )
    information = blocks.ListBlock(
        SnippetChooserBlock("modules.InformationCategory", label="Kind of information"), min_num=1
    )

    class Meta:
        icon = "view"
        group = "To read"
        label = "What you can see here"
        description = (
            "What can be seen today, what is coming and what is not there, for each learner where they work."
        )
        preview_template = "modules/blocks/visibility_preview.html"
        preview_value = {"introduction": "", "information": []}
