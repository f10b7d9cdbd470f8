"""Whether a part of a module is enough for somebody who did it before, and which."""

from collections.abc import Iterable
from typing import Any

from learners.attempts.models import Extent
from learners.records.models import Completion
from modules.models import Edition, ModulePage
from modules.models.edition import Change
from modules.models.module import Refresher
from modules.narrowing import Needed, Step, changed_since


def part_for(person: Any, module: ModulePage, extent: Extent) -> Needed | None:
    """The part of the newest Edition that this extent comes to; None where the whole is wanted or needed."""
    if extent == Extent.WHOLE:
        return None
    known = level_of(Completion.objects.of(person).filter(module_key=module.translation_key), module)
    if known is None:
        return None
    if extent == Extent.CHANGES:
        return what_changed(module, known)
    return what_refreshes(module, known)


def level_of(completions: Iterable[Completion], module: ModulePage) -> Edition | None:
    """The newest Edition of this page that somebody has done; None where they never did the whole of any."""
    done = [each for each in completions if each.edition.page_id == module.pk]
    if all(each.only_changes for each in done):
        return None
    return max((each.edition for each in done), key=lambda edition: edition.number)


def what_changed(module: ModulePage, known: Edition) -> Needed | None:
    """What changed since an Edition with material changes; None where nothing that can be asked did."""
    later = list(module.editions.filter(number__gt=known.number).order_by("number"))
    if not any(each.change == Change.MATERIAL for each in later):
        return None
    steps = [Step(each.outline, each.change == Change.MATERIAL) for each in later]
    return changed_since(known.outline, steps) or None


def what_refreshes(module: ModulePage, known: Edition) -> Needed | None:
    """The questions of a refresher; None where its author wants the whole, or people must learn something new."""
    later = module.editions.filter(number__gt=known.number)
    if module.refresher != Refresher.QUESTIONS or later.filter(change=Change.MATERIAL).exists():
        return None
    newest = module.editions.newest()
    scored = tuple(question.id for question in newest.outline.check if question.is_scored) if newest else ()
    return Needed(questions=scored) or None
