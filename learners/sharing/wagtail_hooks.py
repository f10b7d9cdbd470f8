"""Where sharing meets the CMS."""

from typing import Any

from wagtail import hooks
from wagtail.log_actions import LogFormatter
from wagtail.permissions import register_permission_policy

from learners.sharing.models import Agreement
from learners.sharing.viewsets import AgreementPolicy, SharingViewSetGroup

register_permission_policy(Agreement, AgreementPolicy(Agreement))


@hooks.register("register_admin_viewset")
def register_viewsets() -> list[Any]:
    """Agreements and their documents."""
    return [SharingViewSetGroup()]


@hooks.register("register_log_actions")
def register_agreements(actions: Any) -> None:
    """What the audit log says of agreements."""
    actions.register_action("sharing.create", "Add an agreement", "Agreement added")
    actions.register_action("sharing.details", "Change who keeps it", "Owner or review changed")
    actions.register_action("sharing.parties", "Ask to sign", "Organisations asked to sign")

    @actions.register_action("sharing.stage")
    class Stage(LogFormatter):
        label = "Note a stage"

        def format_message(self, log_entry: Any) -> str:
            """The stage, and since when."""
            return f"{log_entry.data['stage']}, since {log_entry.data['on']}"

    @actions.register_action("sharing.party")
    class Party(LogFormatter):
        label = "Note a signature"

        def format_message(self, log_entry: Any) -> str:
            """Whose, and how it stands."""
            words = f"{log_entry.data['organisation']}: {log_entry.data['state']}"
            was = log_entry.data.get("mistake")
            return f"{words} (“{was}” was a mistake)" if was else words

    @actions.register_action("sharing.scope")
    class Scope(LogFormatter):
        label = "Change the scope"

        def format_message(self, log_entry: Any) -> str:
            """What it says now, or what was taken away."""
            return log_entry.data["now"] or f"Taken away: {log_entry.data['was']}"

    @actions.register_action("sharing.correction")
    class Correction(LogFormatter):
        label = "Correct the scope"

        def format_message(self, log_entry: Any) -> str:
            """Both, and why."""
            said = log_entry.data
            return f"Corrected: {said['note']} Before: {said['was']}. Now: {said['now']}"


@hooks.register("register_log_actions")
def register_visibility(actions: Any) -> None:
    """What the audit log says of what is switched on."""

    @actions.register_action("sharing.line")
    class Line(LogFormatter):
        label = "Keep what can be seen"

        def format_message(self, log_entry: Any) -> str:
            """Which line, and what was done to it."""
            return f"{log_entry.data['line']}: {log_entry.data['did']}"

    actions.register_action("sharing.file", "Apply a file", "What can be seen was brought in from a file")
    actions.register_action("sharing.file_undone", "Undo a file", "A file of what can be seen was undone")
