"""What a learner reads of what can be seen where they work, and what is kept of it."""

import datetime
from typing import Any

import pytest
from django.core.cache import caches
from django.urls import reverse
from django.utils import timezone

from learners.attempts.models import Attempt
from learners.sharing.models import Phase
from modules.models import Role
from tests.factories import MembershipFactory, ModuleFactory, NetworkMembershipFactory, start_attempt
from tests.factories.modules import section
from tests.factories.organisations import days_ago
from tests.factories.sharing import agreement_in, information, party_of, scope_of, switched_on
from tests.factories.visibility import visibility_block

pytestmark = pytest.mark.django_db

ASKED = ("allergies", "letters", "results", "crisis-plans", "maternity")


def said_of(page: str, heading: str) -> str:
    """What stands below a heading of the block."""
    return page.partition(f">{heading}</h3>")[2].partition("<h3")[0]


@pytest.fixture
def agreement() -> Any:
    joined = NetworkMembershipFactory()
    agreement = agreement_in(joined.network)
    party_of(agreement, joined.organisation)
    scope_of(agreement, "allergies")
    return agreement


@pytest.fixture
def attempt(agreement: Any, signed_in: Any) -> Any:
    organisation = agreement.parties.get().organisation
    member = MembershipFactory(organisation=organisation)
    signed_in(member.person)
    module = ModuleFactory(sections=[section("Before I ring", visibility_block(*ASKED))])
    return start_attempt(member.person, module, organisation)


def page_of(client: Any, attempt: Any, *, later: bool = True) -> str:
    """The section's page; `later`, once the worker has forgotten what it knew."""
    if later:
        caches["worker"].clear()
    return str(client.get(reverse("attempts:section", args=[attempt.pk, 1])).text)


def test_what_can_be_seen_today_says_from_where_how_fresh_and_checked_when(client: Any, attempt: Any) -> None:
    line = switched_on(attempt.organisation, how="periodic", source="GP <record>")
    said = said_of(page_of(client, attempt), "You can see today")
    assert information().name in said
    assert "GP &lt;record&gt;. From time to time: the newest may be missing." in said
    assert f"Checked on {line.checked_on.day} {line.checked_on:%B %Y} that it can be seen here." in said


def test_what_is_live_says_so_in_other_words(client: Any, attempt: Any) -> None:
    switched_on(attempt.organisation)
    said = said_of(page_of(client, attempt), "You can see today")
    assert "GP record. Live: what is new shows at once." in said


def test_what_a_role_has_of_its_own_goes_before_what_every_role_has(client: Any, attempt: Any) -> None:
    nurse = Role.objects.get(slug="nurse")
    switched_on(attempt.organisation)
    switched_on(attempt.organisation, role=nurse, how="periodic", starts_on=days_ago(3))
    switched_on(attempt.organisation, source="Letters")
    said = said_of(page_of(client, attempt), "You can see today")
    assert said.count("GP record.") == 1
    assert "GP record. From time to time" in said
    assert "Letters. Live" in said


@pytest.mark.parametrize(
    ("days", "seen"),
    [
        ({"starts_on": days_ago(0)}, "today"),
        ({"ends_on": days_ago(0)}, "today"),
        ({"ends_on": days_ago(1)}, "no day yet"),
        ({"starts_on": days_ago(-1)}, "tomorrow"),
    ],
    ids=["begins today", "ends today", "ended yesterday", "begins tomorrow"],
)
def test_a_line_counts_from_its_first_day_to_its_last(
    client: Any, attempt: Any, days: dict[str, Any], seen: str
) -> None:
    switched_on(attempt.organisation, **days)
    page, tomorrow = page_of(client, attempt), days_ago(-1)
    assert ("You can see today" in page) is (seen == "today")
    words = {"tomorrow": f"planned for {tomorrow.day} {tomorrow:%B %Y}", "no day yet": "no day yet"}
    assert words.get(seen, "") in said_of(page, "Coming")


@pytest.mark.parametrize("why", ["not signed", "not active", "left", "expired"])
def test_what_is_on_is_not_told_before_the_agreement_holds_nor_after(
    client: Any, attempt: Any, agreement: Any, why: str
) -> None:
    switched_on(attempt.organisation)
    switched_on(attempt.organisation, source="Letters", starts_on=days_ago(-9))
    party = agreement.parties.filter(organisation=attempt.organisation)
    if why == "not signed":
        party.update(state="asked", signed_on=None)
    elif why == "left":
        party.update(state="left", left_on=days_ago(1))
    else:
        agreement.stages.update(stage="signing" if why == "not active" else "expired")
    page = page_of(client, attempt)
    assert "You can see today" not in page
    if why in ("left", "expired"):
        assert information().general in page
        assert ">Coming</h3>" not in page
    else:  # it will be there once that is done, and no day is promised for it
        assert f"{information().name}: no day yet" in said_of(page, "Coming")


