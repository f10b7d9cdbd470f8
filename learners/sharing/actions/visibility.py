"""Keeping what is switched on at an organisation, a line at a time."""

import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from learners.organisations.models import Organisation
from learners.sharing.models import Visibility
from learners.sharing.selectors.matrix import plain_of, there_already, twin_of


class CannotDo(Exception):
    """What is not done as things stand. Its text says why; nothing was written."""


def hold(organisation: Organisation) -> None:
    """Whoever writes lines of one organisation waits here, so that nobody overwrites what they have not seen."""
    Organisation.objects.select_for_update(of=("self",), no_key=True).get(pk=organisation.pk)


@transaction.atomic
def end_line(*, line: Visibility, on: datetime.date, by: Any) -> None:
    """Make this day a line's last. One that ends already stays as it is; one that has not begun goes."""
    hold(line.organisation)
    found = Visibility.objects.filter(pk=line.pk).first()
    if found is None or (found.ends_on and found.ends_on <= on):
        return
    if found.starts_on > on:
        found.delete()
    else:
        found.ends_on = on
        found.save(update_fields=["ends_on"])
    log(line.organisation, "sharing.line", user=by, data={"did": "ended", "line": str(line)})


@transaction.atomic
def check_line(*, line: Visibility, on: datetime.date, by: Any) -> None:
    """Somebody looked on this day, and it is so. An older day changes nothing."""
    hold(line.organisation)
    if Visibility.objects.filter(pk=line.pk, checked_on__lt=on).update(checked_on=on):
        log(line.organisation, "sharing.line", user=by, data={"did": "checked", "line": str(line)})


@transaction.atomic
def keep_line(*, line: Visibility, by: Any) -> Visibility:
    """Write a line down, or put it better. What another says already, letter by letter, is written once.

    Raises CannotDo where the line has gone meanwhile, or another has the same source on one of its days.
    """
    hold(line.organisation)
    did = "changed" if line.pk else "added"
    if line.pk and not Visibility.objects.filter(pk=line.pk).exists():
        raise CannotDo("This line has been taken out meanwhile. Add a new one.")
    if twin := twin_of(line, timezone.localdate()):
        if not line.pk and plain_of(twin) == plain_of(line):
            return twin
        raise CannotDo(there_already(twin))
    line.save()
    log(line.organisation, "sharing.line", user=by, data={"did": did, "line": str(line)})
    return line
