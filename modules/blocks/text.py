"""Running text."""

from wagtail import blocks

RICH_TEXT = ["bold", "italic", "link", "ul", "ol"]
PASSAGES = "To read"


class TextBlock(blocks.RichTextBlock):
    """Paragraphs, lists and sub-headings."""

    def __init__(self, **kwargs: object) -> None:
        super().__init__(**({"features": ["h2", *RICH_TEXT]} | kwargs))

    class Meta:
        icon = "pilcrow"
        group = PASSAGES
        description = "Paragraphs, lists and sub-headings."
        preview_value = "<p>Look before you ask: the letter may already be there.</p>"
        template = "modules/blocks/text.html"
