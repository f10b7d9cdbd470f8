"""What a worker remembers of what can be seen, and what is kept of it with an attempt: of each person their own."""

import datetime
from typing import Any

import pytest
import time_machine
from django.core.cache import caches
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from learners.attempts.holdings import rows_of_attempts
from learners.attempts.models import Attempt
from learners.attempts.visibility import Hat, keep_shown, variant_for
from learners.privacy.actions.anonymising import anonymise
from learners.sharing.models import Phase
from modules.models import Role
from modules.outline import VisibilityNeeded
from tests.factories import (
    MembershipFactory,
    ModuleFactory,
    NetworkMembershipFactory,
    PersonFactory,
    start_attempt,
)
from tests.factories.modules import section
from tests.factories.organisations import days_ago
from tests.factories.sharing import agreement_in, information, party_of, scope_of, switched_on
from tests.factories.visibility import visibility_block

pytestmark = pytest.mark.django_db
TRANSACTIONS = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE")


@pytest.fixture
def agreement() -> Any:
    """An active agreement about allergies, and about letters for doctors, that an organisation signed."""
    joined = NetworkMembershipFactory()
    agreement = agreement_in(joined.network)
    party_of(agreement, joined.organisation)
    scope_of(agreement, "allergies")
    scope_of(agreement, "letters", roles=(Role.objects.get(slug="doctor"),))
    return agreement


@pytest.fixture
def organisation(agreement: Any) -> Any:
    return agreement.parties.get().organisation


@pytest.fixture
def module() -> Any:
    first = section("Before I ring", visibility_block("allergies", "letters"))
    return ModuleFactory(sections=[first, section("After", visibility_block("letters", name="second"))])


def reader(module: Any, organisation: Any, role: str = "nurse") -> Any:
    """An attempt of somebody new there in this role."""
    member = MembershipFactory(organisation=organisation, role=Role.objects.get(slug=role))
    return start_attempt(member.person, module, organisation)


def page_of(attempt: Any, number: int = 1) -> str:
    """A section's page, as its learner gets it from a worker that forgets nothing in between."""
    client = Client()
    client.force_login(attempt.person)
    return str(client.get(reverse("attempts:section", args=[attempt.pk, number])).text)


def kept_of(attempt: Any) -> Any:
    """What is kept of the first block."""
    return next(iter(Attempt.objects.get(pk=attempt.pk).shown_visibility.values()))


def asked(work: Any) -> int:
    """How many queries some work takes, without the brackets of transactions."""
    with CaptureQueriesContext(connection) as captured:
        work()
    return sum(not query["sql"].startswith(TRANSACTIONS) for query in captured.captured_queries)


def test_nobody_is_told_what_another_hat_is_told(module: Any, agreement: Any, organisation: Any) -> None:
    switched_on(organisation)
    switched_on(organisation, "letters", source="Clinic letters")
    elsewhere = NetworkMembershipFactory(network=agreement.network).organisation
    party_of(agreement, elsewhere)
    switched_on(elsewhere, source="Another record")
    nurse, doctor = reader(module, organisation), reader(module, organisation, "doctor")
    guest, nobody = reader(module, elsewhere, "doctor"), start_attempt(PersonFactory(), module)
    for _ in range(2):  # the first time the worker knows nobody, the second everybody
        for attempt, shown, hidden in (
            (nurse, ("GP record",), ("Clinic letters", "Another record")),
            (doctor, ("GP record", "Clinic letters"), ("Another record",)),
            (guest, ("Another record",), ("GP record", "Clinic letters")),
            (nobody, (), ("GP record", "Clinic letters", "Another record")),
        ):
            page = page_of(attempt)
            assert all(words in page for words in shown)
            assert not any(words in page for words in hidden)


def test_another_role_is_told_its_own_and_what_was_shown_first_stays_kept(
    module: Any, organisation: Any
) -> None:
    switched_on(organisation, "letters", source="Clinic letters")
    attempt = reader(module, organisation)
    assert "Clinic letters" not in page_of(attempt)
    attempt.person.memberships.update(role=Role.objects.get(slug="doctor"))
    with time_machine.travel(timezone.now() + datetime.timedelta(seconds=301)):
        page = page_of(attempt)
    assert "Clinic letters" in page
    assert "for this role: Doctor" in page
    assert kept_of(attempt)["role"] == "Nurse"


def test_whoever_does_not_work_there_any_more_is_told_what_is_safe_anywhere(
    module: Any, organisation: Any
) -> None:
    switched_on(organisation)
    attempt = reader(module, organisation)
    attempt.person.memberships.update(ends_on=days_ago(1))
    page = page_of(attempt)
    assert "GP record" not in page
    assert information().general in page
    assert "it does not know where you work" in page
    assert (kept_of(attempt)["organisation"], kept_of(attempt)["role"]) == ("", "")


def test_the_page_says_what_is_kept_however_old_the_workers_memory_of_it(
    module: Any, organisation: Any
) -> None:
    start = timezone.now()
    with time_machine.travel(start, tick=False):
        page_of(reader(module, organisation))
    with time_machine.travel(start + datetime.timedelta(seconds=120), tick=False):
        switched_on(organisation)
        page_of(reader(module, organisation))
    with time_machine.travel(start + datetime.timedelta(seconds=301), tick=False):
        attempt = reader(module, organisation)
        page = page_of(attempt)
    assert "You can see today" in page
    assert kept_of(attempt)["seen"][0]["sight"] == "today"


