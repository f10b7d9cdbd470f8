"""Roadmap, readiness and culture."""

from learners.programme.models.roadmap import (
    Milestone,
    MilestoneChange,
    Objective,
    OutcomeMeasure,
    OutcomeValue,
)

__all__ = ["Milestone", "MilestoneChange", "Objective", "OutcomeMeasure", "OutcomeValue"]
