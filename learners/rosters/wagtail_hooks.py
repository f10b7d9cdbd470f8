"""Where staff lists meet the CMS: what administrators did with them is in its log."""

from typing import Any

from wagtail import hooks


@hooks.register("register_log_actions")
def name_actions(actions: Any) -> None:
    """Say what each action is called."""
    actions.register_action("rosters.apply", "Apply a staff list", "A staff list was applied")
    actions.register_action("rosters.undo", "Undo a staff list", "A staff list was undone")
    actions.register_action("rosters.place_titles", "Place job titles", "Roles were chosen for job titles")
