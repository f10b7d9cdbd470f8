"""What the audit log calls what was done for many people."""

from typing import Any

from wagtail import hooks


@hooks.register("register_log_actions")
def register_bulk(actions: Any) -> None:
    """Doing and taking back."""
    actions.register_action("bulk.done", "Do for many", "Done for many people at once")
    actions.register_action("bulk.undone", "Take back", "Taken back for many people at once")
