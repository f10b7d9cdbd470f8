"""Adding to somebody's history for a reason, and deciding what counts from elsewhere."""

from learners.evidence.actions.correcting import CannotCorrect, correct
from learners.evidence.actions.recording import AlreadyRecorded, Given, record

__all__ = ["AlreadyRecorded", "CannotCorrect", "Given", "correct", "record"]
