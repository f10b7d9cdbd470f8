"""Practice records, as a learner opens and reads them."""

from typing import TYPE_CHECKING, Any

from modules.outline import RecordVisit

if TYPE_CHECKING:
    from learners.attempts.parts import Sight


def present_visit(part: RecordVisit, sight: "Sight") -> dict[str, Any]:
    """What the template parts/visit.html shows."""
    return {"visit": part, "attempt": sight.attempt}
