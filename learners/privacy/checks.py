"""Is the time for which names are kept one that can be meant?"""

from typing import Any

from django.conf import settings
from django.core import checks


@checks.register
def check_retention(**kwargs: Any) -> list[checks.CheckMessage]:
    """Refuse a time that would end the names of people who left yesterday."""
    if settings.RETENTION_YEARS >= 1:
        return []
    return [checks.Error("RETENTION_YEARS must be 1 or more.", id="privacy.E001")]
