"""Holding what somebody typed, for them alone, until they send it."""

import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from learners.organisations.models import HeldWords

KEPT_FOR = datetime.timedelta(days=7)
MOST_PAGES = 20  # of one person: the oldest make room
LONGEST = 100_000  # characters on a page; what is longer fits no field of ours


@transaction.atomic
def hold_words(*, person_id: Any, page: str, words: dict[str, str]) -> bool:
    """Hold texts by the names of their fields, with what is held for the page already. An emptied field is let go.

    Returns whether anything is held for that page now.
    """
    found = HeldWords.objects.select_for_update().filter(person=person_id, page=page).first()
    together = {name: text for name, text in ((found.words if found else {}) | words).items() if text.strip()}
    if not together or sum(map(len, together.values())) > LONGEST:
        if not together and found:
            found.delete()
        return bool(found and together)
    HeldWords.objects.update_or_create(
        person_id=person_id, page=page, defaults={"words": together, "held_at": timezone.now()}
    )
    newest = HeldWords.objects.filter(person=person_id).order_by("-held_at", "-pk")
    HeldWords.objects.filter(pk__in=[row.pk for row in newest[MOST_PAGES:]]).delete()
    return True


@transaction.atomic
def let_go_of_words(*, person_id: Any, pages: set[str], names: set[str] | None = None) -> None:
    """Forget what is held for these pages: all of it, or the fields of these names, because they were sent."""
    for found in HeldWords.objects.select_for_update().filter(person=person_id, page__in=pages):
        rest = {} if names is None else {key: text for key, text in found.words.items() if key not in names}
        if not rest:
            found.delete()
        elif rest != found.words:
            found.words = rest
            found.save(update_fields=["words"])


def forget_old_words() -> None:
    """Forget what nobody came back for."""
    HeldWords.objects.filter(held_at__lt=timezone.now() - KEPT_FOR).delete()
