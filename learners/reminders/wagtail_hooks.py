"""Where reminders meet the CMS: its audit log."""

from typing import Any

from wagtail import hooks


@hooks.register("register_log_actions")
def register_reminders(actions: Any) -> None:
    """What the audit log says of administrators' doings."""
    actions.register_action("reminders.rules", "Choose when to remind", "Hours of reminders chosen")
