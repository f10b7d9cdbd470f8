"""Several write about one agreement at once: nothing is lost, nothing is doubled, nobody waits for ever."""

import datetime
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.core import mail
from django.db import connection, transaction
from django.utils import timezone
from wagtail.models import ModelLogEntry

from learners.sharing.actions.agreements import create_agreement, enter_stage, new_version
from learners.sharing.actions.parties import add_parties, ask_no_more, sign, take_back
from learners.sharing.actions.refusals import Refused
from learners.sharing.actions.scope import Covers, change_item, covers_of
from learners.sharing.models import Agreement, Party, Stage
from learners.sharing.noticing import remind_owners
from tests.factories import NetworkFactory, NetworkMembershipFactory, PersonFactory
from tests.factories.organisations import days_ago
from tests.factories.sharing import agreement_in, information, party_of, scope_of

pytestmark = [
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer at a time"),
]


def at_once(*jobs: Callable[[], Any]) -> list[Any]:
    """Run jobs side by side, each on a connection of its own. What is refused is an answer, too."""
    ready = threading.Barrier(len(jobs))

    def run(job: Callable[[], Any]) -> Any:
        try:
            ready.wait(30)
            return job()
        except Refused as no:
            return no
        finally:
            connection.close()

    with ThreadPoolExecutor(len(jobs)) as pool:
        return [each.result(timeout=60) for each in [pool.submit(run, job) for job in jobs]]


def while_that_is_not_committed(first: Callable[[], Any], then: Callable[[], Any]) -> list[Any]:
    """`then` begins when `first` has written, and before it has committed."""
    wrote, began = threading.Event(), threading.Event()

    def slow() -> Any:
        with transaction.atomic():
            answer = first()
            wrote.set()
            began.wait(30)
            threading.Event().wait(0.3)  # so that the other stands before the lock
            return answer

    def second() -> Any:
        wrote.wait(30)
        began.set()
        return then()

    return at_once(slow, second)


@pytest.fixture
def party() -> Party:
    """Asked to sign an agreement that is being signed."""
    member = NetworkMembershipFactory()
    agreement = agreement_in(member.network, stage=Stage.SIGNING)
    return party_of(agreement, member.organisation, state="asked", signed_on=None)


def signs(party: Party, signatory: str, days: int) -> Callable[[], Any]:
    by, today = PersonFactory(), timezone.localdate()
    return lambda: sign(party=party, on=days_ago(days), signatory=signatory, today=today, by=by)


def logged(action: str) -> int:
    return ModelLogEntry.objects.filter(action=action).count()


def test_of_two_who_sign_for_one_party_one_counts_whole(party: Party) -> None:
    answers = at_once(*(signs(party, f"Guardian {days}", days) for days in (1, 2, 3, 4)))
    party.refresh_from_db()
    assert sorted(answers) == [False, False, False, True]
    assert party.signed_on == days_ago(int(party.signatory.removeprefix("Guardian ")))
    assert logged("sharing.party") == 1


def test_a_signature_is_not_lost_while_a_new_version_is_made(party: Party) -> None:
    agreement, today, by = party.agreement, timezone.localdate(), PersonFactory()

    def follow() -> Agreement:
        return new_version(
            agreement=agreement, version="2.0", stage=Stage.DRAFTING, on=today, today=today, by=by
        )

    _, made, again = at_once(signs(party, "Guardian", 1), follow, follow)
    party.refresh_from_db()
    assert party.state == Party.State.SIGNED
    assert made == again
    assert [each.state for each in made.parties.all()] == [Party.State.ASKED]
    assert Agreement.objects.count() == 2


def test_an_agreement_is_added_once(party: Party) -> None:
    network, by, today = NetworkFactory(), PersonFactory(), timezone.localdate()

    def add() -> Agreement:
        return create_agreement(
            network=network, title="New", version="1", owner="Lead", on=today, today=today, by=by
        )

    first, second, third = at_once(add, add, add)
    assert first == second == third
    assert first.stages.count() == 1


