"""Who waits for what: only the trained are put forward, and nobody who left keeps an account unnoticed."""

import datetime
from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st

from learners.access.actions import mark, note_uses, set_terms, undo
from learners.access.deciding import Facts, Mark, Queue, State, Terms, Told, folded, queue_of
from learners.access.models import AccessEvent, Account, Desk
from learners.access.models.account import conditions
from learners.access.selectors import accounts_in, waiting
from learners.requirements.keeping import catch_up
from learners.requirements.models import Exemption
from tests.factories import MembershipFactory, PersonFactory, RequirementFactory, finish_attempt
from tests.factories.access import account_of, gate, granted, trained
from tests.factories.structure import PauseFactory

pytestmark = pytest.mark.django_db

DAY = datetime.timedelta(days=1)
TODAY = datetime.date(2026, 11, 24)


@pytest.fixture(autouse=True)
def clock() -> Iterator[Any]:
    with time_machine.travel(
        datetime.datetime(2026, 11, 24, 12, tzinfo=datetime.UTC), tick=False
    ) as traveller:
        yield traveller


@pytest.fixture
def boss() -> Any:
    return PersonFactory(first_name="Gwilym", last_name="Keeper")


def where(account: Account) -> Queue:
    """Where somebody waits now."""
    catch_up(account.organisation_id, at_most=None)
    found = [queue for queue in Queue if account in accounts_in(account.organisation, queue)]
    assert len(found) == 1
    return found[0]


def test_only_who_has_done_all_that_an_account_needs_is_ready() -> None:
    asked = gate()
    more = gate(asked.organisation)
    not_for_access = RequirementFactory(organisation=asked.organisation)
    half = trained(asked)
    assert where(half) is Queue.NOTHING
    finish_attempt(half.person, more.modules.get(), asked.organisation)
    assert where(half) is Queue.READY
    assert not_for_access.modules.get().title not in {asked.modules.get().title, ""}


def test_who_did_the_module_and_is_not_asked_for_access_is_not_put_forward() -> None:
    asked = gate(roles=["care-worker"])
    wide = RequirementFactory(organisation=asked.organisation, module=asked.modules.get())
    nurse = MembershipFactory(organisation=asked.organisation)
    finish_attempt(nurse.person, wide.modules.get(), asked.organisation)
    catch_up(asked.organisation_id)
    assert not Account.objects.filter(meets=True).exists()


def test_exempt_is_not_trained_and_paused_keeps_an_account(boss: Any) -> None:
    asked = gate()
    exempt = MembershipFactory(organisation=asked.organisation)
    Exemption.objects.create(
        person=exempt.person, organisation=asked.organisation, starts_on=TODAY, reason="Retires"
    )
    assert where(account_of(exempt)) is Queue.NOTHING
    away = granted(trained(asked), boss)
    PauseFactory(membership=away.person.memberships.get())
    assert where(away) is Queue.GRANTED


def test_from_ready_to_granted_to_lapsed_to_withdrawn_to_reinstated(clock: Any, boss: Any) -> None:
    asked = gate(refresh="rolling", refresh_months=12)
    account = trained(asked)
    granted(account, boss)
    assert where(account) is Queue.GRANTED
    clock.shift(366 * DAY)
    assert where(account) is Queue.LAPSED
    account.refresh_from_db()
    assert account.lapsed_on == datetime.date(2027, 11, 25)
    clock.shift(14 * DAY)
    assert where(account) is Queue.TO_WITHDRAW
    one = {"organisation": asked.organisation, "accounts": [account.uuid], "by": boss}
    assert mark(**one, mark=Mark.WITHDRAW)[1] == 1
    assert where(account) is Queue.NOTHING
    finish_attempt(account.person, asked.modules.get(), asked.organisation)
    assert where(account) is Queue.REINSTATE
    assert mark(**one, mark=Mark.REINSTATE)[1] == 1
    assert where(account) is Queue.GRANTED
    kinds = list(AccessEvent.objects.values_list("kind", "by"))
    assert kinds == [("granted", boss.pk), ("withdrawn", boss.pk), ("reinstated", boss.pk)]


def test_a_late_run_knows_the_day_on_which_it_lapsed(clock: Any, boss: Any) -> None:
    account = granted(trained(gate(refresh="rolling", refresh_months=12)), boss)
    clock.shift(400 * DAY)
    assert where(account) is Queue.TO_WITHDRAW
    account.refresh_from_db()
    assert account.lapsed_on == datetime.date(2027, 11, 25)


def test_a_new_requirement_lapses_nobody_before_its_day(clock: Any, boss: Any) -> None:
    asked = gate()
    account = granted(trained(asked), boss)
    gate(asked.organisation, starts_on=TODAY)
    assert where(account) is Queue.GRANTED
    clock.shift(29 * DAY)
    assert where(account) is Queue.LAPSED


def test_who_left_is_to_be_withdrawn_at_once(clock: Any, boss: Any) -> None:
    account = granted(trained(gate()), boss)
    account.person.memberships.update(ends_on=TODAY)
    assert where(account) is Queue.GRANTED
    clock.shift(DAY)
    assert where(account) is Queue.TO_WITHDRAW


