"""How confident somebody was before a module, after it, and some weeks later."""

from django.db import models

from learners.attempts.models import Attempt


class Level(models.IntegerChoices):
    """Five plain choices."""

    NOT_AT_ALL = 1, "Not at all"
    A_LITTLE = 2, "A little"
    FAIRLY = 3, "Fairly"
    VERY = 4, "Very"
    COMPLETELY = 5, "Completely"


class Confidence(models.Model):
    """Somebody's own estimate. They see their change; no manager ever sees it by person, and no statement says it."""

    class Moment(models.TextChoices):
        """When it was asked."""

        BEFORE = "before", "Before the module"
        AFTER = "after", "After the module"
        LATER = "later", "Some weeks later"

    attempt = models.ForeignKey(Attempt, on_delete=models.PROTECT, related_name="confidences")
    moment = models.CharField(max_length=10, choices=Moment.choices)
    level = models.PositiveSmallIntegerField(choices=Level.choices)
    given_at = models.DateTimeField()

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint("attempt", "moment", name="confidence_once"),
            models.CheckConstraint(
                condition=models.Q(level__gte=1, level__lte=5), name="confidence_from_1_to_5"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.moment}: {self.level}"
