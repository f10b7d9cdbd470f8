"""Works out, once a day, what the leads of a network are shown, and keeps it.

Once a day, so that looking twice on one day tells nothing; and kept, so that what was shown of a month end stays as it
was, whoever joins or leaves. Every figure comes through `suppress`.
"""

import datetime
from collections import defaultdict
from collections.abc import Iterator
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone

from learners.dashboards.figures import Share
from learners.dashboards.models import NetworkFigure, Part
from learners.dashboards.summing import summed, tally_of
from learners.dashboards.suppression import Published, head_count, suppress
from learners.organisations.models import Network, Organisation
from learners.requirements.keeping import catch_up
from learners.requirements.models import Breakdown, Figure, KeptStanding, Roll, Stirred

MONTHS = 13
WHILE_SOMEBODY_WAITS = 20
"""So many organisations at most are brought up to date first; the daily pass does the others."""

type Shares = dict[UUID | None, dict[str, Share]]


def publish(network: Network, today: datetime.date | None = None) -> datetime.date:
    """See to it that a network's figures of today are there, and those of month ends. The day, for whoever reads on."""
    day = today or timezone.localdate()
    if not NetworkFigure.objects.filter(network=network, on=day).exists():
        _catch_up(network, day)
        with transaction.atomic():
            Network.objects.select_for_update().get(pk=network.pk)
            _publish_all(network, day)
    return day


def _publish_all(network: Network, day: datetime.date) -> None:
    """Under the network's lock: of two who come first, one works."""
    rows = NetworkFigure.objects.filter(network=network)
    if rows.filter(on=day).exists():
        return
    kept = set(rows.filter(is_month_end=True).values_list("on", flat=True))
    for month_end in _month_ends(network, day):
        if month_end not in kept:
            _keep(network, month_end, is_month_end=True)
    rows.filter(is_month_end=False).delete()
    _keep(network, day, is_month_end=False)


def _month_ends(network: Network, day: datetime.date) -> list[datetime.date]:
    """The last month ends; without the very last, as long as the daily pass has yet to keep it of some organisation."""
    here = _organisations(network, day)
    kept = Figure.objects.filter(organisation__in=here, month_end__lt=day).order_by()
    found = sorted({day for day in kept.values_list("month_end", flat=True) if day})[-MONTHS:]
    if not found:
        return []
    stood = KeptStanding.objects.as_at(found[-1]).filter(organisation=OuterRef("pk"))
    counted = Figure.objects.filter(organisation=OuterRef("pk"), month_end=found[-1])
    waiting = Organisation.objects.filter(Exists(stood), ~Exists(counted), pk__in=here)
    return found[:-1] if waiting.exists() else found


def _organisations(network: Network, day: datetime.date) -> list[int]:
    return list(Organisation.objects.in_network(network, on=day).order_by().values_list("pk", flat=True))


def _catch_up(network: Network, day: datetime.date) -> None:
    noted = Stirred.objects.filter(organisation=OuterRef("pk"), on__lte=day)
    counted = Roll.objects.filter(organisation=OuterRef("pk"), counted_on__isnull=False)
    behind = Organisation.objects.filter(
        Q(Exists(noted)) | ~Exists(counted), pk__in=_organisations(network, day)
    )
    for key in behind.order_by("pk").values_list("pk", flat=True)[:WHILE_SOMEBODY_WAITS]:
        catch_up(key)


def _keep(network: Network, on: datetime.date, *, is_month_end: bool) -> None:
    organisations, month_end = _organisations(network, on), on if is_month_end else None
    by_organisation = _shares(organisations, month_end, Breakdown.ALL, "organisation_id")
    by_group = _shares(organisations, month_end, Breakdown.STAFF_GROUP, "value")
    people = by_organisation.pop(None, {})
    rows = list(_head_counts(network, on, organisations, people))
    for key, parts in by_organisation.items():
        rows += _rows(network, on, key, suppress(parts, by_group.get(key, {})))
    for row in rows:
        row.is_month_end = is_month_end
    NetworkFigure.objects.bulk_create(rows, batch_size=1_000)


def _shares(
    organisations: list[int], month_end: datetime.date | None, breakdown: Breakdown, by: str
) -> Shares:
    """Shares by module, each by organisation or by staff group."""
    rows = Figure.objects.filter(organisation__in=organisations, breakdown=breakdown)
    rows = rows.filter(month_end=month_end) if month_end else rows.filter(month_end__isnull=True)
    found: Shares = defaultdict(dict)
    for row in summed(rows.order_by().values("module_key", by=F(by))):
        found[row["module_key"]][str(row["by"])] = tally_of(row).share_done
    return found


def _head_counts(
    network: Network, on: datetime.date, organisations: list[int], people: dict[str, Share]
) -> Iterator[NetworkFigure]:
    """A row for every organisation, whatever it asks: of how many people something is asked."""
    for key in organisations:
        share = head_count(people.get(str(key), Share(0, 0)).total)
        yield _row(network, on, Part.ORGANISATION, None, share, organisation_id=key)


def _rows(network: Network, on: datetime.date, key: UUID | None, shown: Published) -> Iterator[NetworkFigure]:
    yield _row(network, on, Part.ALL, key, shown.whole, is_rounded=shown.is_rounded)
    for organisation, share in shown.organisations.items():
        yield _row(network, on, Part.ORGANISATION, key, share, organisation_id=int(organisation))
    for group, share in shown.staff_groups.items():
        yield _row(network, on, Part.STAFF_GROUP, key, share, staff_group=group, is_rounded=shown.is_rounded)


def _row(
    network: Network,
    on: datetime.date,
    part: Part,
    key: UUID | None,
    share: Share | None,
    **more: int | str | bool,
) -> NetworkFigure:
    return NetworkFigure(
        network=network,
        on=on,
        part=part,
        module_key=key,
        number=share.number if share else None,
        total=share.total if share else None,
        **more,
    )