def test_who_does_not_use_it_shows_where_that_is_told(clock: Any, boss: Any) -> None:
    account = granted(trained(gate()), boss)
    here = account.organisation
    clock.shift(90 * DAY)
    assert where(account) is Queue.GRANTED
    set_terms(organisation=here, by=boss, grace_days=14, unused_days=90)
    assert where(account) is Queue.UNUSED
    used = {account.person_id: timezone.localdate() - 3 * DAY, boss.pk: TODAY}
    assert note_uses(organisation=here, uses=used, by=boss) == 1
    assert where(account) is Queue.GRANTED
    assert note_uses(organisation=here, uses={account.person_id: TODAY}, by=boss) == 0


def test_told_twice_the_second_changes_nothing(boss: Any) -> None:
    account = trained(gate())
    one = {"organisation": account.organisation, "accounts": [account.uuid], "mark": Mark.GRANT, "by": boss}
    assert [mark(**one)[1], mark(**one)[1]] == [1, 0]
    elsewhere = one | {"organisation": gate().organisation, "mark": Mark.WITHDRAW}
    assert mark(**elsewhere)[1] == 0
    assert AccessEvent.objects.count() == 1


def test_a_mistake_is_undone_by_another_event_and_only_where_nothing_was_told_since(
    clock: Any, boss: Any
) -> None:
    asked = gate()
    first, second = trained(asked), trained(asked)
    both = {"organisation": asked.organisation, "accounts": [first.uuid, second.uuid], "by": boss}
    batch, _ = mark(**both, mark=Mark.GRANT)
    clock.shift(DAY)
    later, _ = mark(**(both | {"accounts": [second.uuid]}), mark=Mark.WITHDRAW)
    again = {"organisation": asked.organisation, "by": boss}
    assert undo(**again, batch=batch) == (1, 1)
    assert (where(first), where(second)) == (Queue.READY, Queue.REINSTATE)
    assert undo(**again, batch=later) == (1, 0)
    second.refresh_from_db()
    assert (second.state, second.since) == ("granted", TODAY)
    assert undo(**again, batch=batch) == (1, 0)
    assert undo(**again, batch=batch) == (0, 0)
    assert where(second) is Queue.READY


def test_what_was_told_is_never_changed(boss: Any) -> None:
    granted(trained(gate()), boss)
    event = AccessEvent.objects.get()
    for change in (event.save, event.delete, AccessEvent.objects.all().delete):
        with pytest.raises(RuntimeError, match="never"):
            change()


def test_the_numbers_are_kept_until_something_moves(
    boss: Any, django_assert_num_queries: Any, clock: Any
) -> None:
    asked = gate()
    account = trained(asked)
    ready = {"ready": 1, "reinstate": 0, "to_withdraw": 0, "lapsed": 0, "unused": 0}
    assert waiting(asked.organisation) == ready
    with django_assert_num_queries(1):
        assert waiting(asked.organisation) == ready
    granted(account, boss)
    assert waiting(asked.organisation)["ready"] == 0
    account.person.memberships.update(ends_on=TODAY)
    clock.shift(DAY)
    assert waiting(asked.organisation)["to_withdraw"] == 1
    assert waiting(MembershipFactory().organisation)["ready"] == 0


def test_an_organisation_that_gives_no_access_has_no_accounts() -> None:
    asked = gate(gives_access=False)
    hat = MembershipFactory(organisation=asked.organisation)
    catch_up(hat.organisation_id)
    assert not Account.objects.exists()
    assert not Desk.objects.exists()
    asked.gives_access = True
    asked.save()
    assert account_of(hat).meets is False


days = st.one_of(st.none(), st.integers(0, 40).map(lambda back: TODAY - back * DAY))


@settings(max_examples=60, deadline=None)
@given(
    state=st.sampled_from(State),
    meets=st.booleans(),
    left=st.booleans(),
    lapsed=days,
    since=days,
    used=days,
    terms=st.builds(Terms, st.integers(0, 20), st.one_of(st.none(), st.integers(7, 30))),
)
def test_the_database_decides_as_the_rules_do(
    state: State, meets: bool, left: bool, lapsed: Any, since: Any, used: Any, terms: Terms
) -> None:
    facts = Facts(state=state, meets=meets, has_left=left, lapsed_on=lapsed, granted_on=since, used_on=used)
    hat = MembershipFactory(left=True) if left else MembershipFactory()
    row = Account.objects.create(
        organisation=hat.organisation,
        person=hat.person,
        state=state,
        meets=meets,
        lapsed_on=lapsed,
        since=since,
        used_on=used,
    )
    rows = Account.objects.filter(pk=row.pk).standing(TODAY)
    found = [queue for queue, which in conditions(terms, TODAY).items() if rows.filter(which).exists()]
    assert found == [queue_of(facts, terms, TODAY)]


@given(st.lists(st.one_of(st.sampled_from([State.GRANTED, State.WITHDRAWN]), st.integers(0, 6)), max_size=12))
def test_undoing_is_as_if_it_had_never_been_told(steps: list[Any]) -> None:
    told: list[Told] = []
    for key, step in enumerate(steps, 1):
        if isinstance(step, State):
            told.append(Told(key, TODAY, step))
        elif step < len(told) and not told[step].undoes:
            told.append(Told(key, TODAY, State.NONE, undoes=told[step].key))
    gone = {each.undoes for each in told}
    never = [each for each in told if not each.undoes and each.key not in gone]
    assert folded(told) == folded(never)
