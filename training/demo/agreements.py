"""The sharing agreement of Fennings Vale: active, but for one organisation that has not signed; with plans to come."""

import datetime
from dataclasses import dataclass
from typing import Any

from learners.organisations.models import Network, Organisation
from learners.requirements.models import Requirement
from learners.sharing.actions.agreements import create_agreement, enter_stage
from learners.sharing.actions.parties import add_parties, plan_signing, sign
from learners.sharing.actions.scope import Covers, add_item
from learners.sharing.models import Agreement, Phase, Stage
from modules.models import InformationCategory, ModulePage

TITLE = "Sharing for care in Fennings Vale"
UNSIGNED = "Kindly Home Care"
STAGES = (
    (Stage.SCOPING, 430), (Stage.DRAFTING, 350), (Stage.IMPACT_ASSESSMENT, 280), (Stage.REVIEW, 215),
    (Stage.SIGNING, 160), (Stage.ACTIVE, 95),
)  # fmt: skip
"""Each stage, and how many days ago it began."""

NOW = (
    "demographics", "allergies", "medicines", "diagnoses", "results", "letters", "discharge-summaries",
    "referrals", "appointments", "end-of-life-plans", "about-me", "carers", "safeguarding", "ambulance",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Left:
    """A category that is not shared now: planned for a day, or left out for a reason."""

    slug: str
    reason: str = ""


LATER = (Left("care-plans"), Left("social-care"))
OUT = (
    Left(
        "maternity", "Maternity notes stay in the maternity system until its supplier can share them safely."
    ),
    Left("immunisations", "The region's immunisation service shows these already."),
)


def agree(network: Network, *, by: Any, today: datetime.date) -> Agreement:
    """Make it as it came about: scope while it is drafted, signatures one after the other, and then active."""
    first, *others = ((stage, today - datetime.timedelta(days=days)) for stage, days in STAGES)
    agreement = create_agreement(
        network=network,
        title=TITLE,
        version="1.0",
        owner="Information governance lead",
        owner_email="governance@example.org",
        review_by=today + datetime.timedelta(days=80),
        stage=first[0],
        on=first[1],
        today=today,
        by=by,
    )
    _write_scope(agreement, by, today)
    members = Organisation.objects.filter(network_memberships__network=network).order_by("name")
    add_parties(agreement=agreement, organisations=members, today=today, by=by)
    for stage, day in others:
        if stage == Stage.ACTIVE:
            _collect_signatures(agreement, by, today, last=day)
        enter_stage(agreement=agreement, stage=stage, on=day, today=today, by=by)
    return agreement


def _write_scope(agreement: Agreement, by: Any, today: datetime.date) -> None:
    categories = {each.slug: each for each in InformationCategory.objects.all()}
    next_april = datetime.date(today.year + 1, 4, 1)
    for slug in NOW:
        add_item(agreement=agreement, covers=Covers(information=categories[slug]), by=by)
    for each in LATER:
        covers = Covers(information=categories[each.slug], phase=Phase.PLANNED, planned_for=next_april)
        add_item(agreement=agreement, covers=covers, by=by)
    for each in OUT:
        covers = Covers(information=categories[each.slug], phase=Phase.OUT_OF_SCOPE, reason=each.reason)
        add_item(agreement=agreement, covers=covers, by=by)


def _collect_signatures(agreement: Agreement, by: Any, today: datetime.date, *, last: datetime.date) -> None:
    """All but one sign, one every few days; that one means to next month."""
    for number, party in enumerate(agreement.parties.select_related("organisation")):
        if party.organisation.name == UNSIGNED:
            plan_signing(party=party, on=today + datetime.timedelta(days=35), today=today, by=by)
        else:
            day = last - datetime.timedelta(days=4 * number + 1)
            sign(party=party, on=day, signatory="Caldicott Guardian", today=today, by=by)


def ask_once_it_is_signed(agreement: Agreement, module: ModulePage, *, today: datetime.date) -> None:
    """The organisation that has not signed asks for a module that opens when it has."""
    requirement = Requirement.objects.create(
        organisation=Organisation.objects.get(name=UNSIGNED),
        title="Before our record opens",
        agreement=agreement,
        due_days=28,
        starts_on=today - datetime.timedelta(days=20),
    )
    requirement.modules.set([module])
