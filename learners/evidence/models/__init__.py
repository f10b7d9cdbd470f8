"""Models of corrections, of courses held elsewhere, and of what was brought from there."""

from learners.evidence.models.award_import import AwardImport, CompetenceMeaning
from learners.evidence.models.correction import Correction
from learners.evidence.models.course import EquivalentCourse
from learners.evidence.models.recognition import Recognition

__all__ = ["AwardImport", "CompetenceMeaning", "Correction", "EquivalentCourse", "Recognition"]
