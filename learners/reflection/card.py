"""A prompt card with somebody's own action on it, as PDF."""

from learners.attempts.models import Attempt
from learners.reflection.selectors import next_shift_of
from modules.cards import card_data
from modules.documents import pdf
from modules.models import SiteIdentity
from modules.outline import Card


def card_pdf(attempt: Attempt) -> bytes:
    """One page. A module without a card gives the action alone."""
    outline, planned = attempt.edition.outline, next_shift_of(attempt)
    card = outline.card or Card(title=outline.title, lines=())
    return pdf(
        "card", card_data(card, site=SiteIdentity.load().name, action=planned.action if planned else "")
    )
