"""When an organisation lets its people be reminded."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from learners.organisations.models import Organisation
from learners.reminders.deciding import EARLIEST, LATEST, Rules

HOURS_FROM, HOURS_TO = (EARLIEST, 10), (16, LATEST)


class SendingRules(models.Model):
    """One for each organisation that has chosen; without, the usual: 7:00 to 20:00 from Monday to Friday."""

    organisation = models.OneToOneField(
        Organisation, primary_key=True, on_delete=models.CASCADE, related_name="sending_rules"
    )
    sends = models.BooleanField("send reminders to our people", default=True)
    weekends = models.BooleanField("at weekends, too", default=False)
    from_hour = models.PositiveSmallIntegerField(
        "not before",
        default=7,
        validators=[MinValueValidator(HOURS_FROM[0]), MaxValueValidator(HOURS_FROM[1])],
    )
    to_hour = models.PositiveSmallIntegerField(
        "not after", default=20, validators=[MinValueValidator(HOURS_TO[0]), MaxValueValidator(HOURS_TO[1])]
    )

    class Meta:
        default_permissions = ("change",)
        constraints = [
            models.CheckConstraint(
                condition=models.Q(
                    from_hour__range=HOURS_FROM,
                    to_hour__range=HOURS_TO,
                ),
                name="sending_rules_leave_the_middle_of_the_day",
            )
        ]

    def __str__(self) -> str:
        return str(self.organisation_id)

    @property
    def as_rules(self) -> Rules:
        """As the decision reads them."""
        return Rules(self.sends, self.weekends, self.from_hour, self.to_hour)
