"""Whatever happens, in whatever order: the table says what a fresh look says, and the past it told stays."""

import datetime
import os
import uuid
from collections import Counter
from typing import Any

import pytest
import time_machine
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule, run_state_machine_as_test

from learners.organisations.merging import MergerRefused
from learners.organisations.models import Membership
from learners.records.actions import Journey, record_events
from learners.records.models import Completion, Evidence, Verb
from learners.requirements.counting import keep_month
from learners.requirements.keeping import differences
from learners.requirements.models import Breakdown, Figure, KeptStanding
from learners.requirements.selectors import standings_of
from learners.sharing.models import Stage
from modules.models import Role
from tests.factories import (
    MembershipFactory,
    ModuleFactory,
    NetworkFactory,
    NetworkMembershipFactory,
    OrganisationFactory,
    PersonFactory,
    RequirementFactory,
    TeamFactory,
)
from tests.factories.modules import publish_again
from tests.factories.sharing import agreement_in
from tests.factories.standings import AdoptionFactory, AssignmentFactory, ExemptionFactory
from tests.factories.structure import PauseFactory, applied
from tests.learners.requirements.agreement_steps import AgreementSteps

pytestmark = pytest.mark.django_db

BEGIN = datetime.datetime(2028, 2, 20, 12, tzinfo=datetime.UTC)
"""Ten days before 1 March of a leap year, five weeks before the clocks go forward."""
DAY = datetime.timedelta(days=1)
PEOPLE, FEW = 3, st.integers(0, 2)
near = st.integers(-40, 60)


