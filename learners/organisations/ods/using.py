"""Giving an organisation the name, the code and the days that a look-up found."""

import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from wagtail.log_actions import log

from learners.organisations.models import Organisation

USE = "organisations.use_ods"  # the action's name in the audit log


@transaction.atomic
def use(
    *,
    organisation: Organisation,
    name: str,
    ods_code: str,
    starts_on: datetime.date | None,
    ends_on: datetime.date | None,
    by: Any,
) -> list[str]:
    """Change what differs, log who did it and what stood there before, and say which fields changed.

    Sent twice, it changes nothing the second time. Raises PermissionDenied, and ValidationError where the row would
    break a rule: another organisation has the name or the code, the last day is before the first.
    """
    if not by.has_perm("organisations.change_organisation"):
        raise PermissionDenied
    found = Organisation.objects.select_for_update().get(pk=organisation.pk)
    after = {"name": name, "ods_code": ods_code, "starts_on": starts_on, "ends_on": ends_on}
    before = {field: getattr(found, field) for field in after}
    changed = [field for field, value in after.items() if before[field] != value]
    if not changed:
        return []
    for field in changed:
        setattr(found, field, after[field])
    found.full_clean()
    found.save(update_fields=changed)
    log(
        instance=found,
        action=USE,
        user=by,
        data={field: {"before": _plain(before[field]), "after": _plain(after[field])} for field in changed},
    )
    return changed


def _plain(value: Any) -> str:
    return value.isoformat() if isinstance(value, datetime.date) else value or ""
