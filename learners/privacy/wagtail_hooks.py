"""Where privacy meets the CMS."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail import hooks
from wagtail.admin import messages
from wagtail.permissions import policy_registry, register_permission_policy

from learners.people.models import User
from learners.privacy.cms_forms import anybody_chooser
from learners.privacy.models import ErasureRequest, LegalHold
from learners.privacy.panels import RequestsPanel
from learners.privacy.policy import ErasureRequestPolicy, LegalHoldPolicy
from learners.privacy.viewsets import PrivacyViewSetGroup

register_permission_policy(ErasureRequest, ErasureRequestPolicy(ErasureRequest))
register_permission_policy(LegalHold, LegalHoldPolicy(LegalHold))

NEVER_AGAIN = "This person is anonymised. Nobody can be put back into the place of somebody who is gone."


@hooks.register("register_admin_viewset")
def register_viewsets() -> list[Any]:
    """The registers, and the chooser that their forms use."""
    return [anybody_chooser, PrivacyViewSetGroup()]


@hooks.register("register_log_actions")
def register_decisions(actions: Any) -> None:
    """What the audit log says of each."""
    actions.register_action("privacy.anonymise", "Anonymise", "Anonymised, for a reason")
    actions.register_action("privacy.record_request", "Write down", "Wrote a request to be forgotten down")
    actions.register_action("privacy.refuse", "Refuse", "Refused a request to be forgotten, for a reason")
    actions.register_action("privacy.place_hold", "Place", "Placed a legal hold")
    actions.register_action("privacy.lift_hold", "Lift", "Lifted a legal hold")


@hooks.register("construct_homepage_panels")
def add_requests_panel(request: HttpRequest, panels: list[Any]) -> None:
    """Show whoever decides how many requests wait."""
    if policy_registry.get_by_type(ErasureRequest).user_has_permission(request.user, "decide"):
        panels.append(RequestsPanel())


@hooks.register("before_edit_user")
def keep_anonymous(request: HttpRequest, user: User) -> HttpResponse | None:
    """Refuse to give somebody who is anonymised a name again."""
    if user.anonymised_at is None:
        return None
    messages.error(request, NEVER_AGAIN)
    return redirect("wagtailusers_users:index")
