"""Models of boosters."""

from learners.boosters.models.booster import Booster, BoosterAnswer
from learners.boosters.models.choice import BoosterChoice

__all__ = ["Booster", "BoosterAnswer", "BoosterChoice"]
