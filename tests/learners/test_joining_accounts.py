"""One person, one account: whoever has one keeps it, and nobody gets hold of another's."""

import uuid
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.contrib.auth import SESSION_KEY
from django.core import mail
from django.test import Client
from django.utils import timezone

from learners.joining.actions import revoke_code
from learners.joining.coming_in import ProofOver, come_in_by_address
from learners.joining.models import Joining
from learners.joining.selectors import Standing, standing_of
from learners.organisations.models import Membership
from learners.people.models import User
from tests.factories import AppointmentFactory, MembershipFactory, OrganisationFactory, PersonFactory
from tests.factories.joining import JoinCodeFactory
from tests.learners.at_the_door import ADA, ADDRESS, at, join, prove, say_who
from tests.learners.test_joining import MY_LEARNING, said

pytestmark = pytest.mark.django_db


@pytest.fixture
def code() -> Any:
    return JoinCodeFactory(organisation=OrganisationFactory(name="Willow House"))


@pytest.fixture
def ada() -> Any:
    return PersonFactory(**ADA, email=ADDRESS)


def on_staff_list(code: Any, number: str = "00417", **who: Any) -> Any:
    """Somebody whom only the employer's number names."""
    person = PersonFactory(**({"email": "", "password": None, **ADA} | who))
    return MembershipFactory(person=person, organisation=code.organisation, employee_number=number)


def test_before_the_digits_nothing_tells_whether_an_address_has_an_account(ada: Any, code: Any) -> None:
    seen = []
    for email in (ADDRESS, "new@example.org"):
        client = Client()
        posted = client.post(at("address", code), {"email": email})
        page = client.get(posted.url).content.decode().replace(email, "…")
        token = client.get(posted.url).context["csrf_token"]
        seen.append(
            (posted.status_code, posted.url, len(page.replace(str(token), "")), mail.outbox[-1].subject)
        )
    assert seen[0] == seen[1]
    first, second = (message.body.splitlines() for message in mail.outbox)
    assert [line for line in first if line not in second] == [first[4]]  # the digits


def test_an_address_with_an_account_joins_with_that_account(client: Any, ada: Any, code: Any) -> None:
    prove(client, code)
    page = client.get(at("about_you", code)).content.decode()
    assert "has an account here" in page
    assert "First name" not in page
    assert say_who(client, code, first_name="Mallory").url == MY_LEARNING
    assert client.session[SESSION_KEY] == str(ada.pk)
    ada.refresh_from_db()
    assert ada.first_name == "Ada"
    assert ada.memberships.get().joining.code == code
    assert User.objects.filter(email__iexact=ADDRESS).count() == 1


def test_another_address_that_somebody_has_proven_is_theirs(client: Any, code: Any) -> None:
    member = PersonFactory(email="ada@work.example.org")
    EmailAddress.objects.create(user=member, email=ADDRESS, verified=True)
    join(client, code)
    assert client.session[SESSION_KEY] == str(member.pk)


def test_another_address_that_somebody_only_claims_is_not_theirs(client: Any, code: Any) -> None:
    claims = PersonFactory(email="mallory@example.org")
    EmailAddress.objects.create(user=claims, email=ADDRESS, verified=False)
    join(client, code)
    assert client.session[SESSION_KEY] == str(User.objects.get(email=ADDRESS).pk) != str(claims.pk)


def test_a_second_step_is_still_asked_for(client: Any, ada: Any, code: Any) -> None:
    TOTP.activate(ada, generate_totp_secret())
    assert Authenticator.objects.filter(user=ada).exists()
    response = join(client, code)
    assert response.url != MY_LEARNING
    assert SESSION_KEY not in client.session
    assert client.get(MY_LEARNING).status_code == 302


def test_a_retired_account_is_told_whom_to_ask(client: Any, ada: Any, code: Any) -> None:
    ada.is_active = False
    ada.save()
    prove(client, code)
    for response in (client.get(at("about_you", code)), say_who(client, code)):
        page = response.content.decode()
        assert "Ask the person who leads training" in page
        assert "retired" not in page
    assert not Membership.objects.exists()
    assert SESSION_KEY not in client.session


def test_a_member_gets_no_second_membership(client: Any, ada: Any, code: Any) -> None:
    hat = MembershipFactory(person=ada, organisation=code.organisation)
    prove(client, code)
    assert "belongs to Willow House already" in client.get(at("about_you", code)).content.decode()
    response = say_who(client, code)
    assert response.url == MY_LEARNING
    assert "Nothing has changed" in said(response)
    assert ada.memberships.get() == hat
    assert not Joining.objects.exists()  # and the code has not lost a use


def test_whoever_left_comes_back_with_a_new_membership(client: Any, ada: Any, code: Any) -> None:
    MembershipFactory(person=ada, organisation=code.organisation, left=True)
    join(client, code)
    assert ada.memberships.count() == 2
    assert ada.memberships.in_force(on=timezone.localdate()).get().joining.code == code