def test_what_is_out_of_scope_is_not_told_though_it_is_on(client: Any, attempt: Any, agreement: Any) -> None:
    scope_of(agreement, "results", phase=Phase.OUT_OF_SCOPE, reason="Another system.")
    switched_on(attempt.organisation, "results", source="Laboratory")
    page = page_of(client, attempt)
    assert "Laboratory" not in page
    assert information("results").name in said_of(page, "You won't find")


def test_what_is_coming_has_its_day_or_says_that_there_is_none(
    client: Any, attempt: Any, agreement: Any
) -> None:
    soon = timezone.localdate() + datetime.timedelta(days=40)
    scope_of(agreement, "letters", phase=Phase.PLANNED, planned_for=soon)
    said = said_of(page_of(client, attempt), "Coming")
    assert f"{information('letters').name}: planned for {soon.day} {soon:%B %Y}" in said
    assert f"{information('allergies').name}: no day yet" in said  # agreed, and not switched on


def test_what_was_planned_for_a_day_that_has_passed_says_so(
    client: Any, attempt: Any, agreement: Any
) -> None:
    scope_of(agreement, "letters", phase=Phase.PLANNED, planned_for=days_ago(3))
    assert "and is not here yet" in said_of(page_of(client, attempt), "Coming")


def test_what_is_not_there_has_its_reason(client: Any, attempt: Any, agreement: Any) -> None:
    scope_of(agreement, "results", phase=Phase.OUT_OF_SCOPE, reason="The laboratory has its own system.")
    said = said_of(page_of(client, attempt), "You won't find")
    assert f"{information('results').name}: The laboratory has its own system." in said


def test_where_nobody_has_said_the_general_text_stands(client: Any, attempt: Any) -> None:
    switched_on(attempt.organisation, "maternity")  # switched on, but no agreement speaks of it
    page = page_of(client, attempt)
    assert information("maternity").general in page
    assert "You won't find" not in page


def test_it_is_said_for_the_role_that_is_worn(client: Any, attempt: Any, agreement: Any) -> None:
    scope_of(agreement, "letters", roles=(Role.objects.get(slug="doctor"),))
    switched_on(attempt.organisation, "letters", source="Clinic letters")
    switched_on(attempt.organisation, role=Role.objects.get(slug="doctor"), source="Doctors' list")
    page = page_of(client, attempt)
    assert "Clinic letters" not in page
    assert "Doctors" not in page
    attempt.person.memberships.update(role=Role.objects.get(slug="doctor"))
    page = page_of(client, attempt)
    assert "Clinic letters" in page
    assert "Doctors" in page


def test_it_says_as_at_which_day_and_that_seeing_is_no_reason_to_look(client: Any, attempt: Any) -> None:
    page, today = page_of(client, attempt), timezone.localdate()
    assert f"As at {today.day} {today:%B %Y}" in page
    assert "no reason to look" in page
    assert not {"lawful", "legal", "entitled"} & set(page.lower().split())


def test_without_a_hat_every_text_is_general(client: Any, attempt: Any) -> None:
    switched_on(attempt.organisation)
    Attempt.objects.update(organisation=None)
    page = page_of(client, attempt)
    assert all(information(slug).general in page for slug in ASKED)
    assert "it does not know where you work" in page
    assert "You can see today" not in page


def test_what_was_shown_first_is_kept_and_what_is_shown_moves_on(client: Any, attempt: Any) -> None:
    page_of(client, attempt)
    switched_on(attempt.organisation)
    assert "You can see today" in page_of(client, attempt)
    (kept,) = Attempt.objects.get().shown_visibility.values()
    assert kept["organisation"] == str(attempt.organisation)
    assert kept["role"] == "Nurse"
    assert kept["on"] == timezone.localdate().isoformat()
    assert kept["seen"][0] == {"information": information().name, "sight": "coming"}


def test_the_persons_own_copy_holds_what_they_were_told(client: Any, attempt: Any) -> None:
    from learners.attempts.holdings import rows_of_attempts

    switched_on(attempt.organisation)
    page_of(client, attempt)
    told = [
        row for row in rows_of_attempts(attempt.person) if row["What"] == "What you were told you can see"
    ]
    assert [row["Module"] for row in told] == [attempt.edition.title]
    assert f"{information().name}: today" in str(told[0]["More"])


def test_no_statement_says_what_somebody_can_see(client: Any, attempt: Any) -> None:
    from learners.statements.models import Statement

    switched_on(attempt.organisation, source="Sending house")
    page_of(client, attempt)
    client.post(reverse("attempts:section", args=[attempt.pk, 1]))
    assert Statement.objects.exists()
    assert not [each for each in Statement.objects.all() if "Sending house" in str(each.payload)]


def test_a_page_that_was_asked_for_lately_costs_one_query_more(
    client: Any, attempt: Any, django_assert_max_num_queries: Any
) -> None:
    page_of(client, attempt)
    with django_assert_max_num_queries(9):  # a section without the block takes 8 at most
        page_of(client, attempt, later=False)
