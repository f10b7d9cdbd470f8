"""Prompt cards: the newest Edition's, of a module that is published."""

from django.conf import settings

from modules.models import ModulePage
from modules.outline import Card


def module_with_card(slug: str) -> tuple[ModulePage, Card] | None:
    """The live module with this slug, and its card. None where there is no such module, or it has no card.

    Moments and cards are read before anybody signs in, so a page that its editors keep to some readers has none here.
    """
    if "\0" in slug:  # PostgreSQL would not even look
        return None
    module = ModulePage.objects.live().public().filter(slug=slug).order_by("path").first()
    edition = module.editions.newest() if module else None
    card = edition.outline.card if edition else None
    return (module, card) if module and card else None


def card_data(card: Card, *, site: str, action: str = "") -> dict[str, object]:
    """For the template of the PDF. `action` is what one learner means to do on the next shift."""
    return {
        "title": card.title,
        "lines": card.lines,
        "site": site,
        "demo": settings.DEMO_MODE,
        "action": action,
    }
