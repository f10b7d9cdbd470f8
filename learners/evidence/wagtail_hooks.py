"""Where corrections meet the CMS: what administrators did is in its log, and courses of networks are kept there."""

from typing import Any

from wagtail import hooks

from learners.evidence.viewsets import EquivalentCourseViewSet


@hooks.register("register_admin_viewset")
def courses() -> EquivalentCourseViewSet:
    """The register of equivalent courses."""
    return EquivalentCourseViewSet()


@hooks.register("register_log_actions")
def name_actions(actions: Any) -> None:
    """Say what each action is called."""
    for key, label, message in (
        ("record", "Record a completion", "A completion that was not done here was recorded"),
        ("correct", "Correct a completion", "A completion was corrected, for a reason"),
        ("course", "Keep an equivalent course", "An equivalent course was added or changed"),
        ("verify", "Accept from elsewhere", "A course done elsewhere was checked and accepted"),
        ("refuse", "Refuse from elsewhere", "A course done elsewhere was not accepted, for a reason"),
        ("apply", "Bring in awards", "A file of awards was applied"),
        ("undo", "Undo awards", "A file of awards was undone"),
        ("meanings", "Match competences", "Courses were chosen for competences"),
    ):
        actions.register_action(f"evidence.{key}", label, message)
