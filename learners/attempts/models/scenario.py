"""Somebody's way through a scenario."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F

from learners.attempts.models.attempt import Attempt


class ScenarioRun(models.Model):
    """A scenario that somebody walks. `trail` is the present path: pairs of node and choice, before `cursor`.

    Going back shortens the trail; what was chosen stays in the steps. `ended_at` is when an ending was first reached:
    until then a first choice at a node counts, afterwards everything is for the learning.
    """

    attempt = models.ForeignKey(Attempt, on_delete=models.PROTECT, related_name="scenario_runs")
    scenario_id = models.CharField(max_length=36)
    start = models.CharField(max_length=60, help_text="The node at which this person began.")
    cursor = models.CharField(max_length=60, help_text="The node or ending at which they are.")
    trail = models.JSONField(default=list)
    began_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    ending = models.CharField(max_length=60, blank=True, help_text="The ending that was reached first.")

    class Meta:
        constraints = [models.UniqueConstraint("attempt", "scenario_id", name="scenario_run_once")]

    def __str__(self) -> str:
        return self.scenario_id


class ScenarioStep(models.Model):
    """One choice, in the order in which they were made. Never changed."""

    run = models.ForeignKey(ScenarioRun, on_delete=models.PROTECT, related_name="steps")
    number = models.PositiveSmallIntegerField()
    node = models.CharField(max_length=60)
    choice = models.CharField(max_length=36)
    counts = models.BooleanField(help_text="The first choice at this node, before any ending was reached.")
    chosen_at = models.DateTimeField()

    class Meta:
        ordering = ("number",)
        constraints = [models.UniqueConstraint(F("run"), F("number"), name="scenario_step_number_once")]

    def __str__(self) -> str:
        return f"{self.node}: {self.choice}"

    def save(self, *args: object, **kwargs: object) -> None:
        """Add the step; refuse to change one."""
        if not self._state.adding:
            raise ValidationError("A step of a scenario is never changed.")
        super().save(*args, **kwargs)  # type: ignore[arg-type]
