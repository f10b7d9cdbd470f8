"""Running text."""

from typing import Any

from django.utils.html import strip_tags
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


def html_of(text: Any) -> str:
    """A rich text's HTML; empty where it holds no word, for the editor sends an empty paragraph then."""
    html = str(text or "")
    return html if strip_tags(html).strip() else ""
