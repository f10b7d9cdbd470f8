"""Reading what is asked, and where people stand."""

from learners.requirements.selectors.asks import Ask, asks_of
from learners.requirements.selectors.people import (
    Hat,
    PersonHere,
    PersonStanding,
    standings_of,
    standings_of_person,
)

__all__ = [
    "Ask",
    "Hat",
    "PersonHere",
    "PersonStanding",
    "asks_of",
    "standings_of",
    "standings_of_person",
]
