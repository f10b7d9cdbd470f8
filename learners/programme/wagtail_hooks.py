"""Where the programme meets the CMS."""

from typing import Any

from wagtail import hooks
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from learners.programme import gaps_hooks  # noqa: F401 - it registers its hooks
from learners.programme.culture_viewsets import CultureViewSetGroup
from learners.programme.models import Milestone
from learners.programme.roadmap_viewsets import MilestonePolicy, RoadmapViewSetGroup

register_snippet(CultureViewSetGroup)
register_permission_policy(Milestone, MilestonePolicy(Milestone))


@hooks.register("register_admin_viewset")
def roadmaps() -> RoadmapViewSetGroup:
    """Objectives and milestones."""
    return RoadmapViewSetGroup()


@hooks.register("register_log_actions")
def register_programme(actions: Any) -> None:
    """What the audit log says of what is done around the programme."""
    actions.register_action("programme.champion", "Name a champion", "Champion named")
    actions.register_action("programme.champion_ended", "End a champion", "Champion no more")
    actions.register_action("programme.add_change", "Write a change down", "Change of work written down")
    actions.register_action("programme.change_change", "Put a change better", "Change of work put better")
    actions.register_action(
        "programme.talk_withdrawn", "Mark a talk as a mistake", "Talk marked as a mistake"
    )
    actions.register_action("programme.override", "Override a condition", "Condition overridden")
    actions.register_action(
        "programme.override_withdrawn", "Take an override back", "Override of a condition taken back"
    )


@hooks.register("register_log_actions")
def register_roadmap(actions: Any) -> None:
    """What the audit log says of roadmaps."""
    for key, label, message in (
        ("add_objective", "Add an objective", "Objective added"),
        ("change_objective", "Change an objective", "Objective changed"),
        ("change_milestone", "Change a milestone", "What the milestone is about was changed"),
        ("add_measure", "Add what is counted", "What is counted was added"),
        ("change_measure", "Change what is counted", "What is counted was changed"),
        ("outcome_values", "Bring in figures", "Figures of months were brought in"),
    ):
        actions.register_action(f"programme.{key}", label, message)
