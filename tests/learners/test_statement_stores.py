"""Several record stores: each gets what is its own, in its own words, whatever becomes of the others."""

import json
import uuid
from collections.abc import Iterator
from contextlib import ExitStack
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse

from learners.outward import NotAllowed
from learners.record_store.models import Statement
from learners.sealing import seal, unseal
from learners.statements.destinations import check_address, new_pseudonym_key, queue
from learners.statements.models import Delivery, Destination
from learners.statements.selectors import outbox_state
from tests.factories import OrganisationFactory, PersonFactory
from tests.fakes.events import a_journey, record_launches
from tests.fakes.faults import Fault
from tests.fakes.record_store import RecordStore
from tests.fakes.server import serving

pytestmark = pytest.mark.django_db


@pytest.fixture
def stores(settings: Any) -> Iterator[Any]:
    """Makes record stores, each behind HTTP on this machine, and a row for each."""
    settings.XAPI_INSIDE_HOSTS = ["127.0.0.1"]
    with ExitStack() as stack:

        def make(name: str, **given: Any) -> RecordStore:
            store = RecordStore()
            endpoint = stack.enter_context(serving(store))
            row = {"endpoint": endpoint, "username": "learn", "sealed_password": seal("secret")}
            Destination.objects.create(name=name, **row | given)
            return store

        yield make


def deliver(*arguments: str) -> str:
    out = StringIO()
    call_command("deliver_statements", *arguments, stdout=out)
    return out.getvalue()


def test_a_store_of_one_organisation_gets_that_ones_statements_and_no_others(stores: Any) -> None:
    trust, hospice = OrganisationFactory(), OrganisationFactory()
    ours = record_launches(3, a_journey(organisation=trust))
    record_launches(2, a_journey(organisation=hospice))
    record_launches(1, a_journey(organisation=None))
    store, all_of_it = stores("trust", organisation=trust), stores("network")
    assert "trust: Delivered 3, refused 0. Waiting: 0." in deliver()
    assert set(store.statements) == {str(event.pk) for event in ours}
    assert len(all_of_it.statements) == 6


def test_what_comes_later_follows_and_nothing_is_sent_twice(stores: Any) -> None:
    store = stores("lrs")
    record_launches(2)
    deliver()
    assert "Delivered 0" in deliver()
    record_launches(3)
    deliver()
    assert len(store.statements) == 5
    assert sum(map(len, store.batches)) == 5


def test_people_have_other_names_where_a_store_wants_its_own(stores: Any) -> None:
    person, trust = PersonFactory(), OrganisationFactory()
    record_launches(2, a_journey(person=person, organisation=trust))
    one = stores("one", sealed_pseudonym_key=new_pseudonym_key())
    two = stores("two", sealed_pseudonym_key=new_pseudonym_key())
    known = stores("known")
    deliver()
    names = [{json.dumps(each["actor"]) for each in store.statements.values()} for store in (one, two, known)]
    assert [len(each) for each in names] == [1, 1, 1]
    assert len(set.union(*names)) == 3
    assert str(person.actor_id) not in names[0].union(names[1]).__str__()
    assert str(person.actor_id) in str(names[2])
    as_it_is = json.loads(Statement.objects.order_by("seq")[0].payload)
    as_sent = one.statements[as_it_is["id"]]
    assert as_sent | {"actor": None} == as_it_is | {"actor": None}
    uuid.UUID(as_sent["actor"]["account"]["name"])


def test_a_conflict_is_settled_by_what_was_sent_there(stores: Any) -> None:
    store = stores("one", sealed_pseudonym_key=new_pseudonym_key())
    record_launches(2)
    store.faults.append(Fault.DROP_AFTER)
    deliver()
    assert len(store.statements) == 2
    deliver("--now")
    assert set(Delivery.objects.filter(destination="one").values_list("state", flat=True)) == {"delivered"}


