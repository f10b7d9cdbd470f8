"""Things to sort into a few categories."""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from wagtail import blocks
from wagtail.blocks.list_block import ListBlockValidationError
from wagtail.blocks.struct_block import StructBlockValidationError

from modules.questions.block import QuestionBlock, repeats
from modules.questions.fields import one_of
from modules.questions.placing import Placed, Placing
from modules.questions.question import Option
from modules.questions.registry import question_type


@dataclass(frozen=True, kw_only=True)
class Categorise(Placing):
    """The targets are the categories. Each may take any number of items."""

    type = "categorise"
    belongs = "It belongs to “{}”."

    def field_of(self, item: Placed) -> Any:
        return one_of(
            item.text,
            self.targets,
            required=f"Choose where “{item.text}” belongs",
            unknown="Choose one of those shown",
        )


class CategoryBlock(blocks.StructBlock):
    """Where something can belong."""

    name = blocks.CharBlock(max_length=60)

    class Meta:
        icon = "folder"
        label_format = "{name}"


class ItemBlock(blocks.StructBlock):
    """Something to sort."""

    text = blocks.CharBlock(max_length=200)
    category = blocks.CharBlock(max_length=60, help_text="The name of its category, as it stands above.")
    feedback = blocks.TextBlock(rows=2, help_text="Shown after marking: why it belongs there.")

    class Meta:
        icon = "doc-empty"
        label_format = "{text}"


@question_type
class CategoriseBlock(QuestionBlock):
    """Things to sort into a few categories."""

    question_class = Categorise
    position = 60

    categories = blocks.ListBlock(CategoryBlock(), min_num=2, max_num=4)
    items = blocks.ListBlock(ItemBlock(), min_num=2)

    def particulars(self, value: Any) -> dict[str, Any]:
        categories = value["categories"].bound_blocks
        targets = tuple(Option(str(child.id), child.value["name"], "") for child in categories)
        ids = {target.text: target.id for target in targets}
        return {
            "targets": targets,
            "items": tuple(
                Placed(
                    str(child.id),
                    child.value["text"],
                    child.value["feedback"],
                    target=ids.get(child.value["category"], ""),
                )
                for child in value["items"].bound_blocks
            ),
        }

    def hold(self, value: Any) -> None:
        names = [category["name"] for category in value["categories"]]
        if repeats(names):
            raise StructBlockValidationError(
                {"categories": ValidationError("Two categories have the same name.")}
            )
        faults = {
            place: StructBlockValidationError(
                {"category": ValidationError(f"No category is called “{item['category']}”.")}
            )
            for place, item in enumerate(value["items"])
            if item["category"] not in names
        }
        if faults:
            raise StructBlockValidationError({"items": ListBlockValidationError(block_errors=faults)})
        if repeats(item["text"] for item in value["items"]):
            raise StructBlockValidationError({"items": ValidationError("Two items say the same.")})

    class Meta:
        icon = "folder-open-1"
        description = "Things to sort, each into one of two to four categories."
        preview_value = {
            "question": "May you look?",
            "skill": "may_i",
            "why": "<p>Look when it is for the person's care, and yours to give.</p>",
            "categories": [{"name": "Yes"}, {"name": "No"}],
            "items": [
                {"text": "Somebody on your ward", "category": "Yes", "feedback": "You care for them."},
                {"text": "A neighbour", "category": "No", "feedback": "That is no work reason."},
            ],
        }
