"""How an agreement comes about: its stages, the days in each, its versions."""

import datetime
from typing import Any

import pytest
import time_machine

from learners.sharing.actions.agreements import create_agreement, enter_stage, new_version
from learners.sharing.actions.refusals import Refused
from learners.sharing.models import Agreement, Stage
from learners.sharing.selectors.agreements import is_active_for, times_in_stages
from learners.sharing.staging import ORDER, Entered, refusal, times
from tests.factories import NetworkFactory, NetworkMembershipFactory, PersonFactory
from tests.factories.sharing import agreement_in, party_of, scope_of

MAY = datetime.date(2026, 5, 1)
TODAY = datetime.date(2026, 6, 1)


def day(number: int, month: int = 5) -> datetime.date:
    return datetime.date(2026, month, number)


def test_the_order_is_that_of_the_stages() -> None:
    assert list(ORDER) == Stage.values


REFUSED: list[tuple[str, Entered | None, Entered, bool, str | None]] = [
    ("forwards", Entered("scoping", MAY), Entered("drafting", day(2)), False, None),
    ("over several", Entered("scoping", MAY), Entered("signing", day(2)), False, None),
    ("on the same day", Entered("scoping", MAY), Entered("drafting", MAY), False, None),
    ("before it was in the last", Entered("scoping", day(3)), Entered("drafting", day(2)), False, "on"),
    ("tomorrow", Entered("scoping", MAY), Entered("drafting", day(2, 6)), False, "on"),
    ("today", Entered("scoping", MAY), Entered("drafting", TODAY), False, None),
    ("back without a word", Entered("review", MAY), Entered("drafting", day(2)), False, "note"),
    ("back with blanks", Entered("review", MAY), Entered("drafting", day(2), "  "), False, "note"),
    ("back, and why", Entered("review", MAY), Entered("drafting", day(2), "Lawyers"), False, None),
    ("active, unsigned", Entered("signing", MAY), Entered("active", day(2)), False, "stage"),
    ("active, signed", Entered("signing", MAY), Entered("active", day(2)), True, None),
    ("back from active", Entered("active", MAY), Entered("signing", day(2)), True, "note"),
    ("given up early", Entered("scoping", MAY), Entered("expired", day(2)), False, None),
    ("after its end", Entered("expired", MAY), Entered("active", day(2), "Again"), True, "stage"),
    ("at first", None, Entered("review", MAY), False, None),
    ("at first, active", None, Entered("active", MAY), False, "stage"),
]


@pytest.mark.parametrize(("before", "step", "is_signed", "where"), [row[1:] for row in REFUSED],
                         ids=[row[0] for row in REFUSED])  # fmt: skip
def test_which_step_may_be_taken(
    before: Entered | None, step: Entered, is_signed: bool, where: str | None
) -> None:
    no = refusal(before, step, today=TODAY, is_signed=is_signed)
    assert (no.where if no else None) == where


TIMES = [
    ("the same day", day(1), [("scoping", 0)]),
    ("still in the first", day(10), [("scoping", 9)]),
    ("on the day of the second", day(11), [("scoping", 10), ("drafting", 0)]),
    ("in the second", day(21), [("scoping", 10), ("drafting", 10)]),
    ("gone back", day(31), [("scoping", 10), ("drafting", 15), ("scoping", 5)]),
    ("before all", datetime.date(2026, 4, 30), []),
]


@pytest.mark.parametrize(("on", "expected"), [row[1:] for row in TIMES], ids=[row[0] for row in TIMES])
def test_the_days_in_each_stage(on: datetime.date, expected: list[tuple[str, int]]) -> None:
    entries = [Entered("scoping", day(1)), Entered("drafting", day(11)), Entered("scoping", day(26), "Why")]
    assert [(each.stage, each.days) for each in times(entries, on)] == expected


@pytest.fixture
def made(db: None) -> Agreement:
    return create_agreement(
        network=NetworkFactory(), title="Sharing for care", version="1.0", owner="Lead", on=MAY,
        today=TODAY, by=PersonFactory(),
    )  # fmt: skip


def enter(agreement: Agreement, stage: Stage, on: datetime.date, **more: Any) -> Any:
    return enter_stage(agreement=agreement, stage=stage, on=on, today=TODAY, by=PersonFactory(), **more)


@time_machine.travel("2026-06-01 12:00")
def test_the_stage_is_that_of_the_newest_entry_and_its_days_go_on(made: Agreement) -> None:
    enter(made, Stage.DRAFTING, day(11))
    made.refresh_from_db()
    assert made.stage == Stage.DRAFTING
    (first, second) = times_in_stages(made, TODAY)
    assert (first.left_on, first.days) == (day(11), 10)
    assert (second.left_on, second.days) == (None, 21)


def test_a_stage_noted_twice_is_entered_once(made: Agreement) -> None:
    first = enter(made, Stage.DRAFTING, day(11))
    assert enter(made, Stage.DRAFTING, day(12)) == first
    assert made.stages.count() == 2


