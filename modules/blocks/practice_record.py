"""What a practice record is made of, as an educator writes it."""

from collections import Counter
from typing import Any

from django.core.exceptions import ValidationError
from wagtail import blocks
from wagtail.blocks.stream_block import StreamBlockValidationError
from wagtail.blocks.struct_block import StructBlockValidationError

from modules.blocks.text import RICH_TEXT
from modules.practice.record import SECTIONS, Verdict

FEED_STATES = [
    ("live", "Live: arrives at once"),
    ("periodic", "Periodic: arrives in batches"),
    ("late", "Late: today's batch has not arrived"),
    ("absent", "Absent: this service does not share"),
]
VERDICTS = [("good", "Good"), ("okay", "Okay"), ("unsafe", "Unsafe")]


class EntryBlock(blocks.StructBlock):
    """One row of a record: what it says, and where it comes from."""

    what = blocks.CharBlock(max_length=300)
    status = blocks.CharBlock(max_length=80, required=False)
    date = blocks.CharBlock(max_length=60, help_text="As a reader sees it: 12 days ago, or 2019.")
    days_ago = blocks.IntegerBlock(
        min_value=0, max_value=40_000, help_text="The same in days. The date filter goes by it."
    )
    author_role = blocks.CharBlock(max_length=80, label="Author's role")
    source = blocks.CharBlock(max_length=120, help_text="The organisation that wrote it.")
    detail = blocks.RichTextBlock(
        features=RICH_TEXT, required=False, help_text="Opens below the row: the text of a letter, say."
    )
    ref = blocks.RegexBlock(
        regex=r"^[a-z0-9-]{2,60}$",
        label="Short name",
        error_messages={"invalid": "Use small letters, digits and hyphens."},
        help_text="Questions and scenarios name the row by it: letter-vitamin-d. It does not change.",
    )
    conflicts_with = blocks.CharBlock(
        max_length=60, required=False, help_text="The short name of a row that says otherwise."
    )

    class Meta:
        icon = "list-ul"
        label_format = "{what}"


class EntriesBlock(blocks.StreamBlock):
    """The rows of a record. A row's kind is the section in which it stands."""

    def __init__(self, local_blocks: Any = None, **kwargs: Any) -> None:
        kinds = [
            (slug.replace("-", "_"), EntryBlock(label=label, icon="list-ul"))
            for slug, label in SECTIONS.items()
        ]
        super().__init__([*(local_blocks or []), *kinds], **kwargs)

    def clean(self, value: Any) -> Any:
        """Hold rows to their short names: each once, and contradicting only rows that are there. Drafts are free."""
        cleaned = super().clean(value)
        if not self.is_deferred_validation and (errors := _faults_of_rows([row.value for row in cleaned])):
            raise StreamBlockValidationError(block_errors=errors)
        return cleaned

    class Meta:
        min_num = 1


def _faults_of_rows(rows: list[Any]) -> dict[int, StructBlockValidationError]:
    """What is wrong with short names, by the place of the row."""
    times = Counter(row["ref"] for row in rows)
    found = {}
    for place, row in enumerate(rows):
        faults = {}
        if times[row["ref"]] > 1:
            faults["ref"] = ValidationError("Two rows have this short name. Give each its own.")
        if row["conflicts_with"] and row["conflicts_with"] == row["ref"]:
            faults["conflicts_with"] = ValidationError("A row cannot contradict itself.")
        elif row["conflicts_with"] and row["conflicts_with"] not in times:
            faults["conflicts_with"] = ValidationError("No row of this record has this short name.")
        if faults:
            found[place] = StructBlockValidationError(faults)
    return found


class FlagBlock(blocks.StructBlock):
    """Something in the banner."""

    title = blocks.CharBlock(max_length=80)
    text = blocks.CharBlock(max_length=300)
    source = blocks.CharBlock(max_length=160, help_text="Who recorded it, and when it was reviewed.")

    class Meta:
        icon = "warning"
        label_format = "{title}"


class FeedBlock(blocks.StructBlock):
    """How a service's information arrives."""

    source = blocks.CharBlock(max_length=120)
    state = blocks.ChoiceBlock(choices=FEED_STATES, default="live")
    note = blocks.CharBlock(max_length=200, required=False, help_text="What a reader should know of it.")

    class Meta:
        icon = "download"
        label_format = "{source}: {state}"


class ReasonBlock(blocks.StructBlock):
    """A reason for opening the record."""

    text = blocks.CharBlock(max_length=200)
    verdict = blocks.ChoiceBlock(choices=VERDICTS, help_text="An unsafe reason does not open the record.")
    feedback = blocks.TextBlock(rows=2)

    class Meta:
        icon = "key"
        label_format = "{text}"


class AccessBlock(blocks.StructBlock):
    """A line of the record's audit trail."""

    when = blocks.CharBlock(max_length=60, help_text="As a reader sees it: today 09:12.")
    who = blocks.CharBlock(max_length=80, help_text="A fictional name.")
    role = blocks.CharBlock(max_length=80)
    place = blocks.CharBlock(max_length=120)
    reason = blocks.CharBlock(max_length=200)

    class Meta:
        icon = "view"
        label_format = "{when}, {who}"


class FlagsBlock(blocks.StreamBlock):
    """Flags of the banner."""

    flag = FlagBlock()


class FeedsBlock(blocks.StreamBlock):
    """Feeds of a record."""

    feed = FeedBlock()


class ReasonsBlock(blocks.StreamBlock):
    """Reasons to choose from."""

    reason = ReasonBlock()

    def clean(self, value: Any) -> Any:
        """Refuse a record that nobody could open. Drafts are free."""
        cleaned = super().clean(value)
        if not self.is_deferred_validation and all(row.value["verdict"] == Verdict.UNSAFE for row in cleaned):
            raise StreamBlockValidationError(
                non_block_errors=["Every reason is unsafe. At least one must open the record."]
            )
        return cleaned

    class Meta:
        min_num = 2


class AccessesBlock(blocks.StreamBlock):
    """The audit trail."""

    access = AccessBlock()
