"""A piece of a fictional record, as a table."""

from typing import Any

from wagtail import blocks

from modules.blocks.fictional import FictionalNumberBlock
from modules.blocks.text import PASSAGES


class RecordRowBlock(blocks.StructBlock):
    """One entry: what it says, and where it comes from."""

    what = blocks.CharBlock(max_length=300)
    status = blocks.CharBlock(max_length=80, required=False)
    date = blocks.CharBlock(max_length=60, help_text="As a reader would see it: 12 days ago, or 3 May 2026.")
    author_role = blocks.CharBlock(max_length=80, label="Author's role")
    source = blocks.CharBlock(max_length=120, help_text="The organisation or system that it comes from.")

    class Meta:
        icon = "list-ul"
        label_format = "{what}"


class RecordExcerptBlock(blocks.StructBlock):
    """Rows of a fictional person's record. It always says on screen that it is fictional."""

    title = blocks.CharBlock(max_length=120)
    person = blocks.CharBlock(max_length=80, help_text="A fictional name.")
    nhs_number = FictionalNumberBlock(label="NHS number")
    age = blocks.IntegerBlock(min_value=0, max_value=120)
    rows = blocks.ListBlock(RecordRowBlock(), min_num=1)
    note = blocks.CharBlock(max_length=300, required=False)

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Give the component its own words: a person, and who recorded each row."""
        person = {"name": value["person"], "age": value["age"], "nhs_number": value["nhs_number"]}
        rows = [{**row, "recorded_by": row["author_role"]} for row in value["rows"]]
        return super().get_context(value, parent_context) | {"person": person, "rows": rows}

    class Meta:
        icon = "table"
        group = PASSAGES
        label_format = "{title}: {person}"
        description = (
            "An accessible table of a fictional record: what, status, date, author's role and source."
        )
        preview_value = {
            "title": "Shared record",
            "person": "Winifred Tansley",
            "nhs_number": "999 101 2001",
            "age": 82,
            "rows": [
                {
                    "what": "Allergy: trimethoprim, rash",
                    "status": "Active",
                    "date": "2019",
                    "author_role": "GP",
                    "source": "Ashdown Lane Surgery",
                }
            ],
            "note": "",
        }
        template = "modules/blocks/record_excerpt.html"
