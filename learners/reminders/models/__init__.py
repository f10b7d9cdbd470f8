"""Models of reminders."""

from learners.reminders.models.digest import Digest, Mention
from learners.reminders.models.nudge import Nudge
from learners.reminders.models.preference import Preference
from learners.reminders.models.rules import SendingRules

__all__ = ["Digest", "Mention", "Nudge", "Preference", "SendingRules"]
