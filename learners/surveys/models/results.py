"""What is shown of a survey: figures that `suppress` left, and themes that somebody typed."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from learners.organisations.models import Organisation, StaffGroup
from learners.surveys.models.wave import Wave


class Part(models.TextChoices):
    """Of whom a figure is."""

    ORGANISATION = "organisation", "One organisation"
    STAFF_GROUP = "staff_group", "One staff group"
    ALL = "all", "Everybody"


class SurveyFigure(models.Model):
    """One figure of a settled survey, as it is shown. Without numbers: too few answers.

    With a sub-scale: how many agree, of how many who answered, and their median in halves, 1 to 5. Without one: how
    many answered, of how many who were asked, to the nearest five.
    """

    wave = models.ForeignKey(Wave, on_delete=models.PROTECT, related_name="figures")
    part = models.CharField(max_length=12, choices=Part.choices)
    organisation = models.ForeignKey(Organisation, null=True, on_delete=models.PROTECT, related_name="+")
    staff_group = models.CharField(max_length=30, choices=StaffGroup.choices, blank=True)
    scale = models.CharField(max_length=60, blank=True)
    number = models.PositiveIntegerField(null=True)
    total = models.PositiveIntegerField(null=True)
    halves = models.PositiveSmallIntegerField(null=True, help_text="The median, in halves: 7 is 3.5.")
    is_rounded = models.BooleanField(default=False)

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint("wave", "organisation", "scale", name="survey_figure_of_organisation"),
            models.UniqueConstraint(
                "wave",
                "part",
                "staff_group",
                "scale",
                condition=Q(organisation=None),
                name="survey_figure_across",
            ),
            models.CheckConstraint(
                condition=Q(number=None, total=None, halves=None) | Q(number__lte=models.F("total")),
                name="survey_figure_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_part_display()}, {self.scale or 'answers'}"


class Theme(models.Model):
    """What gets in the way, in the words of somebody who read what people wrote. This is what organisations see."""

    wave = models.ForeignKey(Wave, on_delete=models.PROTECT, related_name="themes", verbose_name="survey")
    organisation = models.ForeignKey(
        Organisation,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Whose people say so. Empty: the whole network.",
    )
    words = models.CharField(
        max_length=200, help_text="Your own words, and no quotation. Nobody must be told from them."
    )

    class Meta:
        ordering = ("wave", "organisation__name", "pk")

    def __str__(self) -> str:
        return self.words

    def clean(self) -> None:
        """Refuse a theme before anybody may read, or of an organisation in which too few answered."""
        super().clean()
        wave = Wave.objects.filter(pk=self.wave_id, settled_on__isnull=False).first()
        if wave is None:
            raise ValidationError({"wave": "This survey is not counted yet."})
        shown = wave.figures.filter(organisation=self.organisation_id, scale="", number__isnull=False)
        if self.organisation_id and not shown.exists():
            raise ValidationError({"organisation": "Too few answered there. Say it of the whole network."})
