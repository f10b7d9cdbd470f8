"""Which agreements hold on a day, and for whom."""

import datetime
from typing import Any

from django.db.models import OuterRef, Q, QuerySet, Subquery

from learners.organisations.models import Organisation
from learners.sharing.models import Agreement, Party, Stage, StageEntry
from learners.sharing.staging import Entered, StageTime, times


def with_stage(on: datetime.date, agreements: QuerySet[Agreement] | None = None) -> QuerySet[Any]:
    """Agreements, each with `stage_then`: the stage it was in on a day; None before its first."""
    entered = StageEntry.objects.filter(agreement=OuterRef("pk"), entered_on__lte=on).order_by(
        "-entered_on", "-pk"
    )
    rows = Agreement.objects.all() if agreements is None else agreements
    return rows.annotate(stage_then=Subquery(entered.values("stage")[:1]))


def holding(on: datetime.date) -> QuerySet[Party]:
    """Parties whose signature holds on a day."""
    still = Q(left_on=None) | Q(left_on__gte=on)
    return Party.objects.filter(still, state__in=[Party.State.SIGNED, Party.State.LEFT], signed_on__lte=on)


def signed_by(organisation: Organisation, on: datetime.date) -> QuerySet[Party]:
    """Where an organisation is a party whose signature holds on a day."""
    return holding(on).filter(organisation=organisation)


def signatures(agreement: Agreement, on: datetime.date) -> QuerySet[Party]:
    """The parties of an agreement whose signature holds on a day."""
    return holding(on).filter(agreement=agreement)


def is_settled(agreement: Agreement) -> bool:
    """Whether what an agreement covers may not be written freely any more: somebody signed it, or it is active."""
    signed = agreement.parties.filter(state__in=[Party.State.SIGNED, Party.State.LEFT])
    return agreement.stage in (Stage.ACTIVE, Stage.EXPIRED) or signed.exists()


def as_step(entry: StageEntry | None) -> Entered | None:
    """An entry as plain data."""
    return Entered(entry.stage, entry.entered_on, entry.note) if entry else None


def times_in_stages(agreement: Agreement, on: datetime.date) -> list[StageTime]:
    """How long an agreement was in each stage, as on a day, in order. No query where its stages are fetched."""
    entries = sorted(agreement.stages.all(), key=lambda each: (each.entered_on, each.pk))
    return times([Entered(each.stage, each.entered_on, each.note) for each in entries], on)


def active_for(organisation: Organisation, on: datetime.date) -> QuerySet[Agreement]:
    """The agreements that bind an organisation on a day: active then, and signed by it."""
    return with_stage(on).filter(stage_then=Stage.ACTIVE, parties__in=signed_by(organisation, on))


def is_active_for(agreement: Agreement, organisation: Organisation, on: datetime.date) -> bool:
    """Whether an agreement binds an organisation on a day."""
    return active_for(organisation, on).filter(pk=agreement.pk).exists()
