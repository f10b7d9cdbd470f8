"""What a survey asks."""

import uuid

from django.core.validators import MinValueValidator
from django.db import models
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel


class Barrier(models.TextChoices):
    """What keeps people from sharing, as low answers tell it. Guides for teams go by the same names."""

    WHEN = "when", "Not knowing when it helps"
    TRUST = "trust", "Not trusting what is there"
    PERMISSION = "permission", "Not knowing what is allowed"
    CLIMATE = "climate", "No time, or no support"


class Instrument(ClusterableModel):
    """A list of statements to agree or disagree with. A survey keeps them as they were when it opened."""

    name = models.CharField(max_length=120, unique=True)
    introduction = models.CharField(
        max_length=300, blank=True, help_text="Stands above the statements. What they are about."
    )
    asks_words = models.BooleanField("asks what gets in the way", default=True)
    is_retired = models.BooleanField("no longer asked", default=False)

    class Meta:
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name


class Item(models.Model):
    """One statement."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    instrument = ParentalKey(Instrument, on_delete=models.CASCADE, related_name="items")
    number = models.PositiveSmallIntegerField(validators=[MinValueValidator(1)])
    statement = models.CharField(max_length=200)
    scale = models.CharField(
        "sub-scale", max_length=60, help_text="Statements of the same name count together."
    )
    barrier = models.CharField(
        max_length=12,
        choices=Barrier.choices,
        blank=True,
        help_text="What low answers tell of. Empty: nothing.",
    )
    is_reversed = models.BooleanField(
        "reversed", default=False, help_text="Whoever disagrees is the more in favour."
    )

    class Meta:
        ordering = ("number", "pk")

    def __str__(self) -> str:
        return f"{self.number}. {self.statement}"
