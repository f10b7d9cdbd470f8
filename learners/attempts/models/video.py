"""How far somebody watched a film, so that it can go on from there."""

from django.db import models

from learners.attempts.models.attempt import Attempt


class VideoPosition(models.Model):
    """Where in a film somebody stopped, in seconds from its beginning."""

    attempt = models.ForeignKey(Attempt, on_delete=models.PROTECT, related_name="video_positions")
    block_id = models.CharField(max_length=36)
    seconds = models.PositiveIntegerField()
    updated_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint("attempt", "block_id", name="video_position_once")]

    def __str__(self) -> str:
        return f"{self.block_id}, {self.seconds} s"
