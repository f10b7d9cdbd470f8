"""Models of what happened."""

from learners.records.models.certificate import Certificate
from learners.records.models.completion import Completion, Evidence
from learners.records.models.event import LearningEvent, Verb

__all__ = ["Certificate", "Completion", "Evidence", "LearningEvent", "Verb"]
