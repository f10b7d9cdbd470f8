"""Where reports meet the CMS: who took what away is in its log."""

from typing import Any

from wagtail import hooks


@hooks.register("register_log_actions")
def name_actions(actions: Any) -> None:
    """Say what each action is called."""
    actions.register_action("reports.take_away", "Take a report away", "A report was taken away")
    actions.register_action(
        "reports.schedule", "Ask for a report regularly", "A report was asked for regularly"
    )
    actions.register_action(
        "reports.name_competences", "Name competences", "Names of ESR competences were kept"
    )
