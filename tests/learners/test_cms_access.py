"""One door for the site and the CMS, and a clear answer to whoever may not pass."""

from urllib.parse import unquote

import pytest
from django.urls import reverse

from modules.groups import ADMINISTRATORS, EDUCATORS, REVIEWERS
from modules.models import SiteIdentity
from tests.factories import ModuleFactory, PersonFactory
from tests.factories.people import PASSWORD
from tests.modules.desk import Desk
from tests.modules.forms import module_form

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("path", ["/cms/", "/cms/login/?next=/cms/", "/cms/pages/", "/cms/users/"])
def test_whoever_is_not_signed_in_comes_to_the_one_door(client, path):
    answer = client.get(path, follow=True)
    assert answer.status_code == 200
    assert unquote(answer.redirect_chain[-1][0]).startswith(f"{reverse('account_login')}?next=/cms/")


@pytest.mark.parametrize("group", [EDUCATORS, REVIEWERS, ADMINISTRATORS])
def test_staff_sign_in_by_e_mail_and_come_where_they_wanted(client, group):
    person = PersonFactory(groups=[group])
    answer = client.post(
        "/accounts/login/?next=/cms/", {"login": person.email, "password": PASSWORD}, follow=True
    )
    assert answer.request["PATH_INFO"] == "/cms/"
    assert answer.status_code == 200
    assert SiteIdentity.load().name in answer.content.decode()


@pytest.mark.parametrize("path", ["/cms/", "/cms/pages/", "/cms/organisation/"])
def test_a_learner_gets_a_clear_answer_and_goes_round_in_no_circle(path):
    learner = Desk(PersonFactory())
    answer = learner.client.get(path, follow=True)
    assert len(answer.redirect_chain) <= 2
    assert answer.status_code == 403
    assert "You cannot see this page" in answer.content.decode()


def test_the_cms_calls_nobody():
    ada = Desk(PersonFactory(groups=[ADMINISTRATORS]))
    for name in ("wagtailadmin_home", "wagtailusers_users:index"):
        answer = ada.get(name)
        html = answer.content.decode()
        assert "gravatar" not in html
        assert "releases.wagtail" not in html
        assert "'none'" in answer.headers["Content-Security-Policy"]


def test_the_cms_goes_by_the_name_that_administrators_give_it():
    ada = Desk(PersonFactory(groups=[ADMINISTRATORS]))
    identity = {"name": "Kingsley Training", "strapline": "", "support_text": ""}
    url = reverse("wagtailsettings:edit", args=["modules", "siteidentity", SiteIdentity.load().pk])
    assert ada.client.post(url, identity).status_code == 302
    html = ada.get("wagtailadmin_home").content.decode()
    assert "<title>Dashboard - Kingsley Training</title>" in " ".join(html.split())
    assert "images/mark.svg" in html


def test_the_home_of_an_educator_shows_what_they_are_working_on():
    edith = Desk(PersonFactory(groups=[EDUCATORS]))
    draft = ModuleFactory(draft=True, owner=edith.person, title="My draft", slug="before-you-hand-over")
    edith.save(draft, module_form("My draft"))
    assert "My draft" in edith.get("wagtailadmin_home").content.decode()
