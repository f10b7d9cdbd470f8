"""What can be seen where, as managers and leads read it, and as administrators keep it a line at a time."""

import datetime
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ObjectDoesNotExist
from django.urls import reverse
from django.utils import timezone

from learners.sharing.models import Phase, Visibility
from learners.sharing.selectors.visibility import Sight, visible_among, visible_to
from modules.models import InformationCategory, Role
from tests.factories import AppointmentFactory, NetworkMembershipFactory, OrganisationFactory
from tests.factories.organisations import days_ago
from tests.factories.sharing import agreement_in, information, party_of, scope_of, switched_on

pytestmark = pytest.mark.django_db


@pytest.fixture
def agreement() -> Any:
    """An active agreement about allergies, that an organisation signed."""
    joined = NetworkMembershipFactory()
    agreement = agreement_in(joined.network)
    party_of(agreement, joined.organisation)
    scope_of(agreement, "allergies")
    return agreement


@pytest.fixture
def organisation(agreement: Any) -> Any:
    return agreement.parties.get().organisation


@pytest.fixture
def administrator(organisation: Any, signed_in: Any) -> Any:
    return signed_in(AppointmentFactory(capacity="administrator", organisation=organisation).person)


def address(name: str, organisation: Any, *more: Any) -> str:
    return reverse(f"matrix:{name}", args=[organisation.uuid, *more])


def row_of(page: str, slug: str) -> list[str]:
    """The cells of a category: today, coming, not here, nobody has said. Empty where there is nobody."""
    soup, name = BeautifulSoup(page, "html.parser"), information(slug).name
    found = next(row for row in soup.find_all("tr") if row.th and row.th.get_text(strip=True) == name)
    hidden = "nhsuk-u-visually-hidden"
    cells = [cell.find("div") for cell in found.find_all("td")]  # after its name
    return ["" if cell.find(class_=hidden) else cell.get_text(strip=True) for cell in cells]


def said(**more: Any) -> dict[str, Any]:
    """A form as it is sent."""
    return {
        "information": information().pk,
        "role": "",
        "how": "live",
        "source": "GP  record",
        "starts_on": days_ago(3).isoformat(),
        "ends_on": "",
        "checked_on": days_ago(1).isoformat(),
    } | more


def test_the_table_says_which_roles_see_what(administrator: Any, organisation: Any, agreement: Any) -> None:
    doctor = Role.objects.get(slug="doctor")
    switched_on(organisation)
    scope_of(agreement, "letters", roles=(doctor,))
    switched_on(organisation, "letters")
    scope_of(agreement, "results", phase=Phase.OUT_OF_SCOPE, reason="Another system.")
    scope_of(agreement, "referrals")
    page = administrator.get(address("organisation", organisation)).text
    assert row_of(page, "allergies") == ["Every role", "", "", ""]
    assert row_of(page, "letters")[0] == "Doctor"
    assert "Nurse" in row_of(page, "letters")[3]
    assert row_of(page, "results") == ["", "", "Every role", ""]
    assert row_of(page, "referrals") == ["", "Every role", "", ""]
    assert row_of(page, "maternity") == ["", "", "", "Every role"]


def test_what_is_switched_on_and_not_agreed_is_flagged(administrator: Any, organisation: Any) -> None:
    switched_on(organisation)
    assert "Not agreed" not in administrator.get(address("organisation", organisation)).text
    switched_on(organisation, "maternity")
    assert (
        "1 line that no active agreement covers"
        in administrator.get(address("organisation", organisation)).text
    )


@pytest.mark.parametrize(("days", "flagged"), [(180, False), (181, True)])
def test_a_line_that_nobody_checked_for_half_a_year_is_flagged_until_somebody_does(
    administrator: Any, organisation: Any, days: int, flagged: bool
) -> None:
    line = switched_on(organisation, checked_on=days_ago(days), starts_on=days_ago(400))
    assert ("Check again" in administrator.get(address("organisation", organisation)).text) is flagged
    administrator.post(address("checked", organisation, line.pk))
    assert "Check again" not in administrator.get(address("organisation", organisation)).text
    line.refresh_from_db()
    assert line.checked_on == timezone.localdate()


