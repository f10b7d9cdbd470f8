"""Which agreements hold on a day, and for whom."""

import datetime

from django.db.models import OuterRef, Q, QuerySet, Subquery

from learners.organisations.models import Organisation
from learners.sharing.models import Agreement, Party, Stage, StageEntry


def with_stage(on: datetime.date, agreements: QuerySet[Agreement] | None = None) -> QuerySet[Agreement]:
    """Agreements, each with `stage_then`: the stage it was in on a day; None before its first."""
    entered = StageEntry.objects.filter(agreement=OuterRef("pk"), entered_on__lte=on).order_by(
        "-entered_on", "-pk"
    )
    rows = Agreement.objects.all() if agreements is None else agreements
    return rows.annotate(stage_then=Subquery(entered.values("stage")[:1]))


def signed_by(organisation: Organisation, on: datetime.date) -> QuerySet[Party]:
    """Where an organisation is a party whose signature holds on a day."""
    still = Q(left_on=None) | Q(left_on__gte=on)
    return Party.objects.filter(
        still, organisation=organisation, state__in=[Party.State.SIGNED, Party.State.LEFT], signed_on__lte=on
    )


def active_for(organisation: Organisation, on: datetime.date) -> QuerySet[Agreement]:
    """The agreements that bind an organisation on a day: active then, and signed by it."""
    return with_stage(on).filter(stage_then=Stage.ACTIVE, parties__in=signed_by(organisation, on))


def is_active_for(agreement: Agreement, organisation: Organisation, on: datetime.date) -> bool:
    """Whether an agreement binds an organisation on a day."""
    return active_for(organisation, on).filter(pk=agreement.pk).exists()
