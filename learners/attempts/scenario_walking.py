"""Scenarios, as a learner walks them."""

from typing import TYPE_CHECKING, Any

from modules.scenarios.graph import Scenario

if TYPE_CHECKING:
    from learners.attempts.parts import Sight


def present_scenario(part: Scenario, sight: "Sight") -> dict[str, Any]:
    """What the template parts/scenario.html shows."""
    return {"scenario": part, "attempt": sight.attempt}
