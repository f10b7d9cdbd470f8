"""How content is found: the role it is for, and the business capability it serves."""

from django.db import models


class Term(models.Model):
    """A named entry of a list that has an order of its own."""

    name = models.CharField(max_length=100, unique=True)
    slug = models.SlugField(
        max_length=60, unique=True, help_text="Used in addresses and imports. Does not change."
    )
    position = models.PositiveSmallIntegerField(default=100, help_text="Lower comes first.")

    class Meta:
        abstract = True
        ordering = ("position", "name")

    def __str__(self) -> str:
        return self.name


class Role(Term):
    """What a person does in care, which decides what they are shown. Employers' job titles map to one of these."""


class Capability(Term):
    """A thing that a network of care organisations must be able to do together: discharges, referrals, care plans."""

    description = models.CharField(max_length=255, blank=True)

    class Meta(Term.Meta):
        verbose_name = "business capability"
        verbose_name_plural = "business capabilities"
