"""One door for the site and the CMS."""

from typing import Any

import pytest
from django.urls import reverse

from tests.factories import MembershipFactory, PersonFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("address", ["/cms/", "/cms/pages/", "/cms/statements/"])
def test_a_stranger_is_asked_to_sign_in_and_brought_back(client: Any, address: str) -> None:
    response = client.get(address, follow=True)
    last, _ = response.redirect_chain[-1]
    assert last.startswith(reverse("account_login"))
    assert address.replace("/", "%2F") in last or f"next={address}" in last


@pytest.mark.parametrize("address", ["/cms/", "/cms/pages/", "/cms/login/"])
def test_a_learner_is_told_that_the_cms_is_not_for_them(signed_in: Any, address: str) -> None:
    response = signed_in(MembershipFactory().person).get(address, follow=True)
    assert response.status_code == 403
    assert "You cannot see this page" in response.text


def test_an_educator_who_signed_in_on_the_site_is_in_the_cms(signed_in: Any) -> None:
    assert signed_in(PersonFactory(groups=["Educators"])).get("/cms/").status_code == 200


def test_nobody_signs_up_by_themselves(client: Any) -> None:
    page = client.post(reverse("account_signup"), {"email": "new@example.org"})
    assert "new@example.org" not in page.text
