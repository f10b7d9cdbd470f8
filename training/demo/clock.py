"""Setting the clock back, so that history is made by the same actions that learners use."""

import datetime
from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

from django.utils import timezone


@contextmanager
def at(moment: datetime.datetime) -> Iterator[None]:
    """Let Django's clock stand at a moment. Only the demonstration does this."""
    with patch.object(timezone, "now", return_value=moment):
        yield
