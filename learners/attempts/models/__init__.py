"""Models of one person's way through one module."""

from learners.attempts.models.attempt import (
    Attempt,
    AttemptQuerySet,
    Extent,
    Response,
    SectionRead,
    SelfMark,
    Sitting,
)
from learners.attempts.models.practice import RecordAccess, RecordView
from learners.attempts.models.scenario import ScenarioRun, ScenarioStep
from learners.attempts.models.video import VideoPosition

__all__ = [
    "Attempt",
    "AttemptQuerySet",
    "Extent",
    "RecordAccess",
    "RecordView",
    "Response",
    "ScenarioRun",
    "ScenarioStep",
    "SectionRead",
    "SelfMark",
    "Sitting",
    "VideoPosition",
]
