"""What each hat sees, kept in every worker for five minutes: pages of modules ask for it each time they are shown."""

import datetime
from collections.abc import Callable, Iterable, Set
from dataclasses import dataclass
from typing import cast

from django.core.cache import caches

from learners.organisations.models import Organisation
from learners.sharing.selectors.items import Item, items_of
from learners.sharing.selectors.visibility import Line, Seen, Sight, seen_among, visible_to
from modules.models import InformationCategory, Role

SECONDS = 150  # and what a hat is told rests on what agreements cover, kept as long: a change shows after 300


@dataclass(frozen=True, slots=True)
class Told:
    """What is said of one category of information. Its fields are those of Seen, as plain data."""

    sight: Sight
    lines: tuple[Line, ...] = ()
    coming_on: datetime.date | None = None
    reason: str = ""


NOTHING_SAID = Told(Sight.UNKNOWN)


def told_now(organisation: Organisation | None, role: Role | None, on: datetime.date) -> dict[str, Told]:
    """What a hat is told, by the slug of the category; without those of which nobody has said anything."""
    return _told(visible_to(organisation, role, on)) if organisation else {}


def told_to(organisation: Organisation | None, role: Role | None, on: datetime.date) -> dict[str, Told]:
    """The same, as this worker last heard."""
    if organisation is None:
        return {}

    def ask() -> dict[str, Told]:
        seen = seen_among(_categories(), [organisation], [role], on, read_items=_items_of)
        return _told(seen[organisation.pk, role.pk if role else None])

    return _kept(f"visibility:{organisation.pk}:{role.pk if role else 0}:{on}", ask)


def _told(seen: Iterable[Seen]) -> dict[str, Told]:
    return {
        each.information.slug: Told(each.sight, each.lines, each.coming_on, each.reason)
        for each in seen
        if each.sight is not Sight.UNKNOWN
    }


def _categories() -> list[InformationCategory]:
    """Every category: its key and slug alone."""
    rows = InformationCategory.objects.values_list("pk", "slug")
    return [InformationCategory(pk=pk, slug=slug) for pk, slug in _kept("information", lambda: list(rows))]


def _items_of(agreements: Set[int], on: datetime.date, information: Iterable[int] | None) -> list[Item]:
    """What these agreements cover: most organisations of a network share one."""
    named = "-".join(map(str, sorted(agreements)))
    return _kept(f"scope:{named}:{on}", lambda: items_of(agreements, on, None))


def _kept[Answer](key: str, ask: Callable[[], Answer]) -> Answer:
    """What this worker knows, or else asks."""
    answer = caches["worker"].get(key)
    if answer is None:
        answer = ask()
        caches["worker"].set(key, answer, SECONDS)
    return cast("Answer", answer)
