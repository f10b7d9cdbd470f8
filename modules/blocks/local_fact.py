"""What differs from place to place."""

from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock


class LocalFactBlock(blocks.StructBlock):
    """A fact that the learner's own organisation gives; where it has not, a safe general text that says so."""

    kind = SnippetChooserBlock("modules.FactKind")

    class Meta:
        icon = "site"
        group = "To read"
        label_format = "{kind}"
        description = "What differs from place to place: each learner reads what their organisation says."
        preview_template = "modules/blocks/local_fact_preview.html"
        preview_value = {"kind": None}
