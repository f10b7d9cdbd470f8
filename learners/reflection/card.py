"""A prompt card with somebody's own action on it, as PDF."""

from django.conf import settings

from learners.attempts.models import Attempt
from learners.reflection.selectors import next_shift_of
from modules.documents.typesetting import pdf
from modules.models import SiteIdentity


def card_pdf(attempt: Attempt) -> bytes:
    """One page. A module without a card gives the action alone."""
    outline, planned = attempt.edition.outline, next_shift_of(attempt)
    return pdf(
        "card",
        {
            "title": outline.card.title if outline.card else outline.title,
            "lines": [list(line) for line in outline.card.lines] if outline.card else [],
            "action": planned.action if planned else "",
            "site": SiteIdentity.load().name,
            "demo": settings.DEMO_MODE,
        },
    )
