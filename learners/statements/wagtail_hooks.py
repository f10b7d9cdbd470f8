"""Where the CMS meets statements."""

from typing import Any

from django.http import HttpRequest
from wagtail import hooks
from wagtail.log_actions import LogFormatter
from wagtail.permissions import policy_registry, register_permission_policy

from learners.record_store.models import Statement
from learners.statements.panels import StatementsPanel
from learners.statements.policy import StatementPolicy
from learners.statements.store_viewset import StoreViewSet
from learners.statements.viewsets import StatementViewSet

register_permission_policy(Statement, StatementPolicy(Statement))


@hooks.register("register_admin_viewset")
def statements() -> StatementViewSet:
    """The listing, under Reports."""
    return StatementViewSet()


@hooks.register("register_admin_viewset")
def record_stores() -> StoreViewSet:
    """Where statements go, under Settings."""
    return StoreViewSet()


@hooks.register("construct_homepage_panels")
def add_statements_panel(request: HttpRequest, panels: list[Any]) -> None:
    """Show administrators how the outbox stands."""
    if policy_registry.get_by_type(Statement).user_has_permission(request.user, "view"):
        panels.append(StatementsPanel())


@hooks.register("register_log_actions")
def register_retries(actions: Any) -> None:
    """What the audit log says when somebody sends a refused statement again."""
    actions.register_action("statements.retry", "Send again", "Sent again after it was refused")
    actions.register_action("statements.look", "Look at statements", "Statements looked at by name")
    actions.register_action("statements.send_now", "Do not wait", "The end of a pause was not waited for")

    @actions.register_action("statements.discard")
    class Discard(LogFormatter):
        label = "Discard"

        def format_message(self, entry: Any) -> str:
            """With the reason that was given."""
            return f"Not to be sent: {entry.data['because']}"
