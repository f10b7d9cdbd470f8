"""Where organisations meet the CMS."""

from typing import Any

from wagtail import hooks

from learners.organisations.ods import cms as ods_cms  # noqa: F401 (its hooks)
from learners.organisations.viewsets import (
    OrganisationChooserViewSet,
    OrganisationsViewSetGroup,
    TeamChooserViewSet,
)


@hooks.register("register_admin_viewset")
def register_viewsets() -> list[Any]:
    """The registers, and the choosers that their forms use."""
    return [
        OrganisationChooserViewSet("organisation_chooser"),
        TeamChooserViewSet("team_chooser"),
        OrganisationsViewSetGroup(),
    ]


@hooks.register("register_log_actions")
def register_mergers(actions: Any) -> None:
    """What the audit log says of mergers."""
    actions.register_action("organisations.plan_merger", "Plan a merger", "Planned a merger")
    actions.register_action("organisations.withdraw_merger", "Withdraw a plan", "Withdrew the plan of a merger")
    actions.register_action("organisations.apply_merger", "Merge", "Merged, as planned")
    actions.register_action("organisations.undo_merger", "Undo a merger", "Undid a merger")
