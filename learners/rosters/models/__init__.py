"""Models of staff lists: what was brought in, what it changed, and what an employer's words mean."""

from learners.rosters.models.meaning import ColumnMeaning, TitleMeaning
from learners.rosters.models.roster_import import RosterChange, RosterImport

__all__ = ["ColumnMeaning", "RosterChange", "RosterImport", "TitleMeaning"]
