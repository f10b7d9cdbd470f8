"""Who may merge organisations."""

from typing import Any

from wagtail.permission_policies import ModelPermissionPolicy


class MergerPolicy(ModelPermissionPolicy):
    """Whoever may merge organisations may look at mergers, plan them and undo them. One leave for all of it."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        """Whether somebody may merge organisations, whatever is asked."""
        return super().user_has_permission(user, "merge")

    def user_has_any_permission(self, user: Any, actions: Any) -> bool:
        """The same."""
        return self.user_has_permission(user, "merge")
