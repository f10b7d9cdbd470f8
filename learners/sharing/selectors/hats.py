"""What each hat sees, kept in every worker for five minutes: pages of modules ask for it each time they are shown."""

import datetime
from dataclasses import dataclass
from typing import cast

from django.core.cache import caches

from learners.organisations.models import Organisation
from learners.sharing.selectors.visibility import Seen, Sight, visible_to
from modules.models import Role

SECONDS = 300  # for so long what was changed may not show


@dataclass(frozen=True, slots=True)
class Line:
    """Where something comes from, how fresh it is, and when somebody last checked."""

    source: str
    how: str
    checked_on: datetime.date


@dataclass(frozen=True, slots=True)
class Told:
    """What is said of one category of information. Its fields are those of Seen, as plain data."""

    sight: Sight
    lines: tuple[Line, ...] = ()
    coming_on: datetime.date | None = None
    reason: str = ""


NOTHING_SAID = Told(Sight.UNKNOWN)


def told_to(organisation: Organisation | None, role: Role | None, on: datetime.date) -> dict[str, Told]:
    """What a hat is told, by the slug of the category; without those of which nobody has said anything."""
    if organisation is None:
        return {}
    key = f"visibility:{organisation.pk}:{role.pk if role else 0}:{on}"
    kept = caches["worker"].get(key)
    if kept is None:
        seen = visible_to(organisation, role, on)
        kept = {each.information.slug: _told(each) for each in seen if each.sight is not Sight.UNKNOWN}
        caches["worker"].set(key, kept, SECONDS)
    return cast("dict[str, Told]", kept)


def _told(seen: Seen) -> Told:
    lines = tuple(Line(each.source, each.get_how_display(), each.checked_on) for each in seen.lines)
    return Told(seen.sight, lines, seen.coming_on, seen.reason)
