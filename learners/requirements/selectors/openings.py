"""Since when, and until when, the agreements that requirements wait for have bound organisations."""

import datetime
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from django.db.models import Q

from learners.requirements.models import Requirement
from learners.requirements.standing import RequirementFacts, Span
from learners.requirements.standing.opening import days_held, joined, span_for, within
from learners.sharing.models import Agreement, Party, Stage, StageEntry

SIGNED = (Party.State.SIGNED, Party.State.LEFT)


class Openings:
    """The days on which what requirements wait for is so: three queries where any waits, else none.

    A version that supersedes the agreement carries on where it left off.
    """

    def __init__(self, requirements: Iterable[Requirement], organisations: Iterable[int]) -> None:
        wanted = {each.agreement_id for each in requirements if each.agreement_id}
        self._versions = _versions(wanted) if wanted else {}
        self._active: dict[int, list[Span]] = {}
        self._signed: dict[tuple[int, int], Span] = {}
        if self._versions:
            every = {version.pk for versions in self._versions.values() for version in versions}
            self._active = _active(every)
            self._signed = _signed(every, set(organisations))

    def applied(
        self, facts: RequirementFacts, requirement: Requirement, organisation: int, on: datetime.date
    ) -> RequirementFacts:
        """What a requirement asks in an organisation as of a day: not before its agreement binds it, nor after."""
        if requirement.agreement_id is None:
            return facts
        span = span_for(self._days(requirement.agreement_id, organisation), on)
        if span is None:
            return replace(facts, waits_for=f"it waits for {self._to_sign(requirement.agreement_id)}")
        lasts = [day for day in (facts.ends_on, span.last) if day]
        return replace(facts, opens_on=span.first, ends_on=min(lasts, default=None))

    def _days(self, agreement: int, organisation: int) -> list[Span]:
        """When the agreement, or what supersedes it, bound an organisation, as far as is known."""
        found: list[Span] = []
        for version in self._versions[agreement]:
            if signed := self._signed.get((version.pk, organisation)):
                found += within(self._active.get(version.pk, []), signed)
        return joined(found)

    def _to_sign(self, agreement: int) -> Agreement:
        """The version that can be signed still, or the last of those that cannot."""
        versions = self._versions[agreement]
        return next((each for each in versions if each.stage != Stage.EXPIRED), versions[-1])


def _versions(agreements: set[int]) -> dict[int, list[Agreement]]:
    """Agreements, each with those that supersede it, one after the other."""
    related = Agreement.objects.filter(
        Q(pk__in=agreements) | Q(network__agreements__in=agreements, supersedes__isnull=False)
    )
    rows = {row.pk: row for row in related.order_by()}
    after = {row.supersedes_id: row for row in rows.values()}
    found = {}
    for agreement in agreements:
        versions = [rows[agreement]]
        while (version := after.get(versions[-1].pk)) and version not in versions:
            versions.append(version)
        found[agreement] = versions
    return found


def _active(agreements: set[int]) -> dict[int, list[Span]]:
    entries: dict[int, list[tuple[datetime.date, bool]]] = defaultdict(list)
    rows = StageEntry.objects.filter(agreement__in=agreements).order_by("entered_on", "pk")
    for agreement, day, stage in rows.values_list("agreement_id", "entered_on", "stage"):
        entries[agreement].append((day, stage == Stage.ACTIVE))
    return {agreement: days_held(history) for agreement, history in entries.items()}


def _signed(agreements: set[int], organisations: set[int]) -> dict[tuple[int, int], Span]:
    rows = Party.objects.filter(agreement__in=agreements, organisation__in=organisations, state__in=SIGNED)
    return {
        (row.agreement_id, row.organisation_id): Span(row.signed_on, row.left_on)
        for row in rows
        if row.signed_on
    }
