"""Who may do what with statements in the CMS."""

from typing import Any

from wagtail.permission_policies import ModelPermissionPolicy


class StatementPolicy(ModelPermissionPolicy):
    """Administrators may read, and send again what was refused. Nobody may write: history is append-only."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        """Whether somebody may read, or retry."""
        return action in ("view", "retry") and super().user_has_permission(user, action)

    def user_has_any_permission(self, user: Any, actions: Any) -> bool:
        """Whether somebody may do any of these."""
        return any(self.user_has_permission(user, action) for action in actions)
