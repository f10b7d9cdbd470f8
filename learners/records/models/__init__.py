"""Models of what happened."""

from learners.records.models.completion import Completion, Evidence
from learners.records.models.event import LearningEvent, Verb

__all__ = ["Completion", "Evidence", "LearningEvent", "Verb"]