def test_a_line_sent_twice_is_there_once(administrator: Any, organisation: Any) -> None:
    for _ in range(2):
        assert administrator.post(address("add", organisation), said()).status_code == 302
    line = Visibility.objects.get()
    assert (line.organisation, line.role, line.source) == (organisation, None, "GP record")


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"ends_on": days_ago(30).isoformat()}, "The last day is before the first."),
        (
            {"checked_on": (timezone.localdate() + datetime.timedelta(days=2)).isoformat()},
            "a day in the past",
        ),
        ({"how": "periodic"}, "There is such a line already"),
        ({"source": ""}, "This field is required"),
    ],
    ids=["days in order", "checked to come", "overlapping", "no source"],
)
def test_a_mistake_is_named_and_loses_nothing(
    administrator: Any, organisation: Any, wrong: dict[str, str], message: str
) -> None:
    administrator.post(address("add", organisation), said())
    page = administrator.post(address("add", organisation), said() | wrong).text
    assert message in page
    assert f'value="{days_ago(3).isoformat()}"' in page
    assert Visibility.objects.count() == 1


def test_a_line_is_changed_and_ended(administrator: Any, organisation: Any) -> None:
    line = switched_on(organisation)
    administrator.post(address("line", organisation, line.pk), said(source="Hospital letters"))
    line.refresh_from_db()
    assert line.source == "Hospital letters"
    for _ in range(2):
        administrator.post(address("end", organisation, line.pk))
    line.refresh_from_db()
    assert line.ends_on == timezone.localdate()


def test_a_line_that_has_not_begun_goes_when_it_is_ended(administrator: Any, organisation: Any) -> None:
    line = switched_on(organisation, starts_on=timezone.localdate() + datetime.timedelta(days=5))
    administrator.post(address("end", organisation, line.pk))
    with pytest.raises(ObjectDoesNotExist):
        line.refresh_from_db()


def test_managers_read_and_do_not_write(client: Any, organisation: Any) -> None:
    line = switched_on(organisation)
    client.force_login(AppointmentFactory(organisation=organisation).person)
    page = client.get(address("organisation", organisation)).text
    assert "GP record" in page
    assert "Add a line" not in page
    assert client.post(address("checked", organisation, line.pk)).status_code == 404
    assert client.get(address("line", organisation, line.pk)).status_code == 404


def test_another_organisations_line_is_not_found(administrator: Any, organisation: Any) -> None:
    theirs = switched_on(OrganisationFactory())
    assert administrator.post(address("end", organisation, theirs.pk)).status_code == 404
    assert administrator.get(address("line", organisation, theirs.pk)).status_code == 404


def test_a_lead_reads_which_organisations_see_what(client: Any, organisation: Any, agreement: Any) -> None:
    other = NetworkMembershipFactory(network=agreement.network).organisation
    party_of(agreement, other, state="asked", signed_on=None)
    scope_of(agreement, "letters", roles=(Role.objects.get(slug="doctor"),))
    switched_on(organisation)
    switched_on(organisation, "letters")
    client.force_login(AppointmentFactory(network_lead=True, network=agreement.network).person)
    page = client.get(reverse("matrix:network", args=[agreement.network.slug])).text
    assert row_of(page, "allergies") == [str(organisation), str(other), "", ""]
    assert row_of(page, "letters")[0] == f"{organisation} (some roles)"


def queries_of_everything(organisations: list[Any], count: Any) -> int:
    roles = list(Role.objects.all())
    with count() as captured:
        visible_among(organisations, roles, timezone.localdate())
    return len(captured)


def test_many_lines_cost_as_many_queries_as_few(agreement: Any, organisation: Any) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def count() -> CaptureQueriesContext:
        return CaptureQueriesContext(connection)

    switched_on(organisation)
    few = queries_of_everything([organisation], count)
    others = [NetworkMembershipFactory(network=agreement.network).organisation for _ in range(4)]
    second = agreement_in(agreement.network, version="2.0")
    for each in others:
        party_of(second, each)
        for category in InformationCategory.objects.exclude(slug="allergies"):
            switched_on(each, category.slug)
    for category in InformationCategory.objects.exclude(slug="allergies"):
        scope_of(second, category.slug)
    assert queries_of_everything([organisation, *others], count) == few <= 8
    sights = {each.sight for each in visible_to(others[0], None, timezone.localdate())}
    assert sights == {Sight.TODAY, Sight.UNKNOWN}
