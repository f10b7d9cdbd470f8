"""Where people meet the CMS."""

from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail import hooks
from wagtail.admin import messages

from learners.people.models import User
from learners.people.viewsets import PersonChooserViewSet

NEVER_DELETED = (
    "People are not deleted: learning records name them. Open the person and untick “Active” instead."
)

# Wagtail asks its own app for the view set; it is named here, so that INSTALLED_APPS need not know of ours.
apps.get_app_config("wagtailusers").user_viewset = "learners.people.viewsets.PersonViewSet"  # type: ignore[attr-defined]


@hooks.register("register_admin_viewset")
def register_chooser() -> PersonChooserViewSet:
    """Let forms choose a person by a few letters, instead of from a list of everybody."""
    return PersonChooserViewSet("person_chooser")


@hooks.register("register_log_actions")
def register_removal(actions: Any) -> None:
    """What the audit log says when somebody's second step is taken away."""
    actions.register_action("people.remove_second_step", "Remove the second step", "Second step removed")


@hooks.register("before_delete_user")
def keep_person(request: HttpRequest, user: User) -> HttpResponse:
    """Refuse, whoever asks."""
    messages.error(request, NEVER_DELETED)
    return redirect("wagtailusers_users:edit", user.pk)


@hooks.register("before_edit_user")
def guard_superuser(request: HttpRequest, user: User) -> None:
    """Somebody without all permissions must not take over the account of somebody who has them."""
    if user.is_superuser and not request.user.is_superuser:
        raise PermissionDenied


@hooks.register("before_bulk_action")
def hold_bulk_actions(request: HttpRequest, action_type: str, objects: Iterable[Any], action: Any) -> Any:
    """The same, for many at once."""
    people = [found for found in objects if isinstance(found, User)]
    if people and action_type == "delete":
        messages.error(request, NEVER_DELETED)
        return redirect("wagtailusers_users:index")
    for person in people:
        guard_superuser(request, person)
    return None
