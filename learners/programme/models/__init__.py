"""Roadmap, readiness and culture."""

from learners.programme.models.checklist import (
    Assessment,
    ChecklistAction,
    ChecklistAnswer,
    ChecklistItem,
    Facet,
    Standing,
)
from learners.programme.models.culture import (
    Champion,
    Guide,
    Level,
    TalkThrough,
    Weight,
    WorkflowChange,
)
from learners.programme.models.readiness import Override
from learners.programme.models.roadmap import (
    Milestone,
    MilestoneChange,
    Objective,
    OutcomeMeasure,
    OutcomeValue,
)

__all__ = [
    "Assessment",
    "Champion",
    "ChecklistAction",
    "ChecklistAnswer",
    "ChecklistItem",
    "Facet",
    "Guide",
    "Level",
    "Milestone",
    "MilestoneChange",
    "Objective",
    "OutcomeMeasure",
    "OutcomeValue",
    "Override",
    "Standing",
    "TalkThrough",
    "Weight",
    "WorkflowChange",
]
