"""Milestones, and what makes one ready."""

from typing import Any

from django.utils import timezone

from learners.organisations.models import Membership, Network, Organisation
from learners.programme.actions.readiness import override
from learners.programme.models import Champion, Milestone, Override
from learners.programme.readiness.asked import Name
from learners.requirements.models import Figure, Roll, Stirred
from modules.models import Capability, FactKind, ModulePage, Role
from tests.factories.culture import change_in
from tests.factories.modules import ModuleFactory
from tests.factories.organisations import MembershipFactory, TeamFactory, days_ago
from tests.factories.places import LocalFactFactory
from tests.factories.sharing import agreement_in, party_of
from tests.factories.standings import KeptStandingFactory


def milestone_in(network: Network, *, modules: Any = (), roles: Any = (), **given: Any) -> Milestone:
    """Medicines go live across a network, or at `organisation`, in four weeks."""
    found = Milestone.objects.create(
        **{
            "network": network,
            "capability": Capability.objects.get(slug="medicines"),
            "title": "Medicines at the bedside",
            "on": days_ago(-28),
        }
        | given
    )
    found.modules.set(modules)
    found.roles.set(roles)
    return found


def staff(
    organisation: Organisation, module: ModulePage, *, trained: int = 0, others: int = 0, **hat: Any
) -> list[Membership]:
    """Nurses of one team, some of whom have done a module since a day (`since`, 30 days ago)."""
    since = hat.pop("since", days_ago(30))
    hats = [MembershipFactory(organisation=organisation, **hat) for _ in range(trained + others)]
    for number, each in enumerate(hats):
        state = "compliant" if number < trained else "not_started"
        KeptStandingFactory(membership=each, module=module, state=state, from_on=since)
    Figure.objects.get_or_create(
        organisation=organisation, module_key=module.translation_key, breakdown="all"
    )
    return hats


def prepared(organisation: Organisation, hat: Membership) -> None:
    """An organisation with a champion, and with what people use when the record is down."""
    Champion.objects.create(
        organisation=organisation, person=hat.person, area="Nights", starts_on=days_ago(9)
    )
    LocalFactFactory(organisation=organisation, kind=FactKind.objects.get(slug="downtime"))


def settled(organisation: Organisation) -> None:
    """Have its standings count as worked out, so that those written by hand stay."""
    Stirred.objects.filter(organisation=organisation).delete()
    Roll.objects.update_or_create(pk=organisation.pk, defaults={"counted_on": timezone.localdate()})


def ready_milestone(network: Network, *organisations: Organisation, **given: Any) -> Milestone:
    """All is in place, as far as the programme and the agreement go: a team of ten nurses, nine of them trained."""
    agreement, module = agreement_in(network), ModuleFactory()
    found = milestone_in(
        network,
        agreement=agreement,
        modules=[module],
        roles=Role.objects.filter(slug="nurse"),
        **given,
    )
    change = change_in(network, milestone=found, level="job", role=Role.objects.get(slug="nurse"))
    change.mitigated_by.add(module)
    for each in organisations:
        party_of(agreement, each)
        hats = staff(
            each,
            module,
            trained=9,
            others=1,
            team=TeamFactory(organisation=each, name=f"Ward of {each}", shift="days"),
        )
        prepared(each, hats[0])
        settled(each)
    return found


def overridden(milestone: Milestone, *, by: Any, condition: Name = Name.BASELINE, **given: Any) -> Override:
    """A decision to go on without a survey."""
    said = {"decided_by": "Programme director, A. Example", "reason": "The survey follows in May."}
    return override(milestone=milestone, condition=condition, by=by, **said | given)


def readiness_parts(network: Network, *, by: Any) -> dict[str, dict[str, Any]]:
    """For the walk: a milestone of a network, and a decision on it."""
    milestone = milestone_in(network)
    parts = {
        "milestone": milestone.uuid,
        "condition": Name.COVERAGE.value,
        "override": overridden(milestone, by=by).uuid,
    }
    return dict.fromkeys(
        ("readiness:milestone", "readiness:decide", "readiness:take_back", "readiness:organisation"), parts
    )