def test_it_becomes_active_only_when_somebody_has_signed_by_that_day(made: Agreement) -> None:
    organisation = NetworkMembershipFactory(network=made.network).organisation
    enter(made, Stage.SIGNING, day(2))
    with pytest.raises(Refused, match="no organisation has signed"):
        enter(made, Stage.ACTIVE, day(10))
    party_of(made, organisation, signed_on=day(15))
    with pytest.raises(Refused, match="by that day"):
        enter(made, Stage.ACTIVE, day(14))
    enter(made, Stage.ACTIVE, day(15))
    assert is_active_for(made, organisation, TODAY)
    assert not is_active_for(made, organisation, day(14))


def test_who_has_left_by_then_has_not_signed(made: Agreement) -> None:
    organisation = NetworkMembershipFactory(network=made.network).organisation
    party_of(made, organisation, state="left", signed_on=day(2), left_on=day(9))
    with pytest.raises(Refused):
        enter(made, Stage.ACTIVE, day(10))


def test_made_twice_it_is_there_once(made: Agreement) -> None:
    by = made.stages.get().by
    given = {"network": made.network, "title": made.title, "version": "1.0", "on": MAY, "today": TODAY}
    assert create_agreement(**given, owner="Lead", by=by) == made
    with pytest.raises(Refused, match="has this version"):
        create_agreement(**given, owner="Somebody else", by=by)
    with pytest.raises(Refused, match="has this version"):
        create_agreement(**given, owner="Lead", by=PersonFactory())
    assert Agreement.objects.count() == 1


@pytest.fixture
def active(db: None) -> Agreement:
    """Signed by one, declined by another, left by a third; a fourth signed and is in the network no more."""
    network = NetworkFactory()
    agreement = agreement_in(network, on=MAY)
    for state in ("signed", "declined", "left"):
        organisation = NetworkMembershipFactory(network=network, organisation__name=state).organisation
        signed = None if state == "declined" else MAY
        party_of(
            agreement,
            organisation,
            state=state,
            signed_on=signed,
            left_on=day(9) if state == "left" else None,
        )
    gone = NetworkMembershipFactory(network=network, organisation__name="gone", ends_on=day(20)).organisation
    party_of(agreement, gone, signed_on=MAY)
    scope_of(agreement, provider_kinds=["acute"]).providers.add(gone)
    scope_of(agreement, "medicines", phase="planned", planned_for=day(1, 9))
    return agreement


def following(agreement: Agreement, version: str = "2.0") -> Agreement:
    return new_version(
        agreement=agreement, version=version, stage=Stage.SIGNING, on=day(25), today=TODAY, by=PersonFactory()
    )


def test_a_new_version_asks_again_whoever_is_there_still_and_covers_the_same(active: Agreement) -> None:
    made = following(active)
    parties = made.parties.order_by("organisation__name")
    assert [(each.organisation.name, each.state) for each in parties] == [
        ("declined", "asked"),
        ("signed", "asked"),
    ]
    now, planned = made.scope.order_by("phase")
    assert (now.provider_kinds, [each.name for each in now.providers.all()]) == (["acute"], ["gone"])
    assert (planned.phase, planned.planned_for) == ("planned", day(1, 9))
    assert active.scope.count() == 2
    assert active.scope.first().providers.count() == 1


def test_the_former_goes_on_until_the_new_is_active_and_then_expires(active: Agreement) -> None:
    signer = active.parties.get(organisation__name="signed").organisation
    made = following(active)
    assert is_active_for(active, signer, TODAY)
    made.parties.filter(organisation=signer).update(state="signed", signed_on=day(26))
    enter(made, Stage.ACTIVE, day(28))
    active.refresh_from_db()
    assert active.stage == Stage.EXPIRED
    assert is_active_for(active, signer, day(27))
    assert not is_active_for(active, signer, day(28))
    assert is_active_for(made, signer, day(28))


def test_every_version_before_expires_even_one_that_was_never_active(active: Agreement) -> None:
    second = following(active)
    third = following(second, "3.0")
    third.parties.update(state="signed", signed_on=day(26))
    enter(third, Stage.ACTIVE, day(28))
    assert set(Agreement.objects.values_list("version", "stage")) == {
        ("1.0", "expired"),
        ("2.0", "expired"),
        ("3.0", "active"),
    }


def test_an_entry_after_the_day_on_which_the_new_is_active_stays_before_the_end(active: Agreement) -> None:
    made = following(active)
    enter(active, Stage.REVIEW, day(30), note="Looked at again")
    made.parties.update(state="signed", signed_on=day(26))
    enter(made, Stage.ACTIVE, day(28))
    assert [each.entered_on for each in active.stages.all()] == [MAY, day(30), day(30)]


def test_a_version_is_followed_by_one(active: Agreement) -> None:
    made = following(active)
    assert following(active) == made
    with pytest.raises(Refused, match=r"Version 2\.0 follows"):
        following(active, "2.1")
    with pytest.raises(Refused, match="has this version"):
        following(made, "1.0")
    assert Agreement.objects.count() == 2