@pytest.mark.parametrize("what", ["what is on", "what is agreed"])
def test_a_change_shows_after_five_minutes_at_most(
    module: Any, agreement: Any, organisation: Any, what: str
) -> None:
    line, item, start = switched_on(organisation), agreement.scope.first(), timezone.now()
    one, other = reader(module, organisation), reader(module, organisation, "doctor")
    with time_machine.travel(start, tick=False):
        assert "GP record" in page_of(one)
    if what == "what is on":
        line.delete()
    else:
        item.delete()
    for seconds in (149, 298):  # each time as late as something old can be built upon
        with time_machine.travel(start + datetime.timedelta(seconds=seconds), tick=False):
            page_of(other)
            page_of(one)
    with time_machine.travel(start + datetime.timedelta(seconds=300), tick=False):
        assert "GP record" not in page_of(one)
        assert "GP record" not in page_of(other)


def test_on_another_day_a_worker_asks_again(module: Any, organisation: Any) -> None:
    switched_on(organisation, ends_on=timezone.localdate())
    attempt = reader(module, organisation)
    assert "GP record" in page_of(attempt)
    with time_machine.travel(timezone.now() + datetime.timedelta(days=1)):
        assert "GP record" not in page_of(attempt)


def test_two_tabs_keep_each_what_they_showed(module: Any, organisation: Any) -> None:
    attempt = reader(module, organisation)
    same = Attempt.objects.get(pk=attempt.pk)
    first, second = (
        part for each in attempt.outline.sections for part in each.parts if isinstance(part, VisibilityNeeded)
    )
    today = timezone.localdate()
    earlier, later = (Hat(role=Role(name=name)) for name in ("Earlier", "Later"))
    keep_shown(attempt=attempt, variants={first.id: variant_for(first, earlier, today, {})})
    both = {each.id: variant_for(each, later, today, {}) for each in (first, second)}
    keep_shown(attempt=same, variants=both)  # it was loaded before the other wrote
    kept = Attempt.objects.get(pk=attempt.pk).shown_visibility
    assert [kept[each.id]["role"] for each in (first, second)] == ["Earlier", "Later"]
    assert same.shown_visibility == kept


def test_a_first_page_costs_two_queries_more_where_its_worker_knows_the_hat(
    module: Any, organisation: Any
) -> None:
    switched_on(organisation)
    page_of(reader(module, organisation))
    attempt = reader(module, organisation)
    first, again = asked(lambda: page_of(attempt)), asked(lambda: page_of(attempt))
    assert first - again == 2  # the role that the person has there, and keeping what was shown


def test_a_first_page_costs_four_queries_more_where_its_worker_knows_the_agreement(
    module: Any, agreement: Any, organisation: Any
) -> None:
    page_of(reader(module, organisation))
    elsewhere = NetworkMembershipFactory(network=agreement.network).organisation
    party_of(agreement, elsewhere)
    switched_on(elsewhere)
    attempt = reader(module, elsewhere)
    first, again = asked(lambda: page_of(attempt)), asked(lambda: page_of(attempt))
    assert first - again == 4  # also: what it signed, and what is switched on


def test_a_first_page_of_a_worker_that_knows_nothing_costs_no_more_than_nine(
    module: Any, organisation: Any
) -> None:
    switched_on(organisation)
    page_of(reader(module, organisation))
    attempt = reader(module, organisation)
    caches["worker"].clear()
    first, again = asked(lambda: page_of(attempt)), asked(lambda: page_of(attempt))
    assert first - again <= 9


def test_the_persons_own_copy_holds_all_that_is_kept_of_what_they_were_told(
    module: Any, agreement: Any, organisation: Any
) -> None:
    soon = days_ago(-40)
    agreement.scope.filter(information__slug="letters").update(phase=Phase.PLANNED, planned_for=soon)
    scope_of(agreement, "letters", phase=Phase.PLANNED, planned_for=soon)
    line = switched_on(organisation, how="periodic", source="GP summary")
    attempt = reader(module, organisation)
    page_of(attempt)
    told = [
        row for row in rows_of_attempts(attempt.person) if row["What"] == "What you were told you can see"
    ]
    more = str(told[0]["More"])
    assert f"today (GP summary, From time to time, checked on {line.checked_on.isoformat()})" in more
    assert f"coming ({soon.isoformat()})" in more
    assert str(organisation) in more


def test_what_is_kept_names_nobody_before_and_after_anonymising(module: Any, organisation: Any) -> None:
    switched_on(organisation)
    attempt = reader(module, organisation)
    page_of(attempt)
    kept, person = kept_of(attempt), attempt.person
    named = [person.email, person.first_name, person.last_name, str(person.pk)]
    assert set(kept) == {"on", "organisation", "role", "seen"}
    assert not [each for each in named if each in kept.values()]
    person.memberships.update(ends_on=days_ago(1))
    anonymise(person=person, by=None, reason="Time")
    assert kept_of(attempt) == kept
