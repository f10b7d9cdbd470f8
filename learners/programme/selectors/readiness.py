"""Whether a milestone is ready, as its network's lead sees it, and as the manager of one organisation does."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from learners.dashboards.figures import Share
from learners.dashboards.suppression import rounded, suppress
from learners.organisations.models import NetworkMembership, Organisation
from learners.programme.models import Milestone, Override
from learners.programme.readiness.asked import Name
from learners.programme.readiness.burn_up import trained_by_week
from learners.programme.readiness.drawing import BurnUp
from learners.programme.readiness.facts import Reading
from learners.programme.readiness.gate import Condition, Verdict, judge


@dataclass(frozen=True, slots=True)
class Line:
    """How many are trained in a team, a shift or an organisation. No share where there are too few to show."""

    name: str
    share: Share | None
    reaches: bool | None = None  # whether that is enough; None where it is not said


@dataclass(frozen=True)
class Readiness:
    """The verdict, with the figures that its reader may see."""

    milestone: Milestone
    verdict: Verdict
    standing: Mapping[str, Override]
    lines: Sequence[Line]
    burn_up: BurnUp | None

    @property
    def conditions(self) -> list[tuple[Condition, Override | None]]:
        """Each with the decision that stands in for it."""
        return [(each, self.standing.get(each.name)) for each in self.verdict.conditions]

    @property
    def went_live_unready(self) -> bool:
        """Whether it is live, and would not be let through today."""
        return self.milestone.status == Milestone.Status.LIVE and not self.verdict.ready


def overrides_of(milestone: Milestone) -> QuerySet[Override]:
    """Every decision on a milestone, and what took any of them back; newest first."""
    rows = milestone.overrides.select_related("by", "withdraws", "withdrawn_by")
    return rows.order_by("-pk")


def standing_overrides(milestone: Milestone) -> dict[str, Override]:
    """The decisions that nobody took back, by condition."""
    rows = milestone.overrides.filter(withdraws=None, withdrawn_by=None).select_related("by")
    return {row.condition: row for row in rows.order_by("pk")}


def milestones_concerning(organisation: Organisation, on: datetime.date) -> QuerySet[Milestone]:
    """An organisation's own milestones, and those of its whole networks."""
    networks = NetworkMembership.objects.in_force(on=on).filter(organisation=organisation)
    whole = Q(organisation=None, network__in=networks.values("network"))
    rows = Milestone.objects.filter(whole | Q(organisation=organisation))
    return rows.select_related("network", "capability", "organisation").order_by("on", "title")


def readiness_for_lead(milestone: Milestone, on: datetime.date) -> Readiness:
    """Of all whom it concerns: no team is named, and every number comes through `suppress`, to the nearest five."""
    standing = standing_overrides(milestone)
    reading = Reading(milestone, on, overridden=frozenset(standing))
    published = suppress(reading.shares, {})
    organisations = published.organisations
    whole = published.whole if len(organisations) > 1 else next(iter(organisations.values()), None)
    lines = [
        Line(each.name, _about(organisations[str(each.pk)]))
        for each in reading.organisations
        if str(each.pk) in organisations
    ]
    burn_up = _burn_up(reading, hides=True) if whole else None
    return Readiness(milestone, judge(reading.facts), standing, lines, burn_up)


def readiness_for_organisation(
    milestone: Milestone, organisation: Organisation, on: datetime.date, teams: frozenset[int] | None
) -> Readiness:
    """Of one organisation, with the figures of those teams (None: all) that the reader may see."""
    standing = standing_overrides(milestone)
    reading = Reading(milestone, on, only=organisation, seen=teams, overridden=frozenset(standing))
    facts = reading.facts
    lines = [
        Line(group.name, Share(group.number, group.total), group.reaches(facts.threshold))
        for group in facts.groups
        if group.is_shown
    ]
    return Readiness(milestone, judge(facts), standing, lines, _burn_up(reading))


def condition_named(slug: str) -> Name | None:
    """The condition that an address names."""
    return next((name for name in Name if name.value == slug), None)


def may_be_overridden(milestone: Milestone, name: Name, on: datetime.date) -> bool:
    """Whether there is anything to decide: nobody decides ahead on what is met, for whatever comes later."""
    verdict = judge(Reading(milestone, on).facts)
    return any(each.name is name and not each.met for each in verdict.conditions)


def _burn_up(reading: Reading, *, hides: bool = False) -> BurnUp | None:
    """Up to today, or to the day on which it went live; a day for which it was only planned is no end."""
    milestone, until = reading.milestone, reading.on
    if not reading.modules:
        return None
    if milestone.status != Milestone.Status.PLANNED:
        until = min(until, milestone.on)
    found = trained_by_week(reading.touched_seen, until)
    weeks = [(day, _hidden(share) if hides else share) for day, share in found]
    if not weeks:
        return None
    return BurnUp(weeks, milestone.on, milestone.threshold, is_rounded=hides)


def _hidden(share: Share) -> Share | None:
    return _about(suppress({"": share}, {}).organisations[""])


def _about(share: Share | None) -> Share | None:
    return rounded(share) if share else None
