"""What is true here: the organisation's answer, else its network's, else a safe general text."""

import datetime
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from learners.organisations.local_facts import facts_of, kinds_not_given
from learners.organisations.models import LocalFact
from modules.models import FactKind
from tests.factories import (
    AppointmentFactory,
    MembershipFactory,
    ModuleFactory,
    NetworkMembershipFactory,
    RequirementFactory,
    start_attempt,
)
from tests.factories.modules import section
from tests.factories.places import LocalFactFactory, fact_block

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate


def said(organisation: Any, kind: str = "permission-step") -> str | None:
    fact = facts_of(organisation, {kind}, TODAY()).get(kind)
    return fact.text if fact else None


def test_an_organisations_own_answer_comes_before_its_networks() -> None:
    joined = NetworkMembershipFactory()
    LocalFactFactory(organisation=None, network=joined.network, text="Network's")
    assert said(joined.organisation) == "Network's"
    LocalFactFactory(organisation=joined.organisation, text="Ours")
    assert said(joined.organisation) == "Ours"


def test_of_two_networks_the_one_joined_first_answers() -> None:
    late = NetworkMembershipFactory(starts_on=TODAY() - datetime.timedelta(days=10))
    early = NetworkMembershipFactory(
        organisation=late.organisation, starts_on=TODAY() - datetime.timedelta(days=900)
    )
    LocalFactFactory(organisation=None, network=late.network, text="Late")
    LocalFactFactory(organisation=None, network=early.network, text="Early")
    assert said(late.organisation) == "Early"


def test_nobody_elses_answer_is_shown() -> None:
    LocalFactFactory(text="Theirs")
    left = NetworkMembershipFactory(
        starts_on=TODAY() - datetime.timedelta(days=90), ends_on=TODAY() - datetime.timedelta(days=1)
    )
    LocalFactFactory(organisation=None, network=left.network, text="Of a network that we left")
    assert said(left.organisation) is None
    assert said(None) is None


def test_what_is_needed_and_not_given_is_named() -> None:
    fact = LocalFactFactory()
    needed = {"permission-step", "downtime"}
    assert [kind.slug for kind in kinds_not_given(fact.organisation, needed, TODAY())] == ["downtime"]


def test_it_belongs_to_one_place_and_is_given_once() -> None:
    from django.db import IntegrityError, transaction

    fact = LocalFactFactory()
    for fields in ({"organisation": None}, {"organisation": fact.organisation}):
        with pytest.raises(IntegrityError), transaction.atomic():
            LocalFactFactory(**fields)


@pytest.fixture
def attempt(signed_in: Any) -> Any:
    member = MembershipFactory()
    signed_in(member.person)
    sections = [section("May I look?", fact_block(), fact_block("downtime"))]
    return start_attempt(member.person, ModuleFactory(sections=sections), member.organisation)


def page_of(client: Any, attempt: Any) -> str:
    return str(client.get(reverse("attempts:section", args=[attempt.pk, 1])).text)


def test_a_learner_reads_the_answer_of_the_hat_worn_with_when_it_was_checked(
    client: Any, attempt: Any
) -> None:
    fact = LocalFactFactory(organisation=attempt.organisation, text="Tick <the> box.")
    page = page_of(client, attempt)
    assert "Tick &lt;the&gt; box." in page
    assert f"{fact.checked_on.day} {fact.checked_on:%B %Y}" in page
    assert FactKind.objects.get(slug="permission-step").general not in page


def test_without_an_answer_the_general_text_says_so(client: Any, attempt: Any) -> None:
    page = page_of(client, attempt)
    assert page.count("your organisation has not said yet") == 2
    assert "printed plan" in page


def test_an_answer_past_its_review_says_so(client: Any, attempt: Any) -> None:
    LocalFactFactory(organisation=attempt.organisation, overdue=True)
    assert "ask before you rely on it" in page_of(client, attempt)


def test_the_page_asks_for_all_facts_at_once(
    client: Any, attempt: Any, django_assert_max_num_queries: Any
) -> None:
    page_of(client, attempt)
    with django_assert_max_num_queries(10):
        page_of(client, attempt)


def test_a_manager_sees_what_people_are_not_told_yet(client: Any, attempt: Any) -> None:
    RequirementFactory(organisation=attempt.organisation, module=attempt.edition.page)
    manager = AppointmentFactory(organisation=attempt.organisation)
    client.force_login(manager.person)
    address = reverse("dashboards:organisation", args=[attempt.organisation.uuid])
    asked = FactKind.objects.get(slug="downtime").name
    assert asked in client.get(address).text
    LocalFactFactory(organisation=attempt.organisation, kind=FactKind.objects.get(slug="downtime"))
    assert asked not in client.get(address).text


def test_the_modules_page_lists_the_facts_that_it_asks_for(client: Any, attempt: Any) -> None:
    page = client.get(attempt.edition.page.url).text
    assert FactKind.objects.get(slug="downtime").name in page


def test_administrators_keep_them_and_educators_do_not(client: Any) -> None:
    from tests.factories import PersonFactory

    address = reverse("localfact:index")
    for group, status in (("Administrators", 200), ("Educators", 302)):
        client.force_login(PersonFactory(groups=[group]))
        assert client.get(address).status_code == status
    assert LocalFact.objects.count() == 0
