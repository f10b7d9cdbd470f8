"""Administrators add, change and retire people in the CMS. Nobody deletes them."""

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.models import ModelLogEntry

from learners.people.models import User
from modules.groups import ADMINISTRATORS, EDUCATORS
from tests.factories import PersonFactory
from tests.modules.desk import Desk, said, wrong

pytestmark = pytest.mark.django_db


@pytest.fixture
def ada():
    return Desk(PersonFactory(first_name="Ada", groups=[ADMINISTRATORS]))


@pytest.fixture
def root():
    return Desk(PersonFactory(first_name="Root", administrator=True))


@pytest.fixture
def sam():
    return PersonFactory(first_name="Sam")


def form(**more):
    empty = {"email": "new@trust.example.org", "first_name": "New", "last_name": "Starter"}
    return empty | {"password1": "", "password2": "", "is_active": "on"} | more


def change(desk, person, **more):
    same = {"email": person.email, "first_name": person.first_name, "last_name": person.last_name}
    return desk.post("wagtailusers_users:edit", person.pk, **form(**(same | more)))


def test_the_list_finds_people_by_name_and_address(ada, sam):
    html = ada.get("wagtailusers_users:index", q="sam").content.decode()
    assert sam.email in html
    assert "E-mail address" in html
    assert "gravatar" not in html


def test_a_person_is_added_without_a_password_and_sets_one_by_mail(ada, client, mailoutbox):
    answer = ada.post("wagtailusers_users:add", **form(email="New.Starter@Trust.example.org"))
    person = User.objects.get(first_name="New")
    assert "was added" in said(answer)
    assert person.email == "new.starter@trust.example.org"
    assert not person.has_usable_password()
    client.post(reverse("account_reset_password"), {"email": "New.Starter@Trust.example.org"})
    assert mailoutbox[0].to == [person.email]
    assert "password" in mailoutbox[0].body


def test_a_password_that_is_given_must_be_a_good_one(ada):
    errors = wrong(ada.post("wagtailusers_users:add", **form(password1="password", password2="password")))
    assert "too short" in errors["password2"][0]
    assert not User.objects.filter(first_name="New").exists()


def test_an_address_belongs_to_one_person_whatever_its_case(ada, sam):
    errors = wrong(ada.post("wagtailusers_users:add", **form(email=sam.email.upper())))
    assert errors == {"email": ["Somebody else has this e-mail address."]}


def test_an_old_address_no_longer_signs_in(ada, sam):
    EmailAddress.objects.create(user=sam, email=sam.email, primary=True, verified=True)
    change(ada, sam, email="sam.new@example.org")
    assert not EmailAddress.objects.filter(user=sam).exists()
    assert User.objects.get(pk=sam.pk).email == "sam.new@example.org"


def test_a_person_who_has_left_is_retired(ada, sam):
    assert "was changed" in said(change(ada, sam, is_active=""))
    assert not User.objects.get(pk=sam.pk).is_active


def test_groups_are_given_and_the_change_is_logged(ada, sam):
    educators = Group.objects.get(name=EDUCATORS)
    change(ada, sam, groups=[educators.pk])
    assert list(sam.groups.all()) == [educators]
    entry = ModelLogEntry.objects.get(object_id=sam.pk)
    assert (entry.action, entry.user) == ("wagtail.edit", ada.person)


def test_an_administrator_makes_nobody_a_superuser(ada, sam):
    change(ada, sam, is_superuser="on")
    ada.post("wagtailusers_users:add", **form(is_superuser="on"))
    assert not User.objects.filter(is_superuser=True).exists()


def test_an_administrator_does_not_take_over_a_superusers_account(ada, root):
    url = "wagtailusers_users:edit"
    assert ada.get(url, root.person.pk).status_code == 302
    change(ada, root.person, email="mine@example.org")
    activity = reverse("wagtail_bulk_action", args=["people", "user", "set_active_state"])
    ada.client.post(f"{activity}?id={root.person.pk}", {"mark_as_active": "False"})
    root.person.refresh_from_db()
    assert root.person.is_active
    assert root.person.email != "mine@example.org"


@pytest.mark.parametrize("method", ["get", "post"])
def test_not_even_a_superuser_deletes_a_person(root, sam, method):
    answer = getattr(root, method)("wagtailusers_users:delete", sam.pk)
    assert "People are not deleted" in said(answer)
    assert User.objects.filter(pk=sam.pk).exists()


def test_nor_many_at_once(root, sam):
    url = reverse("wagtail_bulk_action", args=["people", "user", "delete"])
    assert "People are not deleted" in said(root.client.post(f"{url}?id={sam.pk}"))
    assert User.objects.filter(pk=sam.pk).exists()


def test_no_page_offers_to_delete_a_person(root, sam):
    for page in (root.get("wagtailusers_users:index"), root.get("wagtailusers_users:edit", sam.pk)):
        assert reverse("wagtailusers_users:delete", args=[sam.pk]) not in page.content.decode()


def test_the_chooser_finds_a_person_by_part_of_both_names(ada, sam):
    PersonFactory(first_name="Sam", last_name="Other", email="other@elsewhere.org")
    PersonFactory(first_name="Gone", last_name="Example", is_active=False)
    found = ada.get("person_chooser:choose_results", q="sa examp").content.decode()
    assert str(sam) in found
    assert "Sam Other" not in found
    assert "Gone" not in ada.get("person_chooser:choose_results").content.decode()


@pytest.mark.parametrize("name", ["choose", "choose_results"])
def test_educators_cannot_look_through_the_staff(name):
    edith = Desk(PersonFactory(groups=[EDUCATORS]))
    answer = edith.get(f"person_chooser:{name}")
    assert answer.status_code == 302
    assert "permission" in said(answer)
    assert "permission" in said(edith.get("wagtailusers_users:index"))
