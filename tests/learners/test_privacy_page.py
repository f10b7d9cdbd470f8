"""What each organisation can see of somebody, as they read it."""

import datetime
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from learners.organisations.scope import Scope
from learners.privacy.selectors.seen import places_of
from tests.factories import (
    MembershipFactory,
    OrganisationFactory,
    PersonFactory,
    RequirementFactory,
    TeamFactory,
    finish_attempt,
)
from tests.factories.privacy import ErasureRequestFactory
from tests.learners.somebody_everywhere import OWN, somebody

pytestmark = pytest.mark.django_db


@pytest.fixture
def amara() -> Any:
    return PersonFactory(
        first_name="Amara", last_name="Tarn", email="amara@mail.example", professional_number="12A"
    )


def page_of(signed_in: Any, person: Any) -> str:
    return str(signed_in(person).get(reverse("privacy:my_data")).text)


def test_who_they_are_there_and_how_they_stand(signed_in: Any, amara: Any) -> None:
    here = OrganisationFactory(name="Brackwater Hospitals")
    hat = MembershipFactory(
        person=amara, organisation=here, team=TeamFactory(organisation=here, name="Ward 6"), job_title="Night nurse",
        employee_number="20731",
    )  # fmt: skip
    first, second = (
        RequirementFactory(organisation=here, module__title=title) for title in ("Ask first", "Look twice")
    )
    finish_attempt(amara, first.modules.get(), here)
    page = page_of(signed_in, amara)
    late = f"{second.modules.get().title}: Overdue."
    for words in ("Brackwater Hospitals", "Amara Tarn", "amara@mail.example", "Ward 6", "Nurse", "Night nurse",
                  "20731", "Ask first: Done.", late, f"{hat.starts_on:%-d %B %Y}"):  # fmt: skip
        assert words in page


def test_each_organisation_stands_for_itself_and_where_one_works_comes_first(amara: Any) -> None:
    here, there, before = (
        OrganisationFactory(name=name) for name in ("Zinnia House", "Aster House", "Before")
    )
    MembershipFactory(person=amara, organisation=here, job_title="Night nurse")
    MembershipFactory(person=amara, organisation=there, job_title="Day nurse")
    MembershipFactory(person=amara, organisation=before, left=True)
    RequirementFactory(organisation=here, module__title="Only here")
    places = places_of(Scope.of(amara))
    assert [place.organisation for place in places] == [there, here, before]
    assert [bool(place.more) for place in places] == [False, True, False]
    assert "Night nurse" not in str(places[0].staff_list)
    assert places[2].left_on == timezone.localdate() - datetime.timedelta(days=1)
    assert not places[2].here


def test_of_where_one_left_the_page_says_so_and_shows_nothing(signed_in: Any, amara: Any) -> None:
    MembershipFactory(person=amara, left=True, job_title="Night nurse")
    page = page_of(signed_in, amara)
    assert "You left on" in page
    assert "Night nurse" not in page


def test_who_comes_back_is_there_again(amara: Any) -> None:
    hat = MembershipFactory(person=amara, left=True)
    MembershipFactory(person=amara, organisation=hat.organisation, new_starter=True)
    (place,) = places_of(Scope.of(amara))
    assert place.here
    assert place.left_on is None


def test_answers_reflections_and_confidence_are_not_among_it(
    signed_in: Any, settings: Any, tmp_path: Any
) -> None:
    settings.MEDIA_ROOT = tmp_path
    page = page_of(signed_in, somebody())
    assert OWN not in page
    assert "Completely" not in page


def test_without_memberships_it_says_that_nobody_sees_them(signed_in: Any) -> None:
    for person in (PersonFactory(), PersonFactory(administrator=True)):
        assert "No organisation sees you here" in page_of(signed_in, person)


def test_it_says_for_how_many_years_names_are_kept(signed_in: Any, settings: Any) -> None:
    settings.RETENTION_YEARS = 6
    assert "6 years after your last day" in page_of(signed_in, PersonFactory())


def test_a_request_that_waits_is_shown(signed_in: Any, amara: Any) -> None:
    ErasureRequestFactory(person=amara)
    assert "See your request" in page_of(signed_in, amara)


def test_every_page_leads_there_for_those_who_are_signed_in(signed_in: Any, client: Any, amara: Any) -> None:
    address = reverse("privacy:my_data")
    assert address not in client.get(reverse("verify")).text
    for page in ("/", reverse("home:my_learning"), reverse("verify")):
        assert address in signed_in(amara).get(page).text


def test_it_costs_the_same_however_often_somebody_looked(
    signed_in: Any, amara: Any, django_assert_max_num_queries: Any
) -> None:
    for _ in range(3):
        RequirementFactory(organisation=MembershipFactory(person=amara).organisation)
    client = signed_in(amara)
    with django_assert_max_num_queries(40):
        client.get(reverse("privacy:my_data"))
