"""Told inside the transaction that writes many posts at once, past `save()` and its signals."""

from django.dispatch import Signal

posts_written = Signal()
"""Sent with `organisations`, the keys of those whose memberships, teams or pauses were written."""
