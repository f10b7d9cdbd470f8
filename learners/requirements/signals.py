"""Told inside the transaction that works out where people stand."""

from django.dispatch import Signal

standings_worked_out = Signal()
"""Sent with `organisation` (a key), `people` (keys) and the day `on`, of which they were worked out."""
