"""A branching scenario, as an educator writes it."""

from typing import Any

from django.forms import CheckboxSelectMultiple
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.snippets.blocks import SnippetChooserBlock

from modules.blocks.practice_record import VERDICTS
from modules.blocks.scenario_example import EXAMPLE
from modules.blocks.scenario_faults import error_of
from modules.blocks.text import RICH_TEXT, html_of
from modules.practice.choosing import fault_of_choice
from modules.scenarios.graph import DIMENSIONS, Choice, Ending, Node, Scenario, Start
from modules.scenarios.soundness import faults

KEY = r"^[a-z0-9-]{1,60}$"
ENDINGS = [("good", "Good"), ("mixed", "Mixed"), ("poor", "Poor")]


class KeyBlock(blocks.RegexBlock):
    """The short name of a situation or an ending."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            **(
                {"regex": KEY, "error_messages": {"invalid": "Use small letters, digits and hyphens."}}
                | kwargs
            )
        )


def _dimensions(label: str) -> blocks.MultipleChoiceBlock:
    return blocks.MultipleChoiceBlock(
        choices=list(DIMENSIONS.items()), required=False, label=label, widget=CheckboxSelectMultiple
    )


class ChoiceBlock(blocks.StructBlock):
    """Something to do, and where it leads."""

    text = blocks.CharBlock(max_length=300)
    verdict = blocks.ChoiceBlock(choices=VERDICTS)
    feedback = blocks.TextBlock(rows=2, help_text="What comes of it, for the person and for the learner.")
    next = KeyBlock(label="Leads to", help_text="The short name of a situation or an ending.")
    hits = _dimensions("It gets right")
    misses = _dimensions("It misses")

    class Meta:
        icon = "radio-empty"
        label_format = "{verdict}: {text}"


class NodeBlock(blocks.StructBlock):
    """A situation that asks for a decision."""

    key = KeyBlock(label="Short name", help_text="Choices lead here by it. It does not change.")
    title = blocks.CharBlock(max_length=120)
    text = blocks.RichTextBlock(features=RICH_TEXT)
    record = SnippetChooserBlock("modules.PracticeRecord", required=False)
    rows = blocks.ListBlock(
        blocks.CharBlock(max_length=60, label="Short name of a row"),
        default=[],
        help_text="Rows of the practice record that it shows.",
    )
    choices = blocks.ListBlock(ChoiceBlock(), min_num=1)

    def clean(self, value: Any) -> Any:
        """Refuse a record that is still a draft. Drafts of modules are free."""
        cleaned = super().clean(value)
        if not self.is_deferred_validation and (fault := fault_of_choice(cleaned["record"])):
            raise StructBlockValidationError({"record": fault})
        return cleaned

    class Meta:
        icon = "help"
        label = "Situation"
        label_format = "{key}: {title}"


class EndingBlock(blocks.StructBlock):
    """How it ends."""

    key = KeyBlock(label="Short name")
    title = blocks.CharBlock(max_length=120)
    kind = blocks.ChoiceBlock(choices=ENDINGS)
    person = blocks.RichTextBlock(features=RICH_TEXT, label="What happened to the person")
    next_worker = blocks.RichTextBlock(features=RICH_TEXT, label="What the next worker saw")

    class Meta:
        icon = "tick"
        label_format = "{key}: {title}"


class StartBlock(blocks.StructBlock):
    """Where people of some roles begin."""

    node = KeyBlock(label="Begins at", help_text="The short name of a situation.")
    label = blocks.CharBlock(max_length=120, help_text="Who the learner is here: You are the ward nurse.")
    roles = blocks.ListBlock(
        SnippetChooserBlock("modules.Role"),
        default=[],
        help_text="For these roles; none: for everybody else.",
    )

    class Meta:
        icon = "user"
        label_format = "{label}"


class ScenarioBlock(blocks.StructBlock):
    """A branching scenario: situations, choices and endings. The preview draws its map."""

    title = blocks.CharBlock(max_length=120)
    introduction = blocks.RichTextBlock(features=RICH_TEXT)
    starts = blocks.ListBlock(StartBlock(), min_num=1)
    nodes = blocks.ListBlock(NodeBlock(), min_num=1, label="Situations")
    endings = blocks.ListBlock(EndingBlock(), min_num=1)

    def clean(self, value: Any) -> Any:
        """Refuse a scenario that does not hold together, each fault at its place. Drafts are not held to it."""
        cleaned = super().clean(value)
        if not self.is_deferred_validation and (found := faults(self.scenario_from("checked", cleaned))):
            raise error_of(found)
        return cleaned

    def get_preview_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """In the block chooser, show the plain scenario."""
        context = super().get_preview_context(value, parent_context)
        return context | {"scenario": self.scenario_from("preview", value)}

    def scenario_from(self, scenario_id: str, value: Any) -> Scenario:
        """The plain scenario that this block's value describes."""
        return Scenario(
            id=scenario_id,
            title=value["title"] or "",
            introduction=html_of(value["introduction"]),
            starts=tuple(_start(start) for start in value["starts"]),
            nodes=tuple(_node(node) for node in value["nodes"]),
            endings=tuple(_ending(ending) for ending in value["endings"]),
        )

    class Meta:
        icon = "sitemap"
        group = "To do"
        label_format = "{title}"
        description = "A situation that branches: choices, what comes of them, and how it ends."
        preview_template = "modules/blocks/scenario_preview.html"
        preview_value = EXAMPLE


def _start(value: Any) -> Start:
    roles = tuple(role.slug for role in value["roles"] if role)
    return Start(node=value["node"] or "", label=value["label"] or "", roles=roles)


def _node(value: Any) -> Node:
    return Node(
        key=value["key"] or "",
        title=value["title"] or "",
        text=html_of(value["text"]),
        choices=tuple(_choice(child) for child in value["choices"].bound_blocks),
        record=value["record"].plain if value["record"] else None,
        rows=tuple(value["rows"]),
    )


def _choice(child: Any) -> Choice:
    value = child.value
    return Choice(
        id=str(child.id),
        text=value["text"] or "",
        verdict=value["verdict"] or "",
        feedback=value["feedback"] or "",
        next=value["next"] or "",
        hits=tuple(value["hits"] or ()),
        misses=tuple(value["misses"] or ()),
    )


def _ending(value: Any) -> Ending:
    return Ending(
        key=value["key"] or "",
        title=value["title"] or "",
        kind=value["kind"] or "",
        person=html_of(value["person"]),
        next_worker=html_of(value["next_worker"]),
    )