def test_somebody_signed_in_says_yes(signed_in: Any, ada: Any, code: Any) -> None:
    MembershipFactory(person=ada)
    client = signed_in(ada)
    assert "is added to your account" in client.get(at("welcome", code)).content.decode()
    responses = [client.post(at("welcome", code)) for _ in range(2)]  # a double click
    assert [response.url for response in responses] == [MY_LEARNING] * 2
    assert [str(said(response)).count("You have joined Willow House") for response in responses] == [1, 2]
    assert ada.memberships.filter(organisation=code.organisation).count() == 1
    assert mail.outbox == []


@pytest.mark.parametrize("is_signed_in", [True, False])
def test_a_code_that_is_stopped_between_the_look_and_the_write_adds_nothing(
    client: Any, ada: Any, code: Any, monkeypatch: pytest.MonkeyPatch, is_signed_in: bool
) -> None:
    if is_signed_in:
        client.force_login(ada)
    else:
        prove(client, code)

    def stopped_meanwhile(*args: Any) -> Standing | None:
        found = standing_of(*args)
        revoke_code(code=code, by=code.made_by)
        return found

    monkeypatch.setattr("learners.joining.views.door.standing_of", stopped_meanwhile)
    response = client.post(at("welcome" if is_signed_in else "about_you", code), ADA)
    assert response.status_code == 410
    assert "It was stopped." in response.content.decode()
    assert not ada.memberships.exists()


@pytest.mark.parametrize("last_name", ["Fenwick", "FENWICK", " fen-wick "])
def test_somebody_on_the_staff_list_is_found_by_number_and_last_name(
    client: Any, code: Any, last_name: str
) -> None:
    hat = on_staff_list(code)
    response = join(client, code, employee_number="00417", first_name="Addie", last_name=last_name)
    assert response.url == MY_LEARNING
    hat.person.refresh_from_db()
    assert (hat.person.email, hat.person.first_name) == (ADDRESS, "Ada")
    assert client.session[SESSION_KEY] == str(hat.person.pk)
    assert Membership.objects.get() == hat
    assert hat.joining.was_on_staff_list


def test_somebody_who_left_and_is_on_the_list_is_the_same_person(client: Any, code: Any) -> None:
    hat = on_staff_list(code)
    Membership.objects.update(ends_on=hat.starts_on)
    join(client, code, employee_number="00417")
    assert hat.person.memberships.count() == 2
    assert User.objects.filter(last_name="Fenwick").count() == 1


OPENS_NOTHING = {
    "a name that is spelt otherwise": lambda code: on_staff_list(code, last_name="Fenn"),
    "an address": lambda code: on_staff_list(code, email="other@example.org"),
    "a sign-in before": lambda code: on_staff_list(code, last_login=timezone.now()),
    "a closed account": lambda code: on_staff_list(code, is_active=False),
    "people to manage": lambda code: AppointmentFactory(person=on_staff_list(code).person),
    "the CMS": lambda code: on_staff_list(code, is_staff=True),
    "a group of the CMS": lambda code: on_staff_list(code, groups=["Educators"]),
    "a second holder": lambda code: (on_staff_list(code), on_staff_list(code)),
}


@pytest.mark.parametrize("why", OPENS_NOTHING)
def test_a_number_and_a_name_open_nothing_that_is_in_use(client: Any, code: Any, why: str) -> None:
    OPENS_NOTHING[why](code)
    before = list(User.objects.order_by("pk").values_list("pk", "email", "is_active"))
    response = join(client, code, employee_number="00417")
    page = response.content.decode()
    assert "does not go with this last name, or is in use already" in page
    assert "sign in with that address" in page
    assert "Ada" in page  # what they typed is still there
    assert list(User.objects.order_by("pk").values_list("pk", "email", "is_active")) == before
    assert SESSION_KEY not in client.session
    assert say_who(client, code, employee_number="").url == MY_LEARNING  # and the proof was not used up


def test_a_number_of_another_organisation_means_nothing(client: Any, code: Any) -> None:
    elsewhere = on_staff_list(JoinCodeFactory())
    assert join(client, code, employee_number="00417").url == MY_LEARNING
    elsewhere.person.refresh_from_db()
    assert elsewhere.person.email == ""


def test_numbers_are_not_for_guessing_at(client: Any, code: Any) -> None:
    hat = on_staff_list(code)
    prove(client, code)
    for guess in ("Adams", "Brown", "Clark", "Davies", "Evans"):
        assert (
            "in use already"
            in say_who(client, code, employee_number="00417", last_name=guess).content.decode()
        )
    response = say_who(client, code, employee_number="00417")
    assert "tried too often" in str(response.context["form"].errors["employee_number"])
    hat.person.refresh_from_db()
    assert hat.person.email == ""


def test_two_codes_in_two_tabs_make_one_account(client: Any, code: Any) -> None:
    other = JoinCodeFactory()
    for each in (code, other):
        prove(client, each)
    say_who(client, code)
    assert client.get(at("about_you", other)).url == at("welcome", other)
    assert client.post(at("welcome", other)).url == MY_LEARNING
    assert User.objects.get(email=ADDRESS).memberships.count() == 2


def test_a_proof_that_there_is_not_brings_nobody_in(code: Any) -> None:
    with pytest.raises(ProofOver):
        come_in_by_address(code=code, proof=uuid.uuid4(), email=ADDRESS, **ADA)
    assert not User.objects.filter(email=ADDRESS).exists()
