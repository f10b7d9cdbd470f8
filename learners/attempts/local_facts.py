"""What is true where this learner works, inside a section."""

from typing import TYPE_CHECKING, Any

from django.utils import timezone

from learners.attempts.models import Attempt
from learners.organisations.local_facts import facts_of
from learners.organisations.models import LocalFact
from modules.outline import LocalFactNeeded, Section

if TYPE_CHECKING:
    from learners.attempts.parts import Sight


def facts_for(attempt: Attempt, section: Section) -> dict[str, LocalFact]:
    """What the hat worn says to the questions that a section asks; no query where it asks none."""
    kinds = {part.kind for part in section.parts if isinstance(part, LocalFactNeeded)}
    return facts_of(attempt.organisation, kinds, timezone.localdate())


def present_local_fact(part: LocalFactNeeded, sight: "Sight") -> dict[str, Any]:
    """What the template parts/local_fact.html shows: the answer given here, and whether it is past its review."""
    fact = sight.facts.get(part.kind)
    overdue = fact is not None and fact.review_by < timezone.localdate()
    return {"needed": part, "fact": fact, "overdue": overdue}
