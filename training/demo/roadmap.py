"""What Fennings Vale wants to reach, month by month, and what goes live when and where."""

import datetime
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from learners.organisations.models import Network, Organisation
from learners.programme.actions.roadmap import change_milestone
from learners.programme.models import Milestone, MilestoneChange, Objective, OutcomeMeasure, OutcomeValue
from learners.sharing.models import Agreement
from modules.models import Capability, InformationCategory, ModulePage, Role

CARE_HOMES = "Discharge summaries open in care homes"
WOUNDS = "Photographs of wounds"
VIEWS = ("3.9", "4.4", "", "6.1", "7.8", "7.5", "9.2", "10.6")  # month by month; in the third nobody counted
REASONS = ("38", "37", "41", "45", "44", "52", "", "57")


@dataclass(frozen=True, slots=True)
class Planned:
    """A milestone: what, from which business capability, in how many days, where, and what it shows."""

    title: str
    capability: str
    days: int
    where: str = ""
    information: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    modules: tuple[str, ...] = ()


MILESTONES = (
    Planned(
        "Allergies and medicines in one view", "medicines", -60,
        information=("allergies", "medicines"), modules=("right-information-right-place-right-time",),
    ),
    Planned(
        CARE_HOMES, "discharge", 30, "Merrowfield House", ("discharge-summaries", "letters"),
        ("care-worker", "care-home-nurse"), ("right-information-right-place-right-time", "may-i-look"),
    ),
    Planned("Referrals that answer back", "referrals", 75, "Ashdown Lane Surgery", ("referrals",)),
    Planned(
        "Care plans across the network", "care-planning", 140, information=("care-plans", "social-care"),
        modules=("care-plans-at-home",),
    ),
    Planned(WOUNDS, "care-planning", 20, "Tarn & Vale Community Health"),
)  # fmt: skip


def draw_roadmap(network: Network, agreement: Agreement, *, by: Any, today: datetime.date) -> None:
    """Two objectives with their figures, and five milestones: live, planned, paused and dropped."""
    _objective(
        network, today, VIEWS, ("3.9", "15"),
        statement="Nurses and paramedics look before they ring round",
        measure="Views of the shared record per 100 contacts",
        unit="per 100 contacts",
        modules=("right-information-right-place-right-time", "at-the-front-door"),
    )  # fmt: skip
    _objective(
        network, today, REASONS, ("38", "80"),
        statement="Whoever takes over learns why a medicine changed",
        measure="Discharge summaries that give the reason, in per cent of those checked",
        unit="per cent",
        modules=("leaving-hospital", "medicines-more-than-one-source"),
    )  # fmt: skip
    made = {each.title: _milestone(network, agreement, each, by, today) for each in MILESTONES}
    live, _, paused, _, dropped = (made[each.title] for each in MILESTONES)
    _move(live, "live", live.on, "", by)
    _move(paused, "paused", paused.on, "The surgery changes its own system first.", by)
    _move(dropped, "dropped", dropped.on, "Their size slows the record down. Looked at again in a year.", by)


def _move(milestone: Milestone, status: str, on: datetime.date, reason: str, by: Any) -> None:
    change_milestone(milestone=milestone, status=status, on=on, reason=reason, by=by)


def _objective(
    network: Network,
    today: datetime.date,
    figures: tuple[str, ...],
    aim: tuple[str, str],
    *,
    statement: str,
    measure: str,
    unit: str,
    modules: tuple[str, ...],
) -> None:
    objective = Objective.objects.create(
        network=network,
        statement=statement,
        measure=measure,
        baseline=Decimal(aim[0]),
        target=Decimal(aim[1]),
        by=today + datetime.timedelta(days=300),
    )
    objective.modules.set(ModulePage.objects.filter(slug__in=modules))
    series = OutcomeMeasure.objects.create(
        objective=objective, name=measure, unit=unit, source="Typed each month by the network's analyst"
    )
    month = today.replace(day=1)
    for figure in reversed(figures):
        month = (month - datetime.timedelta(days=1)).replace(day=1)
        if figure:
            OutcomeValue.objects.create(measure=series, month=month, value=Decimal(figure))


def _milestone(
    network: Network, agreement: Agreement, planned: Planned, by: Any, today: datetime.date
) -> Milestone:
    where = Organisation.objects.filter(name=planned.where).first()
    milestone = Milestone.objects.create(
        network=network,
        organisation=where,
        capability=Capability.objects.get(slug=planned.capability),
        title=planned.title,
        on=today + datetime.timedelta(days=planned.days),
        agreement=agreement,
    )
    milestone.information.set(InformationCategory.objects.filter(slug__in=planned.information))
    milestone.roles.set(Role.objects.filter(slug__in=planned.roles))
    milestone.modules.set(ModulePage.objects.filter(slug__in=planned.modules))
    MilestoneChange.objects.create(milestone=milestone, status=milestone.status, on=milestone.on, by=by)
    return milestone
