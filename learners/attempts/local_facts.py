"""What is true where this learner works, inside a section."""

from typing import TYPE_CHECKING, Any

from modules.outline import LocalFactNeeded

if TYPE_CHECKING:
    from learners.attempts.parts import Sight


def present_local_fact(part: LocalFactNeeded, sight: "Sight") -> dict[str, Any]:
    """What the template parts/local_fact.html shows."""
    return {"needed": part, "fact": None}