class Histories(AgreementSteps):
    """Two organisations of one network, two modules, three people."""

    def __init__(self) -> None:
        super().__init__()
        self.undo = transaction.atomic()
        self.undo.__enter__()
        self.now, self.merged = BEGIN, False
        self.said: dict[Any, Any] = {}
        self.months: dict[Any, Any] = {}
        self.clock = time_machine.travel(self.now, tick=False)
        self.clock.start()
        self.network = NetworkFactory()
        self.places = OrganisationFactory.create_batch(2)
        for place in self.places:
            NetworkMembershipFactory(network=self.network, organisation=place)
        self.teams = [TeamFactory(organisation=self.places[0]) for _ in range(2)]
        self.modules = ModuleFactory.create_batch(2)
        self.people = PersonFactory.create_batch(PEOPLE)
        self.agreement = agreement_in(self.network, stage=Stage.SIGNING)
        self.asked = [
            RequirementFactory(organisation=self.places[0], module=self.modules[0], starts_on=self.day(-90))
        ]
        for person in self.people:
            MembershipFactory(
                person=person, organisation=self.places[0], starts_on=self.day(-100), team=self.teams[0]
            )

    def teardown(self) -> None:
        self.look()
        transaction.set_rollback(True)
        self.undo.__exit__(None, None, None)
        self.clock.stop()

    def day(self, later: int) -> datetime.date:
        return timezone.localdate() + later * DAY

    def journey(self, person: Any, organisation: Any, edition: Any) -> Journey:
        return Journey(person=person, organisation=organisation, edition=edition, registration=uuid.uuid4())

    # What happens

    @rule(days=st.sampled_from([1, 1, 2, 7, 15, 29, 61]), hour=st.sampled_from([0, 12, 23]))
    def days_pass(self, days: int, hour: int) -> None:
        self.now = (self.now + days * DAY).replace(hour=hour, minute=30)
        self.clock.stop()
        self.clock = time_machine.travel(self.now, tick=False)
        self.clock.start()

    @rule(
        who=FEW,
        where=st.integers(0, 1),
        later=near,
        lasts=st.none() | st.integers(0, 90),
        role=st.sampled_from(["nurse", "doctor"]),
    )
    def joins(self, who: int, where: int, later: int, lasts: int | None, role: str) -> None:
        MembershipFactory(
            person=self.people[who],
            organisation=self.places[where],
            starts_on=self.day(later),
            ends_on=None if lasts is None else self.day(later + lasts),
            role=Role.objects.get(slug=role),
            assignment_number=uuid.uuid4().hex[:8],
        )

    @rule(who=FEW)
    def leaves(self, who: int) -> None:
        if (
            hat := Membership.objects.in_force(on=self.day(0))
            .filter(person=self.people[who], ends_on=None)
            .first()
        ):
            hat.ends_on = self.day(0)
            hat.save()

    @rule(who=FEW, team=st.integers(0, 1))
    def moves(self, who: int, team: int) -> None:
        here = Membership.objects.filter(person=self.people[who], organisation=self.places[0])
        if hat := here.first():
            hat.team = self.teams[team]
            hat.save()

    @rule(who=FEW, later=near, lasts=st.none() | st.integers(0, 40))
    def pauses(self, who: int, later: int, lasts: int | None) -> None:
        if hat := Membership.objects.filter(person=self.people[who]).first():
            ends_on = None if lasts is None else self.day(later + lasts)
            PauseFactory(membership=hat, starts_on=self.day(later), ends_on=ends_on)

    @rule(
        where=st.integers(0, 1),
        module=st.integers(0, 1),
        later=near,
        due=st.integers(0, 60),
        roles=st.sampled_from([[], ["nurse"]]),
        refresh=st.sampled_from(["never", "rolling", "yearly"]),
        accepts=st.sampled_from(["here", "network", "anywhere"]),
        waits=st.booleans(),
    )
    def asks(
        self, where: int, module: int, later: int, due: int, roles: list[str], refresh: str, accepts: str,
        waits: bool,
    ) -> None:  # fmt: skip
        made = RequirementFactory(
            organisation=self.places[where], module=self.modules[module], starts_on=self.day(later), due_days=due,
            roles=roles, refresh=refresh, refresh_months=2, window_opens_month=3, window_closes_month=4,
            accepts_from=accepts, agreement=self.agreement if waits else None,
        )  # fmt: skip
        self.asked.append(made)

    @rule(
        which=FEW,
        team=st.none() | st.integers(0, 1),
        due=st.integers(0, 60),
        ends=st.none() | st.integers(0, 40),
    )
    def asks_otherwise(self, which: int, team: int | None, due: int, ends: int | None) -> None:
        row = self.asked[which % len(self.asked)]
        row.due_days = due
        row.ends_on = None if ends is None else max(row.starts_on, self.day(ends))
        row.save()
        if row.organisation == self.places[0]:
            row.teams.set([] if team is None else [self.teams[team]])

    @rule(where=st.integers(0, 1), later=near, waits=st.booleans())
    def adopts(self, where: int, later: int, waits: bool) -> None:
        asked = RequirementFactory(
            organisation=None, network=self.network, module=self.modules[1], starts_on=self.day(-20),
            agreement=self.agreement if waits else None,
        )  # fmt: skip
        AdoptionFactory(requirement=asked, organisation=self.places[where], starts_on=self.day(later))

    @rule(who=FEW, later=near, lasts=st.none() | st.integers(0, 30), module=st.none() | st.integers(0, 1))
    def is_exempt(self, who: int, later: int, lasts: int | None, module: int | None) -> None:
        ExemptionFactory(
            person=self.people[who], organisation=self.places[0], starts_on=self.day(later),
            ends_on=None if lasts is None else self.day(later + lasts),
            module=None if module is None else self.modules[module],
        )  # fmt: skip

    @rule(who=FEW, where=st.integers(0, 1), due=st.integers(0, 60))
    def is_assigned(self, who: int, where: int, due: int) -> None:
        given = {"person": self.people[who], "organisation": self.places[where], "module": self.modules[1]}
        if not self.people[who].assignments.filter(**given).exists():
            AssignmentFactory(**given, due_on=self.day(due))

    @rule(who=FEW, where=st.integers(0, 1), module=st.integers(0, 1), done=st.booleans(), part=st.booleans())
    def learns(self, who: int, where: int, module: int, done: bool, part: bool) -> None:
        edition = self.modules[module].editions.newest()
        journey = self.journey(self.people[who], self.places[where], edition)
        record_events([journey.event(Verb.LAUNCHED, at=self.now)])
        if done:
            (event,) = record_events([journey.event(Verb.COMPLETED, at=self.now, seconds=60)])
            Completion.objects.create(
                person=journey.person, module_key=edition.module_key, edition=edition, event=event,
                organisation=journey.organisation, registration=journey.registration, completed_at=self.now,
                evidence=Evidence.MARKED, only_changes=part and edition.number > 1,
            )  # fmt: skip

    @rule()
    def is_corrected(self) -> None:
        if wrong := Completion.objects.standing().first():
            journey = self.journey(wrong.person, wrong.organisation, wrong.edition)
            event = journey.event(Verb.VOIDED, at=self.now, event=str(wrong.event_id))
            (wrong.voided_by,) = record_events([event])
            wrong.save()

    @rule(module=st.integers(0, 1), change=st.sampled_from(["material", "minor"]))
    def a_module_changes(self, module: int, change: str) -> None:
        publish_again(self.modules[module], change=change, note=f"New: {uuid.uuid4()}.")

    @precondition(lambda self: not self.merged)
    @rule()
    def merge(self) -> None:
        self.merged = True
        try:
            with transaction.atomic():
                applied(*self.places, self.day(0))
        except MergerRefused:
            self.merged = False

    # What holds

    @rule()
    def look(self) -> None:
        for place in self.places:
            assert not list(differences(place.pk))
            self._figures_are_a_recount(place)
            self._the_past_stays(place)

    def _figures_are_a_recount(self, place: Any) -> None:
        hats = Membership.objects.in_force(on=self.day(0)).filter(organisation=place)
        people = standings_of(hats, self.day(0))
        recount = Counter((each.ask.key, each.standing.state) for here in people for each in here.asked)
        figures = Figure.objects.filter(organisation=place, month_end=None).exclude(module_key=None)
        for breakdown in Breakdown:
            counts: Counter[Any] = Counter()
            for figure in figures.filter(breakdown=breakdown):
                counts.update({(figure.module_key, state): getattr(figure, state) for _, state in recount})
            assert +counts == recount, breakdown
        found = [[each.standing.state for each in here.asked] for here in people if here.asked]
        most_urgent = Counter(min(states, key=lambda state: state.rank) for states in found)
        whole = Figure.objects.filter(organisation=place, month_end=None, module_key=None).first()
        assert {state: getattr(whole, state) for state in most_urgent} == most_urgent

    def _the_past_stays(self, place: Any) -> None:
        yesterday, month_end = self.day(-1), self.day(0).replace(day=1) - DAY
        self.said.setdefault((place.pk, yesterday), self._as_at(place, yesterday))
        for (key, day), rows in self.said.items():
            if key == place.pk:
                assert self._as_at(place, day) == rows, day
        made = keep_month(place.pk, month_end)
        assert not (made and keep_month(place.pk, month_end))
        figures = Figure.objects.filter(organisation=place, month_end=month_end).order_by("pk")
        assert self.months.setdefault((place.pk, month_end), list(figures.values())) in (
            [],
            list(figures.values()),
        )

    def _as_at(self, place: Any, day: datetime.date) -> list[Any]:
        rows = KeptStanding.objects.as_at(day).filter(organisation=place).order_by("person", "module_key")
        return list(rows.values_list("person", "module_key", "state", "due", "done_on", "team", "role"))


def test_the_table_keeps_in_step_with_whatever_happens(db: None) -> None:
    """A few steps here; `HISTORIES=100 pytest …` looks longer, at other histories each time."""
    several = int(os.environ.get("HISTORIES", "0"))
    few = settings(
        max_examples=several or 1,
        stateful_step_count=30 if several else 15,
        derandomize=not several,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        phases=[Phase.generate],
    )
    run_state_machine_as_test(Histories, settings=few)
