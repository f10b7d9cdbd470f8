"""Where the access queue meets the CMS: its audit log."""

from typing import Any

from wagtail import hooks


@hooks.register("register_log_actions")
def register_access(actions: Any) -> None:
    """What the audit log says of administrators' doings."""
    actions.register_action(
        "access.terms", "Choose days of the access queue", "Days of the access queue chosen"
    )
    actions.register_action("access.webhook", "Set a webhook", "Webhook of the access queue set")
    actions.register_action("access.stop_webhook", "Stop a webhook", "Webhook of the access queue stopped")
    actions.register_action("access.send_again", "Send events again", "Events of the access queue sent again")
