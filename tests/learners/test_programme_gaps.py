"""The gap check of a network: what it counts, who reads it, what it costs."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from learners.programme.gap_rules import GapKind
from learners.programme.gaps import gaps_of
from learners.sharing.models import Stage
from tests.factories import AppointmentFactory, NetworkFactory
from tests.factories.gaps import teaching
from tests.factories.organisations import days_ago
from tests.factories.places import MomentFactory
from tests.factories.sharing import agreement_in, information, scope_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def lead() -> Any:
    return AppointmentFactory(network_lead=True)


@pytest.fixture
def network(lead: Any) -> Any:
    return lead.network


def told(network: Any, **narrowed: Any) -> list[tuple[str, str]]:
    found = gaps_of(network, on=days_ago(0), **narrowed)
    slugs = {information(slug).pk: slug for slug in ("allergies", "care-plans", "discharge-summaries")}
    return [(gap.kind.value, slugs[gap.category.key]) for gap in found]


def test_published_modules_and_moments_are_compared_with_the_scope(network: Any) -> None:
    agreement = agreement_in(network, stage=Stage.DRAFTING)
    scope_of(agreement, "allergies")
    scope_of(agreement, "care-plans", phase="planned", planned_for=days_ago(-90))
    teaching("discharge-summaries", title="Look first")
    teaching("care-plans", factory=MomentFactory)
    teaching("allergies", draft=True)
    assert told(network) == [
        ("taught_not_shared", "discharge-summaries"),
        ("taught_planned", "care-plans"),
        ("shared_not_taught", "allergies"),
    ]
    teaching("allergies")
    assert "shared_not_taught" not in [kind for kind, _ in told(network)]


@pytest.mark.parametrize("purpose", ["planning", "research"])
def test_what_is_shared_for_no_care_is_not_taught_and_leaves_nothing_out(network: Any, purpose: str) -> None:
    agreement = agreement_in(network)
    scope_of(agreement, "allergies", purpose=purpose)
    scope_of(agreement, "care-plans", purpose=purpose, phase="out_of_scope", reason="Nobody asked")
    teaching("allergies", "care-plans")
    assert {kind for kind, _ in told(network)} == {"taught_not_shared"}


def test_a_page_that_stands_in_two_places_is_named_once(network: Any) -> None:
    page = teaching("allergies")
    page.create_alias(update_slug="elsewhere")
    (gap,) = gaps_of(network, on=days_ago(0))
    assert [each.key for each in gap.taught] == [page.pk]


def test_expired_agreements_and_other_networks_say_nothing(network: Any) -> None:
    scope_of(agreement_in(network, stage=Stage.EXPIRED), "allergies")
    scope_of(agreement_in(NetworkFactory()), "allergies")
    teaching("allergies")
    assert told(network) == [("taught_not_shared", "allergies")]


def test_it_can_be_asked_of_some_modules_and_their_moments(network: Any) -> None:
    scope_of(agreement_in(network), "care-plans")
    one = teaching("allergies")
    teaching("discharge-summaries")
    teaching("discharge-summaries", factory=MomentFactory, module=one)
    assert told(network, modules=[one], information=[]) == [
        ("taught_not_shared", "allergies"),
        ("taught_not_shared", "discharge-summaries"),
    ]
    assert told(network, modules=[one], information=[information("care-plans")])[-1] == (
        "shared_not_taught",
        "care-plans",
    )


def test_many_agreements_and_pages_cost_as_many_queries_as_one(network: Any) -> None:
    scope_of(agreement_in(network), "allergies")
    teaching("care-plans")
    gaps_of(network, on=days_ago(0))
    with CaptureQueriesContext(connection) as one:
        gaps_of(network, on=days_ago(0))
    for number in range(3):
        scope_of(agreement_in(network, version=f"{number}.x"), "care-plans")
        teaching("allergies", "care-plans")
        teaching("allergies", factory=MomentFactory)
    with CaptureQueriesContext(connection) as many:
        gaps_of(network, on=days_ago(0))
    assert len(many) == len(one) <= 7


def test_a_lead_reads_them_with_where_and_why(signed_in: Any, lead: Any, network: Any) -> None:
    agreement = agreement_in(network)
    scope_of(agreement, "care-plans", phase="out_of_scope", reason="Partners could not agree")
    scope_of(agreement, "allergies")
    page = teaching("care-plans", title="=Look first")
    client = signed_in(lead.person)
    text = client.get(reverse("gaps:network", args=[network.slug])).text
    assert GapKind.TAUGHT_OUT_OF_SCOPE.label in text
    assert GapKind.TAUGHT_OUT_OF_SCOPE.to_do in text
    assert GapKind.SHARED_NOT_TAUGHT.to_do in text
    assert "Out of scope in Sharing for care, version 1.0: Partners could not agree." in text
    assert f'<a href="{page.url}">=Look first</a>' in text
    file = client.get(reverse("gaps:network_csv", args=[network.slug]))
    rows = b"".join(file.streaming_content).decode("utf-8-sig").splitlines()
    assert rows[1:] == [
        'Care and support plans,"Taught, and agreed not to be shared",“=Look first”,'
        '"out of scope in Sharing for care, version 1.0: Partners could not agree"',
        'Allergies and reactions,"Shared, and not taught",,"shared now under Sharing for care, version 1.0"',
    ]


def test_a_network_without_agreements_is_told_so_and_one_without_gaps_too(
    signed_in: Any, lead: Any, network: Any
) -> None:
    client, url = signed_in(lead.person), reverse("gaps:network", args=[network.slug])
    assert "No agreement yet" in client.get(url).text
    agreement_in(network)
    assert "No gaps" in client.get(url).text


def test_the_lead_of_another_network_does_not_read_them(signed_in: Any, network: Any) -> None:
    other = AppointmentFactory(network_lead=True).person
    assert signed_in(other).get(reverse("gaps:network", args=[network.slug])).status_code == 404
