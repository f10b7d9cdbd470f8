"""Who may come in, decided without a database; and what of the claims counts."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learners.single_sign_on.admission import Admission, Facts, Known, Way, admit
from learners.single_sign_on.domains import domains_in, is_within, not_domains
from learners.single_sign_on.failures import NotSignedIn, Reason
from learners.single_sign_on.identity import Identity, Mapped, identity_from, with_userinfo

people = st.builds(
    Known,
    id=st.integers(1, 3),
    on_roster=st.booleans(),
    was_here=st.booleans(),
    closed=st.booleans(),
    in_use=st.booleans(),
    linked_to_issuer=st.booleans(),
)
facts = st.builds(
    Facts,
    linked=st.none() | people,
    by_email=st.none() | people,
    by_number=st.lists(people.filter(lambda known: known.on_roster), max_size=2).map(tuple),
    unverified=st.booleans(),
    may_join=st.booleans(),
)


def answer(known: Facts) -> Admission | Reason:
    try:
        return admit(known)
    except NotSignedIn as why:
        return why.reason


def about(known: Facts, admission: Admission) -> Known | None:
    everybody = [known.linked, *known.by_number, known.by_email]
    return next((one for one in everybody if one and one.id == admission.person), None)


@given(facts)
def test_only_a_link_signs_in_without_a_question(known: Facts) -> None:
    admission = answer(known)
    if isinstance(admission, Admission) and admission.way == Way.SIGN_IN:
        assert known.linked
        assert admission.person == known.linked.id


@given(facts)
def test_nobody_whose_account_is_closed_comes_in(known: Facts) -> None:
    admission = answer(known)
    if isinstance(admission, Admission) and (person := about(known, admission)):
        assert not person.closed


@given(facts)
def test_whoever_comes_in_is_on_the_staff_list_or_may_join(known: Facts) -> None:
    admission = answer(known)
    if isinstance(admission, Admission):
        person = about(known, admission)
        assert (person and person.on_roster) or (admission.joins and known.may_join)


@given(facts)
def test_an_account_in_use_is_never_linked_without_proof(known: Facts) -> None:
    admission = answer(known)
    if isinstance(admission, Admission) and admission.way == Way.CONFIRM:
        person = about(known, admission)
        assert person
        assert not person.in_use
        assert not person.linked_to_issuer


@given(facts)
def test_a_person_is_made_only_where_nobody_has_that_address(known: Facts) -> None:
    admission = answer(known)
    if isinstance(admission, Admission) and admission.way == Way.MAKE:
        assert (known.linked, known.by_email, known.by_number) == (None, None, ())


def identity(mapped: Mapped | None = None, **claims: Any) -> Identity:
    return identity_from({"sub": "a", **claims}, issuer="https://p.example", mapped=mapped or Mapped())


TRUSTS = Mapped(trusted_domains=("p.example",))


@pytest.mark.parametrize(
    ("claims", "email"),
    [
        ({"email": "A@P.example", "email_verified": True}, "a@p.example"),
        ({"email": "a@p.example"}, ""),
        ({"email": "a@p.example", "email_verified": False}, ""),
        ({"email": "a@p.example", "email_verified": "true"}, ""),
        ({"email": "a@p.example", "email_verified": 1}, ""),
        ({"email": ["a@p.example"], "email_verified": True}, ""),
        ({"email": "a@p.example\nb@p.example", "email_verified": True}, ""),
        ({"email": "no address", "email_verified": True}, ""),
        ({"email_verified": True}, ""),
    ],
)
def test_an_address_counts_once_the_provider_has_verified_it(claims: Any, email: str) -> None:
    assert identity(**claims).email == email


@pytest.mark.parametrize(
    ("claims", "email"),
    [
        ({"email": "a@p.example"}, "a@p.example"),
        ({"email": "a@other.example"}, ""),
        ({"email": "a@sub.p.example"}, ""),
        ({"email": "a@p.example", "email_verified": False}, ""),
        ({"email": "a@p.example", "email_verified": "false"}, ""),
    ],
)
def test_a_trusted_providers_addresses_count_within_its_domains(claims: Any, email: str) -> None:
    assert identity(TRUSTS, **claims).email == email


def test_that_one_claim_is_verified_says_nothing_of_another() -> None:
    mapped = Mapped(email_claim="upn")
    said = {"upn": "boss@p.example", "email": "a@p.example", "email_verified": True}
    assert identity(mapped, **said) == identity(mapped, upn="boss@p.example")
    assert identity(mapped, **said | {"upn": "a@p.example"}).email == "a@p.example"


@pytest.mark.parametrize(
    ("said", "number"), [("00123", "00123"), (123, "123"), (True, ""), (None, ""), ("x" * 31, ""), ([1], "")]
)
def test_an_employee_number_is_taken_as_it_is_written(said: Any, number: str) -> None:
    assert identity(Mapped(number_claim="number"), number=said).number == number
    assert identity(number=said).number == "", "No claim is mapped."


def test_address_and_verification_come_from_one_place() -> None:
    token: dict[str, Any] = {"sub": "a", "email": "a@p.example"}
    userinfo = {"email": "b@p.example", "email_verified": True}
    assert with_userinfo(token, userinfo)["email"] == "b@p.example"
    token["email_verified"] = False
    assert with_userinfo(token, userinfo) == token
    assert "email_verified" not in with_userinfo({"email": "a@p.example"}, {"email_verified": True})


def test_domains_are_read_as_people_type_them() -> None:
    assert domains_in(" @Brackwater.example \n\nbrackwater.example\nMoorside.example") == [
        "brackwater.example",
        "moorside.example",
    ]
    assert not_domains("brackwater.example\nhttps://x.example\nlocalhost\n-a.example") == [
        "https://x.example",
        "localhost",
        "-a.example",
    ]
    assert is_within("a@BRACKWATER.example", ["brackwater.example"])
    assert not is_within("a@brackwater.example.evil.example", ["brackwater.example"])
