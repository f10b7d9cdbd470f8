"""The Edition: a published version of a module, frozen."""

from functools import cached_property
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from modules.models.sign_off import kinds_missing
from modules.models.taxonomy import SignOffKind
from modules.outline import Outline


class Change(models.TextChoices):
    """How much a new Edition asks of people who did an earlier one."""

    MATERIAL = "material", "Material: what people must know has changed"
    MINOR = "minor", "Minor: wording only"


class EditionQuerySet(models.QuerySet["Edition"]):
    """Editions, newest last."""

    def newest(self) -> "Edition | None":
        """The Edition that a person who starts today takes."""
        return self.order_by("number").last()

    def with_people(self) -> Self:
        """With who published and who reviewed, newest first: a module's history."""
        return self.select_related("published_by", "reviewed_by").order_by("-number")


class Edition(models.Model):
    """A module as it was published at a moment. It pins the revision, and never changes afterwards."""

    page = models.ForeignKey("modules.ModulePage", on_delete=models.PROTECT, related_name="editions")
    module_key = models.UUIDField(
        db_index=True,
        editable=False,
        help_text="The module's identity in every language: the page's translation key.",
    )
    revision = models.OneToOneField("wagtailcore.Revision", on_delete=models.PROTECT, related_name="edition")
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=255)
    minutes = models.PositiveSmallIntegerField()
    change = models.CharField(max_length=10, choices=Change.choices)
    change_note = models.CharField(max_length=200)
    published_at = models.DateTimeField()
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="The clinical reviewer who approved this very revision; empty where nobody did.",
    )

    objects = EditionQuerySet.as_manager()

    class Meta:
        ordering = ("page", "number")
        constraints = [
            models.UniqueConstraint(F("page"), F("number"), name="edition_number_once"),
            models.CheckConstraint(condition=Q(number__gte=1), name="edition_number_from_one"),
        ]

    def __str__(self) -> str:
        return f"{self.title}, Edition {self.number}"

    @cached_property
    def outline(self) -> Outline:
        """What a learner meets in it: sections, questions and the check."""
        from modules.editions import outline_of

        return outline_of(self)

    @cached_property
    def sign_offs_missing(self) -> list[SignOffKind]:
        """The sign-offs that the pinned revision needs and that nobody gave it."""
        return list(kinds_missing(self.revision_id))


class EditionRecord(models.Model):
    """A practice record as an Edition shows it: the revision that was live when the Edition was published."""

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="records")
    record = models.ForeignKey("modules.PracticeRecord", on_delete=models.PROTECT, related_name="+")
    revision = models.ForeignKey("wagtailcore.Revision", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint("edition", "record", name="edition_record_once")]

    def __str__(self) -> str:
        return f"{self.record} in {self.edition}"
