"""What the audit log says of the dashboards."""

from typing import Any

from wagtail import hooks


@hooks.register("register_log_actions")
def name_actions(actions: Any) -> None:
    """Say what each action is called."""
    actions.register_action(
        "dashboards.set_thresholds", "Set thresholds of figures", "Thresholds of figures set"
    )