def test_a_stage_is_entered_once_and_the_former_version_expires_once(party: Party) -> None:
    today, by = timezone.localdate(), PersonFactory()
    after = agreement_in(
        party.agreement.network, stage=Stage.SIGNING, version="2.0", supersedes=party.agreement
    )
    party_of(after, party.organisation)

    def begin() -> Any:
        return enter_stage(agreement=after, stage=Stage.ACTIVE, on=today, today=today, by=by)

    entries = at_once(begin, begin, begin)
    assert len(set(entries)) == 1
    assert after.stages.count() == 2
    assert [each.stage for each in party.agreement.stages.all()] == [Stage.SIGNING, Stage.EXPIRED]


def test_organisations_are_asked_once(party: Party) -> None:
    agreement, by, today = party.agreement, PersonFactory(), timezone.localdate()
    new = [NetworkMembershipFactory(network=agreement.network).organisation for _ in range(3)]

    def ask() -> int:
        return add_parties(agreement=agreement, organisations=new, today=today, by=by)

    assert sorted(at_once(ask, ask)) == [0, 3]
    assert agreement.parties.count() == 4


def test_scope_is_not_changed_under_a_signature_that_is_on_its_way(party: Party) -> None:
    item, by = scope_of(party.agreement), PersonFactory()
    other = Covers(information=information("medicines"))
    _, no = while_that_is_not_committed(
        signs(party, "Guardian", 1), lambda: change_item(item=item, covers=other, by=by)
    )
    assert isinstance(no, Refused)
    assert no.field == "note"
    item.refresh_from_db()
    assert covers_of(item) != other


def test_a_signature_that_comes_after_a_change_is_under_what_was_changed(party: Party) -> None:
    item, by = scope_of(party.agreement), PersonFactory()
    other = Covers(information=information("medicines"))
    _, was_noted = while_that_is_not_committed(
        lambda: change_item(item=item, covers=other, by=by), signs(party, "Guardian", 1)
    )
    item.refresh_from_db()
    assert was_noted is True
    assert item.information == other.information


def test_who_signs_is_not_taken_off_and_who_is_taken_off_does_not_sign(party: Party) -> None:
    by = PersonFactory()
    other = NetworkMembershipFactory(network=party.agreement.network).organisation
    gone = party_of(party.agreement, other, state="asked", signed_on=None)
    _, no = while_that_is_not_committed(
        signs(party, "Guardian", 1), lambda: ask_no_more(party=party, note="Not theirs", by=by)
    )
    assert isinstance(no, Refused)
    _, no = while_that_is_not_committed(
        lambda: ask_no_more(party=gone, note="Not theirs", by=by), signs(gone, "Guardian", 1)
    )
    assert isinstance(no, Refused)
    assert [each.state for each in party.agreement.parties.all()] == [Party.State.SIGNED]


def test_a_double_click_takes_one_step_back(party: Party) -> None:
    by = PersonFactory()
    Party.objects.update(state=Party.State.LEFT, signed_on=days_ago(9), left_on=days_ago(2))

    def back() -> bool:
        return take_back(party=party, note="The wrong one", was=Party.State.LEFT, by=by)

    assert sorted(at_once(back, back)) == [False, True]
    party.refresh_from_db()
    assert (party.state, party.signed_on) == (Party.State.SIGNED, days_ago(9))


def test_of_several_that_send_at_once_each_owner_hears_once() -> None:
    near = timezone.localdate() + datetime.timedelta(days=20)
    for number in range(6):
        agreement_in(NetworkFactory(), owner_email=f"{number}@trust.example", review_by=near)
    tallies = at_once(remind_owners, remind_owners, remind_owners)
    assert sum(each.sent for each in tallies) == 6
    assert sorted(each.to[0] for each in mail.outbox) == [f"{number}@trust.example" for number in range(6)]
