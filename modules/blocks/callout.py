"""A few words that must not be missed."""

from wagtail import blocks

from modules.blocks.text import PASSAGES, RICH_TEXT


class CalloutBlock(blocks.StructBlock):
    """A short passage set apart: a note, something important, or something to remember."""

    kind = blocks.ChoiceBlock(
        choices=[("note", "Note"), ("important", "Important"), ("remember", "Remember")], default="note"
    )
    title = blocks.CharBlock(max_length=120)
    text = blocks.RichTextBlock(features=RICH_TEXT)

    class Meta:
        icon = "warning"
        group = PASSAGES
        label_format = "{kind}: {title}"
        description = "A short passage set apart, so that it is not missed."
        preview_value = {
            "kind": "remember",
            "title": "Absence in the record is not absence in the person",
            "text": "<p>Not every service contributes. Ask.</p>",
        }
        template = "modules/blocks/callout.html"
