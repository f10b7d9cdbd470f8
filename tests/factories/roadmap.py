"""Objectives with their figures, and milestones."""

import datetime
from decimal import Decimal
from typing import Any

from learners.organisations.models import Network
from learners.programme.models import (
    Milestone,
    MilestoneChange,
    Objective,
    OutcomeMeasure,
    OutcomeValue,
)
from modules.models import Capability
from tests.factories.organisations import days_ago
from tests.factories.people import PersonFactory


def capability(slug: str = "care-planning") -> Capability:
    """One of those that every service begins with."""
    return Capability.objects.get(slug=slug)


def objective_in(network: Network, **given: Any) -> Objective:
    """From 10 to 30 views per 100 contacts, within a year."""
    modules = given.pop("modules", [])
    objective = Objective.objects.create(
        **{
            "network": network,
            "statement": "Ward nurses look before they ring",
            "measure": "Views per 100 contacts",
            "baseline": Decimal(10),
            "target": Decimal(30),
            "by": days_ago(-365),
        }
        | given
    )
    objective.modules.set(modules)
    return objective


def measure_of(objective: Objective, values: dict[str, str] | None = None, **given: Any) -> OutcomeMeasure:
    """Views per 100 contacts, with the figures of some months: {"2026-03": "12.5"}."""
    measure = OutcomeMeasure.objects.create(
        **{
            "objective": objective,
            "name": "Views of the shared record",
            "unit": "per 100 contacts",
            "source": "Monthly report of the record",
        }
        | given
    )
    OutcomeValue.objects.bulk_create(
        OutcomeValue(measure=measure, month=datetime.date.fromisoformat(f"{month}-01"), value=Decimal(value))
        for month, value in (values or {}).items()
    )
    return measure


def milestone_in(network: Network, *, by: Any = None, **given: Any) -> Milestone:
    """Care plans go live in the whole network in 60 days."""
    modules = given.pop("modules", [])
    milestone = Milestone.objects.create(
        **{
            "network": network,
            "capability": given.pop("capability", None) or capability(),
            "title": "Care plans can be read",
            "on": days_ago(-60),
        }
        | given
    )
    milestone.modules.set(modules)
    MilestoneChange.objects.create(
        milestone=milestone, status=milestone.status, on=milestone.on, by=by or PersonFactory()
    )
    return milestone


def roadmap_parts(network: Network) -> dict[str, Any]:
    """For the walk: an objective, what is counted of it, and a milestone."""
    objective = objective_in(network)
    return {
        "objective": objective.uuid,
        "measure": measure_of(objective).uuid,
        "milestone": milestone_in(network).uuid,
    }
