"""What may happen to the agreement that requirements wait for: steps of the state machine."""

import datetime
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule

from learners.sharing.models import Agreement, Party, Stage, StageEntry
from tests.factories.sharing import agreement_in

near = st.integers(-40, 60)


class AgreementSteps(RuleBasedStateMachine):
    """An agreement of one network; the machine says who may sign it."""

    network: Any
    places: list[Any]
    people: list[Any]
    agreement: Agreement

    def day(self, later: int) -> datetime.date:
        """A day, so many from the machine's own today."""
        raise NotImplementedError

    @rule(stage=st.sampled_from([Stage.ACTIVE, Stage.ACTIVE, Stage.REVIEW, Stage.EXPIRED]), later=near)
    def an_agreement_enters_a_stage(self, stage: Stage, later: int) -> None:
        StageEntry.objects.create(
            agreement=self.agreement, stage=stage, entered_on=self.day(later), by=self.people[0]
        )

    @rule(where=st.integers(0, 1), later=near, stays=st.none() | st.integers(0, 40))
    def signs_or_leaves(self, where: int, later: int, stays: int | None) -> None:
        days = {"signed_on": self.day(later), "left_on": None if stays is None else self.day(later + stays)}
        Party.objects.update_or_create(
            agreement=self.agreement,
            organisation=self.places[where],
            defaults={"state": "signed" if stays is None else "left", **days},
        )

    @rule(later=near)
    def a_version_follows(self, later: int) -> None:
        if Agreement.objects.filter(supersedes=self.agreement).exists():
            return
        after = agreement_in(self.network, version="2.0", supersedes=self.agreement, on=self.day(later))
        Party.objects.create(
            agreement=after, organisation=self.places[0], state="signed", signed_on=self.day(later)
        )
