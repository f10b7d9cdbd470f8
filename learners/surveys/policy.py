"""Who may do what with what people wrote."""

from collections.abc import Iterable
from typing import Any

from wagtail.permission_policies import ModelPermissionPolicy

ACTIONS = {"view", "delete"}


class WordsPolicy(ModelPermissionPolicy):
    """Nobody writes or changes what somebody said, whatever they may do elsewhere."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        """Whether somebody may do this."""
        return action in ACTIONS and super().user_has_permission(user, action)

    def user_has_any_permission(self, user: Any, actions: Iterable[str]) -> bool:
        """Whether somebody may do any of these."""
        return any(self.user_has_permission(user, action) for action in actions)
