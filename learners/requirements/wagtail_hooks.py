"""Where requirements meet the CMS."""

from typing import Any

from wagtail import hooks

from learners.requirements.viewsets import AskingViewSetGroup


@hooks.register("register_admin_viewset")
def register_viewset() -> AskingViewSetGroup:
    """The registers of what is asked."""
    return AskingViewSetGroup()


@hooks.register("register_log_actions")
def register_asking(actions: Any) -> None:
    """What the audit log says of what administrators of an organisation ask."""
    actions.register_action("requirements.add", "Ask", "Asked for something new")
    actions.register_action("requirements.change", "Change what is asked", "Changed what is asked")
    actions.register_action("requirements.adopt", "Adopt", "Adopted a network's requirement")
    actions.register_action(
        "requirements.stop_adopting", "Stop asking", "Stopped asking a network's requirement"
    )
