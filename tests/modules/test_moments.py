"""The moment finder: for anybody, in two taps."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from tests.factories import ModuleFactory
from tests.factories.places import MomentFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def moments() -> None:
    module = ModuleFactory(title="Leaving hospital", slug="leaving-hospital")
    MomentFactory(title="Before I discharge somebody", slug="discharge", roles=["nurse"], module=module)
    MomentFactory(title="The call at 3 am", slug="three", roles=["paramedic", "nurse"])
    MomentFactory(title="Not yet", roles=["doctor"], draft=True)


def links(page: Any) -> dict[str, str]:
    soup = BeautifulSoup(page.content, "html.parser")
    return {a.get_text(strip=True): str(a["href"]) for a in soup.main.find_all("a")}


def test_two_taps_lead_from_the_front_page_to_a_moment_without_signing_in() -> None:
    client = Client()
    role = links(client.get("/"))["Nurse"]
    moment = links(client.get(role))["Before I discharge somebody"]
    page = client.get(moment).text
    for words in ("Who else should know?", "Look in recent letters.", "Ask the person.", "Ring the service."):
        assert words in page
    assert "Leaving hospital" in page


def test_a_role_sees_its_own_moments_and_only_roles_with_moments_are_offered() -> None:
    front = links(Client().get("/"))
    assert "Paramedic or ambulance staff" in front
    assert "Doctor" not in front
    found = links(Client().get(front["Paramedic or ambulance staff"]))
    assert "The call at 3 am" in found
    assert "Before I discharge somebody" not in found


@pytest.mark.parametrize("role", ["nobody", "nurse%00", "<b>"])
def test_an_unknown_role_has_no_moment(role: str) -> None:
    page = Client().get(f"/moments/?role={role}")
    assert page.status_code == 200
    assert "No moment is written for this yet" in page.text


def test_a_module_that_was_taken_back_is_not_linked() -> None:
    from modules.models import ModulePage

    ModulePage.objects.get(slug="leaving-hospital").unpublish()
    assert "Leaving hospital" not in Client().get("/moments/discharge/").text