def test_a_store_that_fails_holds_up_no_other(stores: Any) -> None:
    bad, good = stores("a-bad"), stores("b-good")
    bad.password = "changed"
    record_launches(3)
    with pytest.raises(CommandError, match=r"a-bad refuses us.*under Record stores"):
        deliver()
    assert len(good.statements) == 3
    state = outbox_state("a-bad")
    assert (state.waiting, state.dead) == (3, 0)
    assert "401" in state.problem or "Who are you" in state.problem
    assert state.paused_until is not None
    assert Delivery.objects.filter(destination="a-bad", attempts__gt=0).count() == 0


def test_out_of_use_nothing_is_sent_and_what_waits_stays(stores: Any) -> None:
    store = stores("lrs")
    record_launches(2)
    queue(Destination.objects.get(name="lrs"))
    Destination.objects.update(is_active=False)
    deliver()
    assert not store.statements
    assert outbox_state("lrs").waiting == 2
    with pytest.raises(CommandError, match="no record store named lrs in use"):
        deliver("--destination", "lrs")


def test_what_was_not_given_to_a_store_yet_counts_as_waiting(stores: Any) -> None:
    stores("lrs")
    first, *_ = record_launches(4)
    state = outbox_state("lrs")
    assert state.waiting == 4
    assert state.oldest_waiting_since == Statement.objects.get(pk=first.pk).stored


def test_replaying_never_brings_a_store_what_is_another_organisations(stores: Any) -> None:
    store = stores("trust", organisation=OrganisationFactory())
    event, *_ = record_launches(1)
    call_command("replay_statements", "--id", str(event.pk), "--destination", "trust", stdout=StringIO())
    deliver()
    assert not store.statements


def test_reconciling_asks_the_store_that_is_named(stores: Any) -> None:
    store = stores("lrs")
    record_launches(2)
    deliver()
    lost, _ = store.statements.popitem()
    out = StringIO()
    with pytest.raises(CommandError, match="1 missing"):
        call_command("reconcile_statements", "--destination", "lrs", stdout=out, stderr=StringIO())
    assert lost in out.getvalue()


@pytest.mark.parametrize(
    "address",
    [
        "http://store.example.org/xapi",
        "https://127.0.0.1/xapi",
        "https://10.1.2.3/xapi",
        "https://[::1]/xapi",
        "https://169.254.169.254/latest",
        "https://u:p@store.example.org/xapi",
        "https://nobody.invalid/xapi",
    ],
)
def test_addresses_inside_are_refused(address: str) -> None:
    with pytest.raises(NotAllowed):
        check_address(address)


def test_an_address_inside_is_refused_at_sending_as_well(stores: Any, settings: Any) -> None:
    store = stores("lrs")
    settings.XAPI_INSIDE_HOSTS = []
    record_launches(1)
    with pytest.raises(CommandError, match="must begin with https"):
        deliver()
    assert not store.requests
    assert outbox_state("lrs").waiting == 1


def test_without_the_key_it_says_so_and_loses_nothing(stores: Any, settings: Any) -> None:
    stores("lrs")
    record_launches(1)
    settings.SEALING_KEYS = []
    with pytest.raises(CommandError, match="SEALING_KEYS is not set"):
        deliver()
    assert outbox_state("lrs").waiting == 1


@pytest.fixture
def keeper(signed_in: Any) -> Any:
    return signed_in(PersonFactory(groups=["Administrators"]))


GIVEN = {
    "name": "trust-lrs",
    "endpoint": "https://127.0.0.1/xapi",
    "username": "learn",
    "password": "a password",
    "own_pseudonyms": "on",
    "beginning": "all",
    "is_active": "on",
}


