"""Where a person stands on a requirement on a day, and why. The one place that decides; everything else asks it.

Standard library only. `facts` says what is decided from, `deciding` decides, `days` counts, `why` puts it into words.
"""

from learners.requirements.standing.deciding import Standing, standing
from learners.requirements.standing.facts import (
    Change,
    Completed,
    Exempt,
    History,
    MembershipFacts,
    Refresh,
    RequirementFacts,
    Span,
    Where,
)
from learners.requirements.standing.states import State

__all__ = [
    "Change",
    "Completed",
    "Exempt",
    "History",
    "MembershipFacts",
    "Refresh",
    "RequirementFacts",
    "Span",
    "Standing",
    "State",
    "Where",
    "standing",
]
