"""Rows to tick in a practice record, and things to miss from it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from wagtail import blocks
from wagtail.blocks.list_block import ListBlockValidationError
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.snippets.blocks import SnippetChooserBlock

from modules.practice.choosing import fault_of_choice, plain_of
from modules.practice.record import SECTIONS, Entry, Record
from modules.questions.block import QuestionBlock
from modules.questions.multiple_choice import MultipleChoice
from modules.questions.question import Option
from modules.questions.registry import question_type


@dataclass(frozen=True, slots=True)
class Tick(Option):
    """A row of the record to tick, or, without an entry, something that is not in the record."""

    entry: Entry | None = None

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, kw_only=True)
class FindInRecord(MultipleChoice):
    """Stored answer: `{"chosen": [option id, …]}`, in the order of the options."""

    record: Record
    options: tuple[Tick, ...]
    type = "find_in_record"
    template = "modules/questions/find_in_record.html"

    @property
    def answered_in(self) -> tuple[str, ...]:
        """The sections in which the right rows stand, in the order of the record."""
        found = {option.entry.section for option in self.options if option.entry and option.is_right}
        return tuple(section for section in SECTIONS if section in found)

    @property
    def has_rows(self) -> bool:
        """Whether there are rows to tick."""
        return any(option.entry for option in self.options)

    @property
    def has_missing(self) -> bool:
        """Whether something to tick is not in the record."""
        return not all(option.entry for option in self.options)

    def form_fields(self) -> dict[str, Any]:
        # The labels are the options themselves, from which the template lays out the rows.
        return {
            "chosen": forms.MultipleChoiceField(
                label=self.prompt,
                choices=[(option.id, option) for option in self.options],
                widget=forms.CheckboxSelectMultiple,
                error_messages={
                    "required": "Tick at least one row",
                    "invalid_choice": "Tick only what is shown",
                },
            )
        }


class TickBlock(blocks.StructBlock):
    """A row to tick, or something that should be there and is not. One of the two."""

    row = blocks.CharBlock(
        max_length=60, required=False, label="Row", help_text="The short name of a row of the record."
    )
    missing = blocks.CharBlock(
        max_length=200,
        required=False,
        label="Or: not in the record",
        help_text="Something that one would look for here, and that is not in it.",
    )
    feedback = blocks.TextBlock(rows=2, help_text="What somebody who ticked this should hear.")
    is_right = blocks.BooleanBlock(required=False, label="This is right")

    class Meta:
        icon = "tick"
        label_format = "{row}{missing}"


@question_type
class FindInRecordBlock(QuestionBlock):
    """Rows to tick in a practice record."""

    question_class = FindInRecord
    position = 70

    record = SnippetChooserBlock("modules.PracticeRecord")
    options = blocks.ListBlock(TickBlock(), min_num=2)

    def particulars(self, value: Any) -> dict[str, Any]:
        record = plain_of(value["record"])
        return {"record": record, "options": tuple(_ticks(record, value["options"].bound_blocks))}

    def hold(self, value: Any) -> None:
        if fault := fault_of_choice(value["record"]):
            raise StructBlockValidationError({"record": fault})
        ticks = [child.value for child in value["options"].bound_blocks]
        faults = _faults(plain_of(value["record"]), ticks)
        if faults:
            raise StructBlockValidationError({"options": ListBlockValidationError(block_errors=faults)})
        if not any(tick["is_right"] for tick in ticks):
            raise StructBlockValidationError(
                {"options": ValidationError("Mark at least one option as right.")}
            )

    def get_preview_value(self) -> Any:
        """Nothing is chosen in the preview: a record made for it stands in."""
        return self.to_python(PREVIEW)

    class Meta:
        icon = "table"
        label = "Find in record"
        description = (
            "Rows of a practice record to tick, and things that are not in it. Say in the question how many."
        )


PREVIEW = {
    "question": "Who should know about the new medicine? Tick 1.",
    "skill": "act",
    "why": "<p>The letter asks her practice to start it.</p>",
    "record": None,
    "options": [
        {
            "row": "",
            "missing": "A start date for vitamin D",
            "feedback": "Ring the clinic.",
            "is_right": True,
        },
        {"row": "", "missing": "The name of her practice", "feedback": "It is there.", "is_right": False},
    ],
}


def _ticks(record: Record, children: Any) -> Iterator[Tick]:
    """Options as ticks. Two rows that say the same are told apart by their date and source."""
    said = Counter(entry.what for child in children if (entry := record.entry(child.value["row"] or "")))
    for child in children:
        value, entry = child.value, record.entry(child.value["row"] or "")
        text = value["missing"] or f"No row is called “{value['row']}”"
        if entry:
            text = entry.what if said[entry.what] == 1 else f"{entry.what} ({entry.date}, {entry.source})"
        yield Tick(str(child.id), text, value["feedback"], bool(value["is_right"]), entry)


def _faults(record: Record, ticks: list[Any]) -> dict[int, StructBlockValidationError]:
    """What is wrong with single options, by their places."""
    times = Counter((tick["row"] or tick["missing"]).strip().casefold() for tick in ticks)
    found = {}
    for place, tick in enumerate(ticks):
        name, problem = "row", ""
        if bool(tick["row"]) == bool(tick["missing"]):
            problem = "Give either a row, or what is not in the record."
        elif tick["row"] and record.entry(tick["row"]) is None:
            problem = f"No row of this record is called “{tick['row']}”."
        elif times[(tick["row"] or tick["missing"]).strip().casefold()] > 1:
            name, problem = "row" if tick["row"] else "missing", "Two options are the same."
        if problem:
            found[place] = StructBlockValidationError({name: ValidationError(problem)})
    return found