def test_an_administrator_adds_a_store_whose_password_nobody_reads_again(keeper: Any, settings: Any) -> None:
    settings.XAPI_INSIDE_HOSTS = ["127.0.0.1"]
    keeper.post(reverse("record_stores:add"), GIVEN)
    kept = Destination.objects.get()
    assert unseal(kept.sealed_password) == "a password"
    assert kept.has_own_pseudonyms
    page = keeper.get(reverse("record_stores:edit", args=["trust-lrs"])).text
    assert "a password" not in page
    assert kept.sealed_password not in page
    key = kept.sealed_pseudonym_key
    changed = {**GIVEN, "password": "", "username": "other", "own_pseudonyms": "", "name": "renamed"}
    keeper.post(reverse("record_stores:edit", args=["trust-lrs"]), changed)
    kept = Destination.objects.get()
    assert (kept.name, kept.username, kept.sealed_pseudonym_key) == ("trust-lrs", "other", key)
    assert unseal(kept.sealed_password) == "a password"


def test_a_store_from_now_on_gets_nothing_of_before(keeper: Any, settings: Any) -> None:
    settings.XAPI_INSIDE_HOSTS = ["127.0.0.1"]
    record_launches(2)
    keeper.post(reverse("record_stores:add"), GIVEN | {"beginning": "now"})
    assert outbox_state("trust-lrs").waiting == 0
    record_launches(1)
    assert outbox_state("trust-lrs").waiting == 1


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"endpoint": "https://10.0.0.1/xapi"}, "not on the open internet"),
        ({"endpoint": ""}, "This field is required"),
        ({"name": "default"}, "the store that the environment sets"),
        ({"name": "Not A Slug"}, "slug"),
    ],
)
def test_what_is_wrong_is_told_at_its_field(keeper: Any, settings: Any, wrong: Any, said: str) -> None:
    settings.XAPI_INSIDE_HOSTS = ["127.0.0.1"]
    assert said in keeper.post(reverse("record_stores:add"), GIVEN | wrong).text
    assert not Destination.objects.exists()


def test_without_a_key_no_password_is_taken(keeper: Any, settings: Any) -> None:
    settings.XAPI_INSIDE_HOSTS, settings.SEALING_KEYS = ["127.0.0.1"], []
    assert "SEALING_KEYS is not set" in keeper.post(reverse("record_stores:add"), GIVEN).text
    assert not Destination.objects.exists()


def test_trying_the_connection_says_what_came_of_it(keeper: Any, stores: Any) -> None:
    store = stores("lrs")
    url = reverse("record_stores:try", args=["lrs"])
    assert "It answers, and lets us in. We speak xAPI 2.0.0" in keeper.post(url, follow=True).text
    store.password = "changed"
    assert "It does not work yet." in keeper.post(url, follow=True).text


def test_the_list_of_statements_says_how_each_store_has_it(keeper: Any, stores: Any) -> None:
    store = stores("lrs")
    event, *_ = record_launches(1)
    store.refuses.add(str(event.pk))
    deliver()
    assert "Refused (lrs)" in keeper.get(reverse("statements:index")).text
    narrowed = {"delivery": "dead", "store": "lrs"}
    assert "Refused (lrs)" in keeper.get(reverse("statements:index"), narrowed).text
    elsewhere = {"delivery": "dead", "store": "default"}
    assert "Refused (lrs)" not in keeper.get(reverse("statements:index"), elsewhere).text
    assert "does not like this one" in keeper.get(reverse("statements:inspect", args=[event.pk])).text
    assert "1: see why" in keeper.get(reverse("record_stores:inspect", args=["lrs"])).text


@pytest.mark.parametrize("group", ["Educators", "Clinical reviewers"])
def test_nobody_else_comes_to_record_stores(signed_in: Any, stores: Any, group: str) -> None:
    stores("lrs")
    client = signed_in(PersonFactory(groups=[group]))
    for name, arguments in (("index", []), ("add", []), ("edit", ["lrs"]), ("inspect", ["lrs"])):
        assert client.get(reverse(f"record_stores:{name}", args=arguments)).status_code == 302
    for name in ("try", "now"):
        assert client.post(reverse(f"record_stores:{name}", args=["lrs"])).status_code == 302
