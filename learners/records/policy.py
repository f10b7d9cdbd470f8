"""Who may do what with certificates in the CMS."""

from typing import Any

from wagtail.permission_policies import ModelPermissionPolicy


class CertificatePolicy(ModelPermissionPolicy):
    """Administrators may read, and withdraw. Nobody may write: the service issues them."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        """Whether somebody may read, or withdraw."""
        return action in ("view", "withdraw") and super().user_has_permission(user, action)

    def user_has_any_permission(self, user: Any, actions: Any) -> bool:
        """Whether somebody may do any of these."""
        return any(self.user_has_permission(user, action) for action in actions)
