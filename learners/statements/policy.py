"""Who may do what with statements in the CMS."""

from typing import Any

from wagtail.permission_policies import ModelPermissionPolicy


class StatementPolicy(ModelPermissionPolicy):
    """Administrators may read, see whose it is, and send again what was refused. Nobody may write or delete."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        """Whether somebody may read, see whose it is, or retry."""
        return action in ("view", "retry", "name") and super().user_has_permission(user, action)

    def user_has_any_permission(self, user: Any, actions: Any) -> bool:
        """Whether somebody may do any of these."""
        return any(self.user_has_permission(user, action) for action in actions)
