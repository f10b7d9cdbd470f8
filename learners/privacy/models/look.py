"""That somebody looked at what an organisation may see of its people."""

import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from learners.organisations.models import Appointment, Organisation


class LookQuerySet(models.QuerySet["Look"]):
    """Looks, newest first."""

    def on_everybody(self) -> Self:
        """At a list or a file: at everybody who belonged to the organisation on that day."""
        return self.filter(person=None)

    def of_before(self, moment: datetime.datetime) -> Self:
        """Those too old to keep."""
        return self.filter(at__lt=moment)


class Look(models.Model):
    """A manager or administrator looked at a person, or at everybody on the staff list. Once an hour at most."""

    class Kind(models.TextChoices):
        """At what."""

        PAGE = "page", "Opened your page"
        LIST = "list", "Looked at the list of people"
        FILE = "file", "Downloaded the list as a file"

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    capacity = models.CharField(
        max_length=20, choices=Appointment.Capacity.choices, help_text="As what they might look, at the time."
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Empty for a list or a file, which hold everybody.",
    )
    kind = models.CharField(max_length=10, choices=Kind.choices)
    at = models.DateTimeField(help_text="When first in this hour.")
    hour = models.DateTimeField(editable=False, help_text="The hour in which it was.")

    objects = LookQuerySet.as_manager()

    class Meta:
        ordering = ("-at", "-pk")
        default_permissions = ()
        indexes = [
            models.Index(fields=["organisation", "-at"], condition=Q(person=None), name="look_at_everybody"),
            models.Index(fields=["at"], name="look_oldest"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "organisation", "by", "hour"],
                condition=Q(person__isnull=False),
                name="look_at_person_once_an_hour",
            ),
            models.UniqueConstraint(
                fields=["by", "organisation", "kind", "hour"],
                condition=Q(person=None),
                name="look_at_everybody_once_an_hour",
            ),
            models.CheckConstraint(
                condition=Q(kind="page", person__isnull=False) | Q(kind__in=["list", "file"], person=None),
                name="look_has_its_kind",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.at:%Y-%m-%d %H:%M}"

    @property
    def capacity_in_words(self) -> str:
        """What they were, in a word."""
        return self.get_capacity_display().partition(":")[0]

    @property
    def looker(self) -> str:
        """The same with its article: "A manager"."""
        word = self.capacity_in_words.lower()
        return f"{'An' if word[0] in 'aeiou' else 'A'} {word}"
