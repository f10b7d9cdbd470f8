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


class InformationCategory(Term):
    """A kind of information in a shared record, as sharing agreements name it: allergies, discharge summaries."""

    general = models.TextField(
        "general text",
        max_length=300,
        help_text="What a learner reads where nobody has said whether it can be seen. Safe anywhere.",
    )

    class Meta(Term.Meta):
        verbose_name = "category of information"
        verbose_name_plural = "categories of information"


class FactKind(Term):
    """Something that differs from place to place: organisations answer its question for their own people."""

    general = models.TextField(
        "general text",
        max_length=600,
        help_text="What a learner reads where nobody has answered. Safe anywhere, and it guesses nothing.",
    )

    class Meta(Term.Meta):
        verbose_name = "kind of local fact"
        verbose_name_plural = "kinds of local facts"


class SignOffKind(Term):
    """A sign-off that some modules need besides the clinical review: a pharmacist's, say."""

    group = models.ForeignKey(
        "auth.Group",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="The people who may give it.",
    )

    class Meta(Term.Meta):
        verbose_name = "kind of sign-off"
        verbose_name_plural = "kinds of sign-offs"


class VolatileFact(models.Model):
    """A fact of the outside world that moves: the stage of a bill, the name of a body. Modules rest on it."""

    name = models.CharField(max_length=150, unique=True)
    text = models.TextField("what holds now", max_length=500)
    source = models.URLField(blank=True)
    checked_on = models.DateField("last checked")
    review_by = models.DateField("review by")

    class Meta:
        ordering = ("review_by", "name")
        verbose_name = "fact that moves"
        verbose_name_plural = "facts that move"

    def __str__(self) -> str:
        return self.name
