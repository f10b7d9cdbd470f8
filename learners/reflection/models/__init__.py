"""Models of what a learner takes away."""

from learners.reflection.models.confidence import Confidence, Level
from learners.reflection.models.next_shift import FollowUp, NextShift
from learners.reflection.models.reflection import Reflection

__all__ = ["Confidence", "FollowUp", "Level", "NextShift", "Reflection"]
