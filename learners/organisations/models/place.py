"""Where people work in an organisation: its sites and its teams."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from learners.organisations.models.organisation import Organisation, refuse_circle, validate_ods_code


def refuse_another_organisation(row: models.Model, *names: str) -> None:
    """Refuse a team, site or team above that belongs to another organisation than this row."""
    for name in names:
        other = getattr(row, name)
        if other and other.organisation_id != row.organisation_id:  # type: ignore[attr-defined]
            word = {"parent": "team"}.get(name, name)
            raise ValidationError({name: f"This {word} belongs to another organisation."})


def refuse_to_move(row: models.Model, *rests: str) -> None:
    """Refuse another organisation for a row that others of the old one rest on: they would stay behind."""
    stays = type(row)._default_manager.filter(pk=row.pk, organisation=row.organisation_id)  # type: ignore[attr-defined]
    if row.pk and any(getattr(row, name).exists() for name in rests) and not stays.exists():
        raise ValidationError({"organisation": "People or teams of the old organisation rest on this."})


class Site(models.Model):
    """A place where an organisation works: a hospital of a trust, a branch of a practice."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="sites")
    name = models.CharField(max_length=150)
    ods_code = models.CharField("ODS site code", max_length=10, blank=True, validators=[validate_ods_code])

    class Meta:
        ordering = ("name",)
        constraints = [
            models.UniqueConstraint(
                "organisation",
                "name",
                name="site_name_once",
                violation_error_message="This organisation already has a site of that name.",
            ),
            models.UniqueConstraint(
                "organisation",
                "ods_code",
                condition=~Q(ods_code=""),
                name="site_code_once",
                violation_error_message="This organisation already has a site with that code.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def clean_fields(self, exclude: "set[str] | None" = None) -> None:  # type: ignore[override]
        """Bring the code into its usual form before it is checked."""
        self.ods_code = self.ods_code.strip().upper()
        super().clean_fields(exclude=exclude)

    def clean(self) -> None:
        """Refuse to take a site away from the people and teams that work there."""
        super().clean()
        if self.organisation_id:
            refuse_to_move(self, "teams", "memberships")


class Shift(models.TextChoices):
    """When a team works."""

    DAYS = "days", "Days"
    NIGHTS = "nights", "Nights"
    ROTATING = "rotating", "Days and nights in turn"


class Team(models.Model):
    """A ward, a round, a department: people who work together under one manager."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="teams")
    name = models.CharField(max_length=100)
    parent = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="children",
        help_text="The team above.",
    )
    site = models.ForeignKey(Site, null=True, blank=True, on_delete=models.PROTECT, related_name="teams")
    shift = models.CharField(
        max_length=10,
        choices=Shift.choices,
        blank=True,
        help_text="Where all of a team work at the same hours. Those who work at night are easily forgotten.",
    )
    path: str  # given by `trees.give_paths`

    class Meta:
        ordering = ("name",)
        constraints = [
            models.UniqueConstraint(
                "organisation",
                "name",
                name="team_name_once",
                violation_error_message="This organisation already has a team of that name.",
            )
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Refuse a parent or a site of another organisation, and a tree that bites its tail."""
        super().clean()
        if self.organisation_id:
            refuse_another_organisation(self, "parent", "site")
            refuse_to_move(self, "children", "memberships")
        refuse_circle(self, "This team would be above itself.")
