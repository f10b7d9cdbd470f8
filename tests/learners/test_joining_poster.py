"""A poster says on one page how to join, on the screen and on paper."""

import re
from typing import Any

import pytest
from django.urls import reverse

from learners.joining.poster import poster_of, poster_pdf
from learners.joining.qr import qr_code
from tests.factories import AppointmentFactory, OrganisationFactory, TeamFactory
from tests.factories.joining import JoinCodeFactory
from tests.fakes.pdf_text import text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def code(settings: Any) -> Any:
    settings.WAGTAILADMIN_BASE_URL = "https://learn.example.org"
    home = OrganisationFactory(name="Willow House")
    return JoinCodeFactory(organisation=home, team=TeamFactory(organisation=home, name="Nights"))


@pytest.fixture
def client(code: Any, signed_in: Any) -> Any:
    return signed_in(AppointmentFactory(capacity="administrator", organisation=code.organisation).person)


def at(name: str, code: Any) -> str:
    return reverse(f"joining:{name}", args=[code.organisation.uuid, code.uuid])


def words_on(paper: bytes) -> str:
    return " ".join(text_of(paper).split())


def pages_of(paper: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", paper))


def test_the_screen_and_the_paper_say_the_same(client: Any, code: Any) -> None:
    page = client.get(at("poster", code)).content.decode()
    response = client.get(at("poster_pdf", code))
    paper = words_on(response.content)
    for words in ("Join Willow House", "Nights", code.shown, "learn.example.org/join", "private one is fine"):
        assert words in page
        assert words in paper
    assert f"join-code-{code.shown}.pdf" in response["Content-Disposition"]
    assert pages_of(response.content) == 1


def test_the_square_leads_to_this_code_at_the_public_address(client: Any, code: Any) -> None:
    link = f"https://learn.example.org/join/{code.shown}/"
    assert poster_of(code).link == link
    page = client.get(at("poster", code)).content.decode()
    assert qr_code(link).path in page
    assert f"QR code that leads to {link}" in page


def test_a_policy_without_inline_styles_lets_the_square_through(client: Any, code: Any) -> None:
    response = client.get(at("poster", code))
    svg = re.search(r"<svg class=\"app-poster__qr\".*?</svg>", response.content.decode(), re.DOTALL)[0]
    assert "style" not in svg
    assert "unsafe-inline" not in response["Content-Security-Policy"]


def test_the_longest_name_stays_on_one_page(code: Any) -> None:
    code.organisation.name = "Brackwater and Long Fenland Partnership " * 3 + "of Care and Support Homes"
    code.team.name = "The team of everybody who works at night and at weekends in all of our seven houses"
    paper = poster_pdf(code)
    assert pages_of(paper) == 1
    assert code.shown in words_on(paper)
    assert "works until" in words_on(paper)


def test_what_people_typed_is_shown_and_not_read_as_typst(code: Any) -> None:
    code.organisation.name = 'Willow #panic("x") $ * _ [House] 🐑'
    assert 'Join Willow #panic("x") $ * _ [House]' in words_on(poster_pdf(code))


@pytest.mark.parametrize("state", ["expired", "revoked"])
def test_a_code_that_does_not_work_has_no_poster(client: Any, code: Any, state: str) -> None:
    dead = JoinCodeFactory(organisation=code.organisation, **{state: True})
    for name in ("poster", "poster_pdf"):
        assert client.get(at(name, dead)).url == at("code", dead)
