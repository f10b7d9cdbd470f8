"""One person's account in the shared record, for one organisation."""

import datetime
import uuid
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Coalesce, Greatest

from learners.access.deciding import Queue, State, Terms
from learners.organisations.models import Membership, Organisation


class AccountQuerySet(models.QuerySet["Account"]):
    """Accounts, by the same rules as `deciding.queue_of`; a test holds the two together."""

    def standing(self, on: datetime.date) -> Self:
        """With `has_left`: whether the person wears no hat here on a day."""
        here = Membership.objects.in_force(on=on).filter(
            organisation=OuterRef("organisation"), person=OuterRef("person")
        )
        return self.annotate(has_left=~Exists(here))

    def in_queue(self, queue: Queue, terms: Terms, on: datetime.date) -> Self:
        """Those of `standing` who wait there."""
        return self.filter(conditions(terms, on)[queue])


def conditions(terms: Terms, on: datetime.date) -> dict[Queue, Q]:
    """Who waits where, each apart from the others; everybody is in one."""
    granted, here = Q(state=State.GRANTED), Q(has_left=False)
    grace = on - datetime.timedelta(days=terms.grace_days)
    withdraw = Q(has_left=True) | Q(lapsed_on__isnull=False, lapsed_on__lte=grace)
    lapsed = here & Q(lapsed_on__gt=grace)
    well = granted & here & Q(lapsed_on=None)
    since = _unused_since(terms, on)
    return {
        Queue.READY: Q(state=State.NONE, meets=True) & here,
        Queue.REINSTATE: Q(state=State.WITHDRAWN, meets=True) & here,
        Queue.TO_WITHDRAW: granted & withdraw,
        Queue.LAPSED: granted & lapsed,
        Queue.UNUSED: well & Q(last_use__lte=since),
        Queue.GRANTED: well & (Q(last_use=None) | Q(last_use__gt=since)),
        Queue.NOTHING: ~granted & (Q(meets=False) | Q(has_left=True)),
    }


def _unused_since(terms: Terms, on: datetime.date) -> datetime.date:
    return on - datetime.timedelta(days=terms.unused_days) if terms.unused_days else datetime.date.min


class Account(models.Model):
    """What the events of somebody's account come to, and whether they meet what it needs. Derived: see `reckoning`.

    `meets`: all that an account needs is done. `lapsed_on`: the day since which they are late with any of it. In
    between is whoever still has time.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="access_accounts")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="access_accounts"
    )
    state = models.CharField(
        max_length=10, choices=[(each.value, each.value.capitalize()) for each in State], default=State.NONE
    )
    since = models.DateField(null=True)
    used_on = models.DateField(null=True)
    last_use = models.GeneratedField(
        expression=Coalesce(Greatest(F("used_on"), F("since")), F("since"), F("used_on")),
        output_field=models.DateField(null=True),
        db_persist=True,
    )
    meets = models.BooleanField(default=False)
    lapsed_on = models.DateField(null=True)
    told_queue = models.CharField(max_length=12, default=Queue.NOTHING)

    objects = AccountQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint("organisation", "person", name="account_once")]
        indexes = [models.Index(fields=["organisation", "state", "meets"], name="account_by_state")]

    def __str__(self) -> str:
        return f"Account {self.uuid}"
