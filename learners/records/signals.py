"""Told inside the transaction that records events, so that whoever listens is saved with them or not at all."""

from django.dispatch import Signal

events_recorded = Signal()
"""Sent by `records.actions` with `events`, a list of LearningEvents that were just inserted."""
