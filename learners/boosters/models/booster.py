"""Three questions that went to one person, and what they answered."""

import datetime
import uuid
from typing import Any, Self

from django.db import models
from django.db.models import Q

from learners.records.models import Completion
from modules.models import Edition
from modules.questions.question import Question

OPEN_FOR = datetime.timedelta(days=60)


class BoosterQuerySet(models.QuerySet["Booster"]):
    """Boosters."""

    def unsent(self) -> Self:
        """Those of which nobody knows that the mail server took them."""
        return self.filter(sent_at=None)

    def sent(self) -> Self:
        """Those that went out, in order."""
        return self.exclude(sent_at=None).order_by("day", "pk")


class Booster(models.Model):
    """Theirs alone: it is no event and no statement, and no manager ever sees that there was one."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    completion = models.ForeignKey(Completion, on_delete=models.PROTECT, related_name="boosters")
    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="+")
    question_ids = models.JSONField(help_text="Drawn when it is sent, and kept.")
    is_again = models.BooleanField(default=False, help_text="Came sooner because of what was missed.")
    token_hash = models.CharField(max_length=64, unique=True, help_text="Of what stands in its link.")
    day = models.DateField(help_text="The day on which it is the one e-mail.")
    lease_until = models.DateTimeField(null=True, help_text="Until then somebody is sending it.")
    sent_at = models.DateTimeField(null=True, help_text="Empty until the mail server has taken it.")
    finished_at = models.DateTimeField(null=True)

    objects = BoosterQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint("completion", condition=Q(sent_at=None), name="booster_waits_once")
        ]

    def __str__(self) -> str:
        return f"Booster {self.pk}"

    @property
    def questions(self) -> list[Question]:
        """What it asks, as its Edition has it."""
        found = (self.edition.outline.question(each) for each in self.question_ids)
        return [question for question in found if question]

    def is_open(self, at: datetime.datetime) -> bool:
        """Whether it can be answered still: for 60 days, as long as the module is published."""
        return bool(self.sent_at and at < self.sent_at + OPEN_FOR and self.edition.page.live)


class BoosterAnswer(models.Model):
    """The answer to one question of a booster. The first stands."""

    booster = models.ForeignKey(Booster, on_delete=models.CASCADE, related_name="answers")
    question_id = models.CharField(max_length=36)
    answer: Any = models.JSONField()
    points = models.FloatField()
    available = models.FloatField()
    answered_at = models.DateTimeField()

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint("booster", "question_id", name="booster_answered_once")]

    def __str__(self) -> str:
        return self.question_id

    @property
    def is_right(self) -> bool:
        """Wholly right."""
        return self.points == self.available
