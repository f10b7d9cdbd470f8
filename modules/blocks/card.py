"""The prompt card of a module."""

from wagtail import blocks


class CardLineBlock(blocks.StructBlock):
    """One line: a heading, and what to do."""

    heading = blocks.CharBlock(max_length=60)
    text = blocks.CharBlock(max_length=200)

    class Meta:
        icon = "list-ul"
        label_format = "{heading}"
        description = "One line of the prompt card."
        preview_template = "modules/blocks/card_line_preview.html"
        preview_value = {"heading": "Look when", "text": "Somebody new comes into your care."}


class CardBlock(blocks.StreamBlock):
    """The lines of a prompt card: as many as a pocket holds."""

    card_line = CardLineBlock(label="Line")

    class Meta:
        max_num = 9
