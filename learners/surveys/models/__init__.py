"""Models of surveys. What somebody said has no way back to them: no key, no order, no time."""

from learners.surveys.models.answers import Answer, FreeText, Waiting
from learners.surveys.models.asking import Invitation, Token
from learners.surveys.models.instrument import Barrier, Instrument, Item
from learners.surveys.models.results import Part, SurveyFigure, Theme
from learners.surveys.models.wave import Wave

__all__ = [
    "Answer",
    "Barrier",
    "FreeText",
    "Instrument",
    "Invitation",
    "Item",
    "Part",
    "SurveyFigure",
    "Theme",
    "Token",
    "Waiting",
    "Wave",
]
