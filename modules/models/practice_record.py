"""The practice record that educators write in the CMS."""

import uuid
from typing import Any

from django.contrib.contenttypes.fields import GenericRelation
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.db import models
from wagtail.fields import RichTextField
from wagtail.models import DraftStateMixin, PreviewableMixin, Revision, RevisionMixin

from modules.blocks.field import ContentField
from modules.blocks.practice_record import (
    AccessesBlock,
    EntriesBlock,
    FeedsBlock,
    FlagsBlock,
    ReasonsBlock,
)
from modules.blocks.text import RICH_TEXT, html_of
from modules.completeness import faults
from modules.practice.nhs_number import is_fictional_nhs_number
from modules.practice.record import Access, Entry, Feed, Flag, Reason, Record
from modules.practice.rows import Sheet, sheets


def validate_fictional(text: str) -> None:
    """Refuse a number that could be a real person's. Raises ValidationError."""
    if not is_fictional_nhs_number(text):
        raise ValidationError("Use a valid NHS number from the test range, which begins with 999.")


class PracticeRecord(PreviewableMixin, DraftStateMixin, RevisionMixin, models.Model):
    """A fictional person's shared record. An Edition pins the revision that was live when it was published."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    person = models.CharField(max_length=80, help_text="A fictional name.")
    prefers = models.CharField("likes to be called", max_length=60, blank=True)
    title = models.CharField(
        "name of the record", max_length=80, default="Vale Shared Record", help_text="As its viewer calls it."
    )
    nhs_number = models.CharField(
        "NHS number",
        max_length=12,
        validators=[validate_fictional],
        help_text="From the test range: it begins with 999.",
    )
    age = models.PositiveSmallIntegerField(validators=[MaxValueValidator(120)])
    permission = RichTextField(
        "permission step", features=RICH_TEXT, help_text="What a learner is told before the record opens."
    )
    reasons = ContentField(ReasonsBlock(), help_text="At least one must open the record.")
    flags = ContentField(FlagsBlock(required=False), blank=True)
    feeds = ContentField(FeedsBlock(required=False), blank=True)
    entries = ContentField(EntriesBlock())
    accesses = ContentField(AccessesBlock(required=False), blank=True, verbose_name="audit trail")
    _revisions = GenericRelation(Revision, related_query_name="practice_record")

    class Meta:
        ordering = ("person",)
        verbose_name = "practice record"

    def __str__(self) -> str:
        return self.person

    @property
    def revisions(self) -> Any:
        """Its revisions, for Wagtail."""
        return self._revisions

    def publish(self, revision: Revision, *args: Any, **kwargs: Any) -> Any:
        """Publish, unless something is missing or wrong. Raises ValidationError with messages for each field."""
        if problems := faults(revision.as_object()):
            raise ValidationError(problems)
        return super().publish(revision, *args, **kwargs)

    def get_preview_template(self, request: Any, mode_name: str) -> str:
        """The whole record on one page, with what stands before and behind it."""
        return "modules/practice_record_preview.html"

    @property
    def sheets(self) -> list[Sheet]:
        """Every section as a page shows it, those that hold nothing, too."""
        return sheets(self.plain)

    @property
    def plain(self) -> Record:
        """The record as plain data, as it stands in this object."""
        return Record(
            key=str(self.key),
            title=self.title,
            person=self.person,
            prefers=self.prefers,
            nhs_number=self.nhs_number,
            age=self.age or 0,
            permission=str(self.permission),
            flags=tuple(Flag(**child.value) for child in self.flags),
            feeds=tuple(Feed(**child.value) for child in self.feeds),
            entries=tuple(_entry(child) for child in self.entries),
            reasons=tuple(Reason(id=str(child.id), **child.value) for child in self.reasons),
            accesses=tuple(Access(**child.value) for child in self.accesses),
        )


def _entry(child: Any) -> Entry:
    section = child.block_type.replace("_", "-")  # the names of blocks hold no hyphens
    detail, days_ago = (
        html_of(child.value["detail"]),
        child.value["days_ago"] or 0,
    )  # a draft may lack either
    return Entry(section=section, **{**child.value, "detail": detail, "days_ago": days_ago})
