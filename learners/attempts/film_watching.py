"""Films, as a learner watches them: each goes on where it was left, on any device."""

from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from learners.attempts.models import Attempt, VideoPosition
from modules.outline import Video

if TYPE_CHECKING:
    from learners.attempts.parts import Sight

WORTH_GOING_ON_FROM = 5  # seconds: nobody minds to see fewer again


def present_video(part: Video, sight: "Sight") -> dict[str, Any]:
    """What the template parts/video.html shows: the film, and where this learner stopped."""
    kept = sight.attempt.video_positions.filter(block_id=part.id).first()
    seconds = kept.seconds if kept and kept.seconds >= WORTH_GOING_ON_FROM else 0
    return {"video": part, "seconds": seconds, "from": clock(seconds) if seconds else ""}


def clock(seconds: int) -> str:
    """A moment of a film as players show it: 2:15, or 1:02:15."""
    hours, minutes = divmod(seconds // 60, 60)
    return f"{hours}:{minutes:02}:{seconds % 60:02}" if hours else f"{minutes}:{seconds % 60:02}"


@transaction.atomic
def keep_position(*, attempt: Attempt, film: Video, seconds: int) -> None:
    """Keep where somebody stopped. The last word counts; said twice, it changes nothing."""
    VideoPosition.objects.update_or_create(
        attempt=attempt,
        block_id=film.id,
        defaults={"seconds": seconds, "updated_at": timezone.now()},
    )
