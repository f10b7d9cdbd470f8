"""Authors, specialists and learners see which sign-offs a module has, and which it lacks."""

import pytest

from modules.models import SignOffKind
from tests.factories import ModuleFactory
from tests.modules.signing import SAFEGUARDING, again, form, sign, waits_for

pytestmark = pytest.mark.django_db


def test_the_panel_says_who_gave_what_and_what_is_awaited(reviewed, pharmacist, administrator, at_desk):
    page = reviewed("pharmacist", "safeguarding")
    sign(at_desk(pharmacist), page)
    html = at_desk(administrator).get("wagtailadmin_pages:edit", page.pk).content.decode()
    assert f"<td>{pharmacist}</td>" in html
    assert f"Waiting for somebody of “{SAFEGUARDING}”" in html


def test_an_administrator_may_publish_and_the_edition_says_what_is_missing(administrator, at_desk, client):
    page = ModuleFactory(draft=True, slug="before-you-hand-over")
    at_desk(administrator).save(page, form("pharmacist", "safeguarding"), "publish")
    edition = page.editions.get()
    assert [kind.slug for kind in edition.sign_offs_missing] == ["pharmacist", "safeguarding"]
    html = " ".join(client.get(again(page).url).content.decode().split())
    assert "This Edition has had no clinical review." in html
    assert "Sign-offs that a real service needs:" in html
    assert "<li>Pharmacist: not given.</li>" in html


def test_what_everybody_let_through_says_nothing_of_it(reviewed, pharmacist, at_desk, client):
    page = reviewed("pharmacist")
    sign(at_desk(pharmacist), page)
    html = client.get(again(page).url).content.decode()
    assert "no clinical review" not in html
    assert "Sign-offs that a real service needs" not in html


def test_an_edition_keeps_what_was_missing_of_it(administrator, at_desk):
    page = ModuleFactory(draft=True, slug="before-you-hand-over")
    desk = at_desk(administrator)
    desk.save(page, form("pharmacist"), "publish")
    desk.save(page, form(change_note="No doses any more."), "publish")
    missing = [
        [kind.slug for kind in edition.sign_offs_missing] for edition in page.editions.order_by("number")
    ]
    assert missing == [["pharmacist"], []]


def test_what_waits_for_a_sign_off_stands_on_the_front_page(
    reviewed, pharmacist, reviewer, safeguarder, client
):
    reviewed("pharmacist")
    for person, is_there in ((pharmacist, True), (safeguarder, False), (reviewer, False)):
        client.force_login(person)
        assert ("Waiting for your sign-off" in client.get("/").content.decode()) is is_there


def test_a_kind_without_a_group_waits_and_says_so(reviewed, administrator, at_desk):
    SignOffKind.objects.filter(slug="pharmacist").update(group=None)
    page = reviewed("pharmacist")
    assert waits_for(page) == "SpecialistSignOffTask"
    html = at_desk(administrator).get("wagtailadmin_pages:edit", page.pk).content.decode()
    assert "No group may give it yet" in html
