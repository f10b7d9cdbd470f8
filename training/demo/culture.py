"""How Fennings Vale gets on with what is not technical: the checklist twice, changes of jobs, champions, talks."""

import datetime
import random
from typing import Any

from django.utils import timezone

from learners.organisations.models import Appointment, Membership, Network, Organisation
from learners.programme.actions.checklist import Said, answer, begin, change_action, finish
from learners.programme.actions.culture import name_champion, record_talk_through
from learners.programme.models import (
    ChecklistAction,
    ChecklistItem,
    Guide,
    Level,
    Milestone,
    Weight,
    WorkflowChange,
)
from modules.models import ModulePage, Role
from training.demo.clock import at
from training.demo.network import EMPLOYERS
from training.demo.roadmap import CARE_HOMES

FIRST = {1: "partly", 3: "not", 5: "unsure", 6: "not", 9: "not", 11: "not", 12: "partly", 13: "unsure",
         16: "not", 19: "unsure", 20: "partly", 21: "not", 22: "not", 23: "not", 24: "unsure"}  # fmt: skip
SECOND = {5: "unsure", 9: "partly", 11: "partly", 13: "partly", 21: "partly", 22: "not", 24: "not"}
"""Of the items by number: what was not in place when the network went through them, and what still is not."""

WITHOUT_CHAMPION = frozenset({"Merrowfield House", "Vale Ambulance"})
AREAS = ("Nights", "Discharge", "Reception", "Visits", "Clinic", "Weekends")
JOBS = (
    ("nurse", "Rings the surgery and waits for the list of medicines.", "Looks first, and rings about what differs.",
     "right-information-right-place-right-time"),
    ("paramedic", "Asks whoever is at home.", "Looks on the way, and asks whoever is at home.", "at-the-front-door"),
    ("care-worker", "Reads the letter when somebody finds it.", "Tells the nurse what the summary says is new.",
     "right-information-right-place-right-time"),
    ("care-home-nurse", "Rings the ward on the day after.", "Opens the summary before the person's first evening.",
     "leaving-hospital"),
)  # fmt: skip
AT_CARE_HOMES = frozenset({"care-worker", "care-home-nurse"})


def change_culture(network: Network, *, lead: Any, chance: random.Random) -> None:
    """All of it, as leads, administrators and managers would have written it down."""
    now = timezone.now()
    for days, missing in ((190, FIRST), (25, SECOND)):
        with at(now - datetime.timedelta(days=days)):
            _assess(network, missing, lead)
    _work_on_actions(network, timezone.localdate())
    _write_changes(network)
    _name_champions(lead, chance)
    _talk(chance)


def _assess(network: Network, missing: dict[int, str], by: Any) -> None:
    assessment = begin(owner=network, by=by)
    items = ChecklistItem.objects.filter(is_retired=False)
    answer(
        assessment=assessment,
        said={item.pk: Said(missing.get(item.number, "in_place")) for item in items},
    )
    finish(assessment=assessment, by=by)


def _work_on_actions(network: Network, today: datetime.date) -> None:
    """What is in place by now is done; the rest has an owner and a day."""
    for number, action in enumerate(ChecklistAction.objects.filter(network=network).select_related("item")):
        change_action(
            action=action,
            what=action.what,
            who=("Programme lead", "Clinical safety officer", "Training lead")[number % 3],
            due_on=today + datetime.timedelta(days=14 + 10 * number),
            is_done=action.item.number not in SECOND,
        )


def _write_changes(network: Network) -> None:
    milestones = {each.title: each for each in Milestone.objects.filter(network=network)}
    live, care_homes = milestones["Allergies and medicines in one view"], milestones[CARE_HOMES]
    for role, before, after, helped_by in JOBS:
        change = WorkflowChange.objects.create(
            network=network,
            milestone=care_homes if role in AT_CARE_HOMES else live,
            level=Level.JOB,
            role=Role.objects.get(slug=role),
            before=before,
            after=after,
            effort=Weight.MEDIUM,
            benefit="Fewer calls, and fewer surprises.",
            risk="What is old is taken for new.",
            owner="Chief nursing information officer",
        )
        change.mitigated_by.set(ModulePage.objects.filter(slug=helped_by))
    WorkflowChange.objects.create(
        network=network,
        milestone=care_homes,
        level=Level.WORKFLOW,
        before="The summary goes by post and reaches the home days after the person.",
        after="The home opens it on the day on which the person comes back.",
        effort=Weight.HIGH,
        benefit="Medicines are right on the first evening.",
        risk="Nobody at the home has time to look on that day.",
        owner="Discharge team manager",
    )
    WorkflowChange.objects.create(
        network=network,
        level=Level.CULTURE,
        before="“Better not share” is the safe answer.",
        after="Sharing for somebody's care is part of the job, and leaders say so.",
        effort=Weight.HIGH,
        benefit="People look at the moment when it helps.",
        owner="The network's sponsor",
    )


def _name_champions(by: Any, chance: random.Random) -> None:
    today = timezone.localdate()
    for number, employer in enumerate(EMPLOYERS):
        if employer.name in WITHOUT_CHAMPION:
            continue
        hats = list(
            Membership.objects.in_force(on=today).filter(organisation__name=employer.name).order_by("pk")
        )
        name_champion(
            membership=chance.choice(hats),
            area=AREAS[number % len(AREAS)],
            on=today - datetime.timedelta(days=chance.randint(20, 90)),
            by=by,
        )


def _talk(chance: random.Random) -> None:
    """Two teams of the hospital have talked something through."""
    hospital, today = Organisation.objects.get(name="Brackwater Hospitals"), timezone.localdate()
    manager = Appointment.objects.filter(organisation=hospital, capacity="manager").first()
    if manager is None:
        return
    for team, barrier, days in (("Ward 6", "permission", 16), ("Discharge team", "when", 9)):
        hats = list(
            Membership.objects.in_force(on=today)
            .filter(organisation=hospital, team__name=team)
            .order_by("pk")
        )
        record_talk_through(
            organisation=hospital,
            team=hospital.teams.get(name=team),
            guide=Guide.objects.get(barrier=barrier),
            module=None,
            held_on=today - datetime.timedelta(days=days),
            note="We agreed to look before handover, and to say so to the person.",
            participants=chance.sample(hats, min(8, len(hats))),
            by=manager.person,
        )
