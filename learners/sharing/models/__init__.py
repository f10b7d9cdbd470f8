"""What is agreed to be shared, and what can be seen where."""

from learners.sharing.models.agreement import (
    Agreement,
    AgreementDocument,
    Party,
    Phase,
    Purpose,
    ScopeItem,
    Stage,
    StageEntry,
)
from learners.sharing.models.notice import ReviewNotice
from learners.sharing.models.visibility import Visibility, VisibilityFile

__all__ = [
    "Agreement",
    "AgreementDocument",
    "Party",
    "Phase",
    "Purpose",
    "ReviewNotice",
    "ScopeItem",
    "Stage",
    "StageEntry",
    "Visibility",
    "VisibilityFile",
]
