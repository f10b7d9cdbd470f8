"""Short lists on the overview of a module: moments, outcomes, benefits, sources."""

from typing import Any

from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock


class LinesBlock(blocks.StreamBlock):
    """One line each."""

    line = blocks.CharBlock(
        max_length=200,
        icon="minus",
        description="One line.",
        preview_value="Before you hand the person on",
        template="modules/blocks/line.html",
    )


class BenefitBlock(blocks.StructBlock):
    """How the record helps somebody of one role."""

    role = SnippetChooserBlock("modules.Role")
    text = blocks.CharBlock(max_length=300)

    class Meta:
        icon = "user"
        label_format = "{role}"
        description = "How the record helps a person of this role."
        preview_template = "modules/blocks/benefit_preview.html"
        preview_value = {
            "role": None,
            "text": "See what was given on the ward before you draw up the next dose.",
        }


class BenefitsBlock(blocks.StreamBlock):
    """A benefit for each role that the module is for."""

    benefit = BenefitBlock()

    class Meta:
        min_num = 1


class SourceBlock(blocks.StructBlock):
    """Something published that the content rests on."""

    title = blocks.CharBlock(max_length=200)
    publisher = blocks.CharBlock(max_length=120)
    url = blocks.URLBlock(required=False, label="Address")

    class Meta:
        icon = "link"
        label_format = "{title}"
        description = "Something published that the content rests on."
        template = "modules/blocks/source.html"
        preview_value = {"title": "Caldicott Principles", "publisher": "National Data Guardian", "url": ""}


class SourcesBlock(blocks.StreamBlock):
    """What a module rests on."""

    source = SourceBlock()

    class Meta:
        min_num = 1


def lines(stream: Any) -> list[str]:
    """The plain lines of a LinesBlock stream."""
    return [child.value for child in stream]
