"""Who may do what with requests and holds in the CMS."""

from typing import Any, ClassVar

from wagtail.permission_policies import ModelPermissionPolicy


class _OnlyThese(ModelPermissionPolicy):
    """Nothing is edited or deleted, whatever somebody may do elsewhere."""

    actions: ClassVar[set[str]] = set()

    def user_has_permission(self, user: Any, action: str) -> bool:
        """Whether somebody may do this."""
        return action in self.actions and super().user_has_permission(user, action)

    def user_has_any_permission(self, user: Any, actions: Any) -> bool:
        """Whether somebody may do any of these."""
        return any(self.user_has_permission(user, action) for action in actions)


class ErasureRequestPolicy(_OnlyThese):
    """Administrators read requests, write down those that came by letter, and decide."""

    actions: ClassVar[set[str]] = {"add", "view", "decide"}


class LegalHoldPolicy(_OnlyThese):
    """Administrators read, place and lift holds."""

    actions: ClassVar[set[str]] = {"add", "view", "lift"}
