"""A practice record that a block names."""

from typing import Any

from django.core.exceptions import ValidationError

from modules.practice.record import Record

NOBODY = Record(
    key="",
    title="Practice record",
    person="No record is chosen yet",
    prefers="",
    nhs_number="",
    age=0,
    permission="",
    flags=(),
    feeds=(),
    entries=(),
    reasons=(),
    accesses=(),
)
"""What a draft shows before its author has chosen a record."""


def plain_of(chosen: Any) -> Record:
    """The chosen record as plain data; an empty one where none is chosen."""
    return chosen.plain if chosen else NOBODY


def fault_of_choice(chosen: Any) -> ValidationError | None:
    """Why a module cannot be published with this record, or None."""
    if chosen is not None and not chosen.live:
        return ValidationError("This practice record is a draft. Publish it first.")
    return None
