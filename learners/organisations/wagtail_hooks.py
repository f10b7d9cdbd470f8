"""Where organisations meet the CMS."""

from typing import Any

from wagtail import hooks
from wagtail.permissions import register_permission_policy

from learners.organisations.merger_policy import MergerPolicy
from learners.organisations.models import Merger, Organisation
from learners.organisations.ods import cms as ods_cms  # noqa: F401 (its hooks)
from learners.organisations.viewsets import (
    MembershipChooserViewSet,
    OrganisationChooserViewSet,
    OrganisationsViewSetGroup,
    SiteChooserViewSet,
    TeamChooserViewSet,
)

register_permission_policy(Merger, MergerPolicy(Organisation))


@hooks.register("register_admin_viewset")
def register_viewsets() -> list[Any]:
    """The registers, and the choosers that their forms use."""
    return [
        OrganisationChooserViewSet("organisation_chooser"),
        SiteChooserViewSet("site_chooser"),
        TeamChooserViewSet("team_chooser"),
        MembershipChooserViewSet("membership_chooser"),
        OrganisationsViewSetGroup(),
    ]


@hooks.register("register_log_actions")
def register_mergers(actions: Any) -> None:
    """What the audit log says of mergers."""
    actions.register_action("organisations.plan_merger", "Plan a merger", "Planned a merger")
    actions.register_action(
        "organisations.withdraw_merger", "Withdraw a plan", "Withdrew the plan of a merger"
    )
    actions.register_action("organisations.apply_merger", "Merge", "Merged, as planned")
    actions.register_action("organisations.undo_merger", "Undo a merger", "Undid a merger")
