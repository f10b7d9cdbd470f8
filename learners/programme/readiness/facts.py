"""Reads what the gate asks, in a fixed number of queries however many organisations there are."""

import datetime
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from django.db.models import Q

from learners.dashboards.figures import Share
from learners.organisations.models import LocalFact, Membership, NetworkMembership, Organisation
from learners.programme.gaps import gaps_of
from learners.programme.models import Milestone
from learners.programme.readiness.asked import Facts
from learners.programme.readiness.roster import Touched, by_organisation, groups_of, not_asking
from learners.programme.selectors.culture import (
    champions_here,
    roles_touched,
    roles_without_mitigation,
)
from learners.programme.selectors.roadmap import organisations_in
from learners.sharing.models import Party, Stage
from learners.sharing.selectors.agreements import with_stage
from learners.surveys.selectors import baseline_taken
from modules.models import ModulePage, Role

DOWN = "downtime"
"""The local fact that says what people use when the record is down."""


@dataclass(frozen=True)
class Reading:
    """A milestone as it stands on a day: for all whom it concerns, or for one organisation of them."""

    milestone: Milestone
    on: datetime.date
    only: Organisation | None = None
    seen: frozenset[int] | None = None  # the teams that the reader may see; None: all
    overridden: frozenset[str] = field(default_factory=frozenset)

    @cached_property
    def organisations(self) -> list[Organisation]:
        """Those that it concerns, by name; for the lead none that has left the network."""
        if self.only:
            return [self.only]
        here = organisations_in(self.milestone.network, self.on)
        one = self.milestone.organisation_id
        return list(here.filter(pk=one) if one else here)

    @cached_property
    def modules(self) -> list[ModulePage]:
        """What people should have learned before."""
        return list(self.milestone.modules.order_by("path"))

    @cached_property
    def roles(self) -> list[Role]:
        """Whose work it touches; for one organisation: of those that somebody has there."""
        roles = roles_touched(self.milestone, self.on)
        if not self.only:
            return roles
        hats = Membership.objects.in_force(on=self.on).filter(organisation=self.only).order_by()
        worn = set(hats.values_list("role_id", flat=True).distinct())
        return [role for role in roles if role.pk in worn]

    @cached_property
    def touched(self) -> Touched:
        """The people whose work it touches."""
        keys = {page.translation_key for page in self.modules}
        named = [role.pk for role in self.milestone.roles.all()]
        return Touched(self.organisations, keys, named)

    @property
    def touched_seen(self) -> Touched:
        """Of these, the ones of teams that the reader may see."""
        return replace(self.touched, teams=self.seen)

    @cached_property
    def shares(self) -> dict[str, Share]:
        """How many are trained at each organisation, by its key."""
        return by_organisation(self.touched, self.on) if self.modules else {}

    @cached_property
    def facts(self) -> Facts:
        """All that the gate asks."""
        milestone, roles = self.milestone, self.roles
        without_help = {role.pk for role in roles_without_mitigation(milestone, self.on)}
        return Facts(
            organisations=[each.name for each in self.organisations],
            **self._agreement,
            **self._gaps,
            capability=milestone.capability.name,
            roles=[role.name for role in roles],
            roles_without_module=[role.name for role in roles if role.pk not in self._taught],
            modules=[page.title for page in self.modules],
            threshold=milestone.threshold,
            **self._trained,
            has_baseline=baseline_taken(milestone.network, milestone.on),
            without_fallback=self._without_fallback,
            without_champion=self._without_champion,
            roles_without_help=[role.name for role in roles if role.pk in without_help],
            overridden=self.overridden,
        )

    @property
    def _agreement(self) -> dict[str, Any]:
        if self.milestone.agreement_id is None:
            return {}
        agreement: Any = with_stage(self.on).get(pk=self.milestone.agreement_id)
        still = Q(left_on=None) | Q(left_on__gte=self.on)
        signed = agreement.parties.filter(
            still, state__in=[Party.State.SIGNED, Party.State.LEFT], signed_on__lte=self.on
        )
        keys = set(signed.values_list("organisation_id", flat=True))
        return {
            "agreement": str(agreement),
            "stage": Stage(agreement.stage_then).label if agreement.stage_then else "",
            "is_active": agreement.stage_then == Stage.ACTIVE,
            "unsigned": [each.name for each in self.organisations if each.pk not in keys],
        }

    @property
    def _gaps(self) -> dict[str, Any]:
        information = list(self.milestone.information.all())
        if not (self.modules or information):
            return {"teaches": False}
        found = gaps_of(self.milestone.network, on=self.on, modules=self.modules, information=information)
        return {"gaps": [str(gap) for gap in found]}

    @cached_property
    def _taught(self) -> set[int]:
        live = ModulePage.objects.live().filter(capabilities=self.milestone.capability)
        return set(live.values_list("roles", flat=True))

    @property
    def _trained(self) -> dict[str, Any]:
        if not self.modules:
            return {}
        groups = groups_of(self.touched, self.on, self.seen, names=self.only is not None)
        return {"groups": groups, "not_asking": not_asking(self.touched, self.shares)}

    @property
    def _without_fallback(self) -> list[str]:
        """Those who say nothing of it themselves, and whose networks say nothing either."""
        said = LocalFact.objects.filter(kind__slug=DOWN)
        in_network = NetworkMembership.objects.in_force(on=self.on).filter(
            network__in=said.filter(organisation=None).values("network")
        )
        told = set(said.exclude(organisation=None).values_list("organisation_id", flat=True))
        told |= set(in_network.values_list("organisation_id", flat=True))
        return [each.name for each in self.organisations if each.pk not in told]

    @property
    def _without_champion(self) -> list[str]:
        here = [each.pk for each in self.organisations]
        rows = champions_here(self.on).filter(organisation__in=here).order_by()
        named = set(rows.values_list("organisation_id", flat=True))
        return [each.name for each in self.organisations if each.pk not in named]
