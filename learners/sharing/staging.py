"""Which stage an agreement may enter, and how long it was in each. Decides with the standard library alone."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

ORDER = ("scoping", "drafting", "impact_assessment", "review", "signing", "active", "expired")
ACTIVE, EXPIRED = "active", "expired"


@dataclass(frozen=True, slots=True)
class Entered:
    """An agreement enters a stage on a day."""

    stage: str
    on: datetime.date
    note: str = ""


@dataclass(frozen=True, slots=True)
class StageTime:
    """One stay in a stage. The day of entering counts, the day of leaving does not; still in it, `left_on` is None."""

    stage: str
    entered_on: datetime.date
    left_on: datetime.date | None
    days: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class No:
    """Why a stage cannot be entered, and at which of `stage`, `on` and `note` that is to be put right."""

    where: str
    why: str


def refusal(before: Entered | None, step: Entered, *, today: datetime.date, is_signed: bool) -> No | None:
    """Why an agreement cannot take a step now; None: it can.

    Stages may be left out. Whoever goes back says why. What has expired stays so. `is_signed`: somebody's signature
    holds on the day of the step.
    """
    if before and before.stage == EXPIRED:
        return No("stage", "This version has expired. Make a new version")
    if step.on > today:
        return No("on", "Choose today or a day in the past")
    if before and step.on < before.on:
        return No(
            "on", f"Choose {before.on.day} {before.on:%B %Y} or a later day: then it entered the stage before"
        )
    if step.stage == ACTIVE and not is_signed:
        return No("stage", "It cannot be active: no organisation has signed it by that day")
    if before and ORDER.index(step.stage) < ORDER.index(before.stage) and not step.note.strip():
        return No("note", "Say why it goes back")
    return None


def times(entries: Sequence[Entered], on: datetime.date) -> list[StageTime]:
    """How long each stay was, as on a day, in order. What was entered later is left out."""
    so_far = [each for each in entries if each.on <= on]
    if not so_far:
        return []
    gone = [_stay(each, following.on, following.on) for each, following in pairwise(so_far)]
    return [*gone, _stay(so_far[-1], None, on)]


def _stay(entry: Entered, left_on: datetime.date | None, until: datetime.date) -> StageTime:
    return StageTime(entry.stage, entry.on, left_on, (until - entry.on).days, entry.note)
