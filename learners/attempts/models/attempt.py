"""One person's way through one module, and what they answered."""

import datetime
import uuid
from dataclasses import replace
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from learners.organisations.models import Organisation
from modules.models import Edition
from modules.outline import Outline, Pool

QUESTIONS_OF_A_REFRESHER = 3


class Extent(models.TextChoices):
    """How much of the module an attempt goes through."""

    WHOLE = "whole", "The whole module"
    CHANGES = "changes", "What has changed"
    REFRESHER = "refresher", "A refresher"


class AttemptQuerySet(models.QuerySet["Attempt"]):
    """Attempts."""

    def of(self, person: object) -> Self:
        """One person's."""
        return self.filter(person=person).with_related()

    def with_related(self) -> Self:
        """With the rows that every screen and event needs."""
        return self.select_related("edition", "organisation", "person")

    def unfinished(self) -> Self:
        """Those still under way."""
        return self.filter(finished_at=None)


class Attempt(models.Model):
    """One person's way through one Edition, from start to completion. Its id is the xAPI registration."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="attempts")
    organisation = models.ForeignKey(
        Organisation, null=True, on_delete=models.PROTECT, related_name="+", help_text="The hat worn."
    )
    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="attempts")
    module_key = models.UUIDField()
    started_at = models.DateTimeField()
    last_active_at = models.DateTimeField()
    active_seconds = models.PositiveIntegerField(default=0, help_text="Time spent, long pauses left out.")
    reviewed_sittings = models.PositiveSmallIntegerField(
        default=0, help_text="How many sittings of the check the last guided review looked back on."
    )
    took_check_first = models.BooleanField(
        default=False, help_text="Whether the check was taken before the sections were read."
    )
    finished_at = models.DateTimeField(null=True)
    extent = models.CharField(max_length=10, choices=Extent.choices, default=Extent.WHOLE)
    section_ids = models.JSONField(
        default=list, help_text="The sections to go through, where it is not all of them."
    )
    question_ids = models.JSONField(
        default=list,
        help_text="The questions of the check that may be asked, where it is not the whole module.",
    )
    shown_visibility = models.JSONField(
        default=dict,
        help_text="What the person was told they can see, when it was first shown, by the id of the block.",
    )

    objects = AttemptQuerySet.as_manager()

    LONGEST_PAUSE = datetime.timedelta(minutes=10)

    class Meta:
        ordering = ("-last_active_at",)
        constraints = [
            models.UniqueConstraint(
                F("person"),
                F("module_key"),
                condition=Q(finished_at=None),
                name="one_open_attempt_at_a_module",
            )
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.edition}"

    @property
    def is_whole(self) -> bool:
        """Whether it goes through all of the module."""
        return self.extent == Extent.WHOLE

    @property
    def outline(self) -> Outline:
        """What is gone through: the Edition, or the part of it that is asked of this person.

        A refresher asks three of its questions, others than last time where there are some, and wants all right.
        """
        if self.is_whole:
            return self.edition.outline
        ids = tuple(self.question_ids)
        if self.extent == Extent.CHANGES:
            return self.edition.outline.only(self.section_ids, ids)
        drawn = Pool(Extent.REFRESHER, min(QUESTIONS_OF_A_REFRESHER, len(ids)), ids)
        return replace(self.edition.outline.only(self.section_ids, ids, (drawn,)), pass_mark=1.0)


class SectionRead(models.Model):
    """A section that was gone through to its end."""

    attempt = models.ForeignKey(Attempt, on_delete=models.PROTECT, related_name="sections_read")
    section_id = models.CharField(max_length=36)
    read_at = models.DateTimeField()
    was_skipped = models.BooleanField(default=False, help_text="Skipped after its content warning.")

    class Meta:
        constraints = [models.UniqueConstraint("attempt", "section_id", name="section_read_once")]

    def __str__(self) -> str:
        return self.section_id


class Sitting(models.Model):
    """One go at the check: the questions fixed when it begins, marked when it is handed in."""

    attempt = models.ForeignKey(Attempt, on_delete=models.PROTECT, related_name="sittings")
    number = models.PositiveSmallIntegerField()
    question_ids = models.JSONField()
    started_at = models.DateTimeField()
    submitted_at = models.DateTimeField(null=True)
    raw = models.FloatField(null=True)
    maximum = models.FloatField(null=True)
    passed = models.BooleanField(null=True)

    class Meta:
        ordering = ("number",)
        constraints = [
            models.UniqueConstraint(F("attempt"), F("number"), name="sitting_number_once"),
            models.UniqueConstraint(F("attempt"), condition=Q(submitted_at=None), name="one_open_sitting"),
        ]

    def __str__(self) -> str:
        return f"Try {self.number}"


class SelfMark(models.TextChoices):
    """How somebody marks their own words against a model answer."""

    MOSTLY = "mostly", "Mine says much the same"
    PARTLY = "partly", "Mine has some of it"
    NOT_YET = "not_yet", "I would write it differently now"


class Response(models.Model):
    """What was answered to one question: in place (no sitting; the first answer stands) or in a sitting."""

    attempt = models.ForeignKey(Attempt, on_delete=models.PROTECT, related_name="responses")
    sitting = models.ForeignKey(Sitting, null=True, on_delete=models.PROTECT, related_name="responses")
    question_id = models.CharField(max_length=36)
    answer = models.JSONField()
    points = models.FloatField(null=True, help_text="Empty until the sitting is handed in.")
    available = models.FloatField(null=True)
    answered_at = models.DateTimeField()
    opened = models.JSONField(
        null=True,
        help_text="The sections of the practice record that were open before the answer; empty without a record.",
    )
    self_mark = models.CharField(
        max_length=10, choices=SelfMark.choices, blank=True, help_text="Of an answer in one's own words."
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                F("attempt"), F("question_id"), condition=Q(sitting=None), name="answered_in_place_once"
            ),
            models.UniqueConstraint("sitting", "question_id", name="answered_in_sitting_once"),
        ]

    def __str__(self) -> str:
        return self.question_id
