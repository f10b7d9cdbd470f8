"""Where the record store meets the CMS."""

from typing import Any

from wagtail import hooks

from learners.record_store.viewsets import ClientViewSet


@hooks.register("register_admin_viewset")
def register_clients() -> ClientViewSet:
    """The register of clients, under Settings."""
    return ClientViewSet()


@hooks.register("register_log_actions")
def register_tokens(actions: Any) -> None:
    """What the audit log says of tokens, in the log of their client."""
    actions.register_action("record_store.issue_token", "Make a token", "A token was made")
    actions.register_action("record_store.revoke_token", "End a token", "A token was ended")
