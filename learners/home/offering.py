"""What is enough for somebody who did a module before: what has changed, or a refresher."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from learners.attempts.models import Extent
from learners.attempts.models.attempt import QUESTIONS_OF_A_REFRESHER
from learners.attempts.partial import level_of, what_changed, what_refreshes
from learners.records.models import Completion
from learners.requirements.selectors import PersonStanding
from learners.requirements.standing import Standing, State
from modules.models import Edition, ModulePage
from modules.models.edition import Change
from modules.narrowing import Needed


@dataclass(frozen=True, slots=True)
class Offer:
    """A part of a module. `notes` say what changed, in its author's words."""

    extent: Extent
    minutes: int
    questions: int
    notes: tuple[str, ...] = ()


def offer_of(
    module: ModulePage, completions: Iterable[Completion], asked: Sequence[PersonStanding]
) -> Offer | None:
    """The part to offer; None where they never did it, need nothing, or need the whole.

    What changed is offered wherever it is wanted, and to whom nobody asks the module; a refresher, when what was done
    runs out though nothing changed.
    """
    known = level_of(completions, module)
    newest = module.editions.newest() if known else None
    if known is None or newest is None:
        return None
    if not asked or any(each.standing.change for each in asked):
        found = what_changed(module, known)
        return _changes(module, known, newest, found) if found else None
    if any(_runs_out(each.standing) for each in asked) and (found := what_refreshes(module, known)):
        count = min(QUESTIONS_OF_A_REFRESHER, len(found.questions))
        return Offer(Extent.REFRESHER, count, count)
    return None


def _changes(module: ModulePage, known: Edition, newest: Edition, found: Needed) -> Offer:
    later = module.editions.filter(number__gt=known.number, change=Change.MATERIAL).order_by("number")
    notes = tuple(later.values_list("change_note", flat=True))
    return Offer(Extent.CHANGES, _minutes(newest, found), len(found.questions), notes)


def _minutes(edition: Any, found: Needed) -> int:
    """The share of the module's minutes that its part takes, rounded up: each section and each question as one."""
    outline = edition.outline
    whole = len(outline.sections) + len(outline.check)
    part = len(found.sections) + len(found.questions)
    return max(1, math.ceil(edition.minutes * part / whole)) if whole else edition.minutes


def _runs_out(standing: Standing) -> bool:
    """Whether what was done has run out, or does so soon, by time alone."""
    return standing.done is not None and (standing.state is State.EXPIRING or standing.is_open)
