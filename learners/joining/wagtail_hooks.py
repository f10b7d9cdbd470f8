"""Where joining meets the CMS: its audit log."""

from typing import Any

from wagtail import hooks


@hooks.register("register_log_actions")
def register_joining(actions: Any) -> None:
    """What the audit log says of administrators' doings."""
    actions.register_action("joining.make", "Make a join code", "Join code made")
    actions.register_action("joining.revoke", "Stop a join code", "Join code stopped")
    actions.register_action(
        "joining.end_membership",
        "End a membership by join code",
        "Membership that was made by a join code ended",
    )
