"""A page whose hour has come, and which may not be published."""

import logging
from typing import Any

from wagtail.models import Revision

from modules.completeness import in_words

logger = logging.getLogger(__name__)
SCHEDULED = "wagtail.publish.scheduled"
"""How Wagtail logs what a schedule publishes."""


def give_up_schedule(page: Any, revision: Revision, problems: dict[str, list[str]]) -> None:
    """Cancel the schedule, and say why in the log: other pages must still go out."""
    revision.approved_go_live_at = None
    revision.save(update_fields=["approved_go_live_at"])
    logger.error("Not published as scheduled: page %s. %s", page.pk, in_words(page, problems))
