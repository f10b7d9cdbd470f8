"""Agreements as their pages show them."""

import datetime
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Prefetch, Q, QuerySet
from wagtail.models import ModelLogEntry

from learners.organisations.models import Network, Organisation
from learners.organisations.succession import predecessors_of, successors_among
from learners.sharing.models import Agreement, Party, Phase, ScopeItem, Stage
from learners.sharing.next_steps import Merged
from learners.sharing.reviewing import Review, review_of
from learners.sharing.selectors.agreements import holding, times_in_stages
from learners.sharing.staging import StageTime
from learners.sharing.wording import givers, roles, viewers, when


@dataclass(frozen=True, slots=True)
class Summary:
    """One agreement in a list."""

    agreement: Agreement
    now: StageTime | None
    signed: int
    asked: int
    coming: list[ScopeItem]
    review: Review | None
    own: Party | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One item of scope, in words."""

    item: ScopeItem
    givers: str
    viewers: str
    roles: str
    when: str
    may_begin: bool


def agreements_of(network: Network) -> QuerySet[Agreement]:
    """The agreements of a network, by title, the newest version of each first."""
    return network.agreements.select_related("network", "supersedes").order_by("title", "-pk")


def agreements_with(organisation: Organisation) -> QuerySet[Agreement]:
    """The agreements that an organisation signed, or is asked to."""
    own = Party.objects.filter(organisation=organisation)
    found = Agreement.objects.filter(pk__in=own.values("agreement"))
    return found.select_related("network", "supersedes").order_by("network__name", "title", "-pk")


def summaries(
    agreements: QuerySet[Agreement], on: datetime.date, organisation: Organisation | None = None
) -> list[Summary]:
    """A list of agreements, what has expired last. With an organisation, its own part. A fixed number of queries."""
    planned = ScopeItem.objects.filter(phase=Phase.PLANNED).select_related("information")
    fetched: list[Any] = [
        "stages",
        Prefetch("scope", planned.order_by("planned_for", "pk"), to_attr="coming"),
        Prefetch("parties", Party.objects.filter(organisation=organisation), to_attr="own"),
    ]
    holds = Q(parties__in=holding(on))
    signed = Count("parties", filter=holds)
    asked = Count("parties", filter=holds | ~Q(parties__state=Party.State.LEFT))
    rows = agreements.prefetch_related(*fetched).annotate(asked=asked, signed=signed)
    found = [_summary(row, on) for row in rows]
    return sorted(found, key=lambda each: each.agreement.stage == Stage.EXPIRED)


def due_for_review(found: list[Summary]) -> list[Summary]:
    """Those whose review is near or past, the most urgent first."""
    near = [each for each in found if each.review and each.review.is_near]
    return sorted(near, key=lambda each: each.review.days if each.review else 0)


def parties_of(agreement: Agreement) -> QuerySet[Party]:
    """Who signs, by name."""
    return agreement.parties.select_related("organisation").order_by("organisation__name", "pk")


def signatures_counted(agreement: Agreement, on: datetime.date) -> tuple[int, int]:
    """How many signatures hold on a day, of how many that were asked for."""
    asked = ~Q(state=Party.State.LEFT) | Q(pk__in=holding(on))
    counted = agreement.parties.aggregate(
        signed=Count("pk", filter=Q(pk__in=holding(on))), asked=Count("pk", filter=asked)
    )
    return counted["signed"], counted["asked"]


def outside_the_network(agreement: Agreement, on: datetime.date) -> set[int]:
    """The keys of organisations that are parties and are not in the network on a day."""
    here = Organisation.objects.in_network(agreement.network_id, on=on)
    rows = agreement.parties.exclude(organisation__in=here)
    return set(rows.values_list("organisation", flat=True))


def merged_in(agreement: Agreement, outside: set[int], on: datetime.date) -> dict[int, Merged]:
    """Of these parties (keys), what became of those that are part of another organisation now."""
    successors = successors_among(outside, on=on) if outside else {}
    if not successors:
        return {}
    concerned = {*successors, *(there.pk for there in successors.values())}
    parties = {row.organisation_id: row for row in parties_of(agreement).filter(organisation__in=concerned)}
    return {
        key: Merged(
            gone=parties[key].organisation.name,
            into=there.name,
            still_signed=parties[key].state == Party.State.SIGNED,
            is_asked=there.pk in parties,
        )
        for key, there in successors.items()
    }


def signed_before(organisation: Organisation, on: datetime.date) -> list[Party]:
    """What organisations that have become this one had signed, and this one is not asked to sign."""
    before = predecessors_of(organisation, on=on)
    if not before:
        return []
    rows = Party.objects.filter(organisation__in=before, state=Party.State.SIGNED)
    rows = rows.exclude(agreement__stage=Stage.EXPIRED).exclude(agreement__parties__organisation=organisation)
    return list(rows.select_related("agreement__network", "organisation").order_by("agreement", "pk"))


def organisations_to_ask(agreement: Agreement, on: datetime.date) -> QuerySet[Organisation]:
    """The organisations that are in the network on a day and no party yet."""
    found = Organisation.objects.in_network(agreement.network_id, on=on)
    return found.exclude(agreement_parties__agreement=agreement).order_by("name")


def scope_of(agreement: Agreement) -> QuerySet[ScopeItem]:
    """What an agreement covers, with what its words need."""
    rows = agreement.scope.select_related("information").prefetch_related("providers", "viewers", "roles")
    return rows.order_by("information__position", "information__name", "pk")


def lines_of(agreement: Agreement, on: datetime.date) -> list[Line]:
    """The same in words. What was planned for a day that has come may begin."""
    return [
        Line(
            item=item,
            givers=givers(item),
            viewers=viewers(item),
            roles=roles(item),
            when=when(item),
            may_begin=bool(
                item.phase == Phase.PLANNED
                and item.planned_for
                and item.planned_for <= on
                and agreement.stage != Stage.EXPIRED
            ),
        )
        for item in scope_of(agreement)
    ]


def organisations_named(agreement: Agreement, item: ScopeItem | None = None) -> QuerySet[Organisation]:
    """The organisations that scope may name: the parties, and those that an item names already."""
    found = Q(pk__in=agreement.parties.values("organisation"))
    if item:
        found |= Q(pk__in=item.providers.values("pk")) | Q(pk__in=item.viewers.values("pk"))
    return Organisation.objects.filter(found).order_by("name")


def stays_of(agreement: Agreement, on: datetime.date) -> list[tuple[str, StageTime]]:
    """How long it was in each stage, each with the stage's name."""
    return [(Stage(each.stage).label, each) for each in times_in_stages(agreement, on)]


def documents_of(agreement: Agreement) -> QuerySet[Any]:
    """Its files."""
    return agreement.documents.select_related("document")


def corrections_of(agreement: Agreement) -> list[ModelLogEntry]:
    """What was put right in its scope after somebody had signed, newest first."""
    rows = ModelLogEntry.objects.for_instance(agreement).filter(action="sharing.correction")
    return list(rows.order_by("-timestamp"))


def _summary(row: Any, on: datetime.date) -> Summary:
    stays = times_in_stages(row, on)
    return Summary(
        agreement=row,
        now=stays[-1] if stays else None,
        signed=row.signed,
        asked=row.asked,
        coming=[] if row.stage == Stage.EXPIRED else row.coming,
        review=review_of(row.review_by, on, is_over=row.stage == Stage.EXPIRED),
        own=row.own[0] if row.own else None,
    )
