"""Where the programme meets the CMS."""

from typing import Any

from wagtail import hooks
from wagtail.snippets.models import register_snippet

from learners.programme.culture_viewsets import CultureViewSetGroup

register_snippet(CultureViewSetGroup)


@hooks.register("register_log_actions")
def register_programme(actions: Any) -> None:
    """What the audit log says of what is done around the programme."""
    actions.register_action("programme.champion", "Name a champion", "Champion named")
    actions.register_action(
        "programme.talk_withdrawn", "Mark a talk as a mistake", "Talk marked as a mistake"
    )
