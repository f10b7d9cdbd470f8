"""What people keep of their dashboards, and what networks are shown."""

import uuid

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q

from learners.organisations.models import Network, Organisation, StaffGroup


class SavedView(models.Model):
    """What somebody often looks for at one organisation, under a name. Theirs alone."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="saved_views")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=60)
    query = models.CharField(max_length=1000, blank=True, help_text="The filters, as in the page's address.")

    class Meta:
        default_permissions = ()
        ordering = ("name",)
        constraints = [
            models.UniqueConstraint("person", "organisation", "name", name="saved_view_name_once"),
        ]

    def __str__(self) -> str:
        return self.name


class Thresholds(models.Model):
    """From how many per cent on an organisation says that it is nearly there, and on track."""

    organisation = models.OneToOneField(
        Organisation, primary_key=True, on_delete=models.CASCADE, related_name="thresholds"
    )
    nearly = models.PositiveSmallIntegerField(
        default=85, validators=[MinValueValidator(1), MaxValueValidator(99)]
    )
    on_track = models.PositiveSmallIntegerField(
        default=95, validators=[MinValueValidator(2), MaxValueValidator(100)]
    )

    class Meta:
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=Q(nearly__gte=1, on_track__lte=100, nearly__lt=F("on_track")),
                name="thresholds_in_order",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.nearly} and {self.on_track} per cent"


class Part(models.TextChoices):
    """Of whom a network is shown a figure."""

    ORGANISATION = "organisation", "One organisation"
    STAFF_GROUP = "staff_group", "One staff group"
    ALL = "all", "Everybody"


class NetworkFigure(models.Model):
    """One figure as the lead of a network is shown it: what `suppress` left of it, and nothing else.

    Worked out once a day; that of a month end stays as it was. Without numbers: too few to show. Without a module:
    how many people something is asked of.
    """

    network = models.ForeignKey(Network, on_delete=models.CASCADE, related_name="+")
    on = models.DateField()
    is_month_end = models.BooleanField(
        default=False, help_text="Kept; a day that is none lasts until the next."
    )
    part = models.CharField(max_length=12, choices=Part.choices)
    module_key = models.UUIDField(null=True)
    organisation = models.ForeignKey(
        Organisation, null=True, on_delete=models.CASCADE, related_name="+", db_index=False
    )
    staff_group = models.CharField(max_length=30, choices=StaffGroup.choices, blank=True)
    number = models.PositiveIntegerField(null=True)
    total = models.PositiveIntegerField(null=True)
    is_rounded = models.BooleanField(default=False, help_text="To the nearest five.")

    class Meta:
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=Q(number=None, total=None) | Q(number__isnull=False, total__isnull=False),
                name="network_figure_whole_or_hidden",
            ),
        ]
        indexes = [models.Index(fields=["network", "on", "part", "module_key"], name="network_figure_of_day")]

    def __str__(self) -> str:
        return f"{self.network_id}, {self.on}, {self.part}"
