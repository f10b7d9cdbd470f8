"""What administrators do with join codes. Each is in the log, with who did it."""

import datetime
import uuid
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from learners.joining.models import JoinCode
from learners.organisations.models import Membership, Organisation

LONGEST = datetime.timedelta(days=365)
USUAL = datetime.timedelta(days=30)


@transaction.atomic
def make_code(*, organisation: Organisation, key: uuid.UUID, by: Any, **chosen: Any) -> JoinCode:
    """Make a code. `key` is the form's own: the same form sent twice makes one code."""
    code, is_new = JoinCode.objects.get_or_create(
        uuid=key,
        organisation=organisation,
        defaults={"made_by": by, "made_at": timezone.now(), **chosen},
    )
    if is_new:
        log(instance=code, action="joining.make", user=by, data={"organisation": str(organisation)})
    return code


@transaction.atomic
def revoke_code(*, code: JoinCode, by: Any) -> bool:
    """Let nobody else in by it, from now on. Who came in stays. False where it was revoked before."""
    found = JoinCode.objects.select_for_update().get(pk=code.pk)
    if found.revoked_at:
        return False
    found.revoked_at, found.revoked_by = timezone.now(), by
    found.save(update_fields=["revoked_at", "revoked_by"])
    log(instance=found, action="joining.revoke", user=by, data={"organisation": str(code.organisation)})
    return True


@transaction.atomic
def end_membership(*, membership: Membership, code: JoinCode, by: Any) -> bool:
    """Make today the last day of somebody who came in by a code. What they learnt stays theirs. False if it is over."""
    found = Membership.objects.select_for_update().get(pk=membership.pk)
    today = timezone.localdate()
    if found.ends_on and found.ends_on <= today:
        return False
    found.ends_on = today
    found.save(update_fields=["ends_on"])
    log(instance=found, action="joining.end_membership", user=by, data={"code": code.shown})
    return True
