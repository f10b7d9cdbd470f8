"""What administrators do with how somebody signs in."""

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.mfa.models import Authenticator
from django.core.exceptions import PermissionDenied
from django.db import transaction
from wagtail.log_actions import log

from learners.people.models import User


@transaction.atomic
def remove_second_step(*, person: User, by: Any) -> int:
    """Take away passkeys, codes from an app and recovery codes of somebody who lost them. How many there were.

    Logged; the person is told by e-mail. Raises PermissionDenied: without the permission to change people, for an
    account with all permissions unless `by` has them too, and for one's own, which has a page for it.
    """
    if not may_remove_second_step(person=person, by=by):
        raise PermissionDenied
    User.objects.select_for_update().get(pk=person.pk)
    count, _ = Authenticator.objects.filter(user=person).delete()
    if count:
        log(instance=person, action="people.remove_second_step", user=by)
        transaction.on_commit(
            lambda: get_adapter().send_notification_mail("account/email/second_step_removed", person)
        )
    return count


def may_remove_second_step(*, person: User, by: Any) -> bool:
    """Whether somebody may take another person's second step away."""
    return by.has_perm("people.change_user") and by != person and (by.is_superuser or not person.is_superuser)
