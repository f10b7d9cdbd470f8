"""What is asked of whom, and where each person stands."""

from learners.requirements.models.adoption import Adoption
from learners.requirements.models.figure import Breakdown, Figure
from learners.requirements.models.go_live import GoLive
from learners.requirements.models.individual import Assignment, Exemption
from learners.requirements.models.kept import KeptStanding, Roll, Stirred
from learners.requirements.models.requirement import Requirement

__all__ = [
    "Adoption",
    "Assignment",
    "Breakdown",
    "Exemption",
    "Figure",
    "GoLive",
    "KeptStanding",
    "Requirement",
    "Roll",
    "Stirred",
]
