"""What somebody typed and could not send is held for them alone, and nobody else meets it."""

import datetime
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from learners.attempts.models import Response
from learners.organisations.models import HeldWords
from learners.organisations.sessions.actions import LONGEST, MOST_PAGES, hold_words
from learners.records.models import Completion
from learners.reflection.models import Reflection
from tests.factories import MembershipFactory, ModuleFactory, PersonFactory, finish_attempt, start_attempt
from tests.factories.films import film
from tests.factories.modules import block_id, section
from tests.factories.people import PASSWORD
from tests.factories.questions import short_reason_question
from tests.factories.sign_ins import pass_on_the_server

pytestmark = pytest.mark.django_db

TYPED = "I will look before I ring.\n\nAnd ask."


@pytest.fixture
def nurse() -> Any:
    return MembershipFactory().person


@pytest.fixture
def where(nurse: Any) -> str:
    """The page where they write about something that they finished."""
    finish_attempt(nurse, ModuleFactory())
    return reverse("reflection:reflect", args=[Completion.objects.get().uuid])


def send(client: Client, page: str, words: dict[str, str], to: str = "") -> Any:
    """Send a form, as a browser does: it says from which page."""
    return client.post(to or page, words, headers={"Referer": f"http://testserver{page}"})


def type_on(client: Client, page: str, words: dict[str, str]) -> Any:
    """Type, with a script that tells the server."""
    return send(client, page, words, to=reverse("sessions:stay"))


def back_in(person: Any) -> Client:
    """The person at another computer."""
    client = Client()
    client.force_login(person)
    return client


def shows(client: Client, page: str) -> bool:
    """Whether a page gives back what was typed."""
    return "I will look before I ring." in client.get(page).content.decode()


def test_what_was_sent_too_late_is_held_and_given_back(signed_in: Any, nurse: Any, where: str) -> None:
    client = signed_in(nurse)
    pass_on_the_server(20)
    address = send(client, where, {"text": TYPED, "note": "", "seen": ""}).url
    told = client.get(address).content.decode()
    assert "It is kept for you alone" in told
    assert "I will look" not in told
    assert not Reflection.objects.exists()
    form = {
        "login": nurse.email,
        "password": PASSWORD,
        "next": client.get(address).context["redirect_field_value"],
    }
    page = client.post(reverse("account_login"), form, follow=True)
    assert page.redirect_chain[-1][0] == where
    assert f'data-field="text">\n{TYPED.replace(chr(13), "")}</pre>' in page.content.decode()


def test_the_next_person_there_gets_nothing_of_it(signed_in: Any, nurse: Any, where: str) -> None:
    client = signed_in(nurse)
    pass_on_the_server(20)
    address = send(client, where, {"text": TYPED, "note": "", "seen": ""}).url
    other = PersonFactory()
    form = {
        "login": other.email,
        "password": PASSWORD,
        "next": client.get(address).context["redirect_field_value"],
    }
    page = client.post(reverse("account_login"), form, follow=True)
    assert "I will look" not in page.content.decode()
    assert not shows(client, where)
    assert not shows(client, "/learning/")


def test_it_is_held_while_it_is_typed(signed_in: Any, nurse: Any, where: str) -> None:
    type_on(signed_in(nurse), where, {"text": TYPED})
    assert shows(back_in(nurse), where)
    assert not shows(back_in(nurse), "/learning/cpd/")
    assert not shows(back_in(PersonFactory()), where)


def test_once_it_is_sent_it_is_held_no_more(signed_in: Any, nurse: Any, where: str) -> None:
    client = signed_in(nurse)
    type_on(client, where, {"text": TYPED})
    send(client, where, {"text": TYPED, "note": "", "seen": ""})
    assert Reflection.objects.get().text == TYPED
    assert not HeldWords.objects.exists()
    assert client.session["held_words"] == []


def test_what_is_refused_is_held_on(signed_in: Any, nurse: Any, where: str) -> None:
    client = signed_in(nurse)
    type_on(client, where, {"text": TYPED})
    assert send(client, where, {"text": "x" * 5001, "note": "", "seen": ""}).status_code == 200
    assert HeldWords.objects.get().words == {"text": TYPED}


def test_a_box_that_is_emptied_is_let_go(signed_in: Any, nurse: Any, where: str) -> None:
    client = signed_in(nurse)
    type_on(client, where, {"text": TYPED, "note": "x"})
    type_on(client, where, {"note": ""})
    assert HeldWords.objects.get().words == {"text": TYPED}
    type_on(client, where, {"text": " "})
    assert not HeldWords.objects.exists()


def test_it_can_be_thrown_away(signed_in: Any, nurse: Any, where: str) -> None:
    client = signed_in(nurse)
    type_on(client, where, {"text": TYPED})
    assert client.post(reverse("sessions:let_go"), {"page": where}).url == where
    assert not HeldWords.objects.exists()


def test_nobody_throws_away_what_is_another_persons(signed_in: Any, nurse: Any, where: str) -> None:
    type_on(signed_in(nurse), where, {"text": TYPED})
    back_in(PersonFactory()).post(reverse("sessions:let_go"), {"page": where})
    assert HeldWords.objects.exists()


def test_of_two_reasons_in_a_section_only_the_one_that_was_sent_is_let_go(signed_in: Any, nurse: Any) -> None:
    module = ModuleFactory(sections=[section("S", short_reason_question("a"), short_reason_question("b"))])
    attempt, client = start_attempt(nurse, module), signed_in(nurse)
    page = reverse("attempts:section", args=[attempt.pk, 1])
    first, second = (f"{each.id}-text" for each in attempt.edition.outline.sections[0].questions)
    type_on(client, page, {first: TYPED, second: "Not yet."})
    to = reverse("attempts:answer", args=[attempt.pk, 1, first.removesuffix("-text")])
    send(client, page, {first: TYPED}, to=to)
    assert Response.objects.count() == 1
    assert HeldWords.objects.get().words == {second: "Not yet."}


@pytest.mark.parametrize("page", ["/cms/pages/3/edit/", "/managing/", f"/learning/{'x' * 300}/"])
def test_of_other_pages_nothing_is_held(signed_in: Any, nurse: Any, page: str) -> None:
    type_on(signed_in(nurse), page, {"text": TYPED})
    assert not HeldWords.objects.exists()


def test_nothing_but_own_words_is_held(signed_in: Any, nurse: Any, where: str) -> None:
    type_on(signed_in(nurse), where, {"password": "secret", "csrfmiddlewaretoken": "key", "text": TYPED})
    assert HeldWords.objects.get().words == {"text": TYPED}


def test_a_page_of_another_site_can_bring_no_words(nurse: Any, where: str) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(nurse)
    pass_on_the_server(20)
    assert send(client, where, {"text": "Forged"}).status_code == 403
    assert not HeldWords.objects.exists()


def test_it_has_an_end_in_length_number_and_time(nurse: Any, client: Client) -> None:
    hold_words(person_id=nurse.pk, page="/learning/long/", words={"text": "x" * (LONGEST + 1)})
    assert not HeldWords.objects.exists()
    for number in range(MOST_PAGES + 2):
        hold_words(person_id=nurse.pk, page=f"/learning/{number}/", words={"text": TYPED})
    assert HeldWords.objects.count() == MOST_PAGES
    assert not HeldWords.objects.filter(page="/learning/0/").exists()
    with time_machine.travel(datetime.datetime.now(datetime.UTC) + datetime.timedelta(days=8)):
        client.force_login(PersonFactory())
    assert not HeldWords.objects.exists()


def test_a_film_that_plays_keeps_nobody_signed_in(
    signed_in: Any, nurse: Any, settings: Any, tmp_path: Any
) -> None:
    settings.MEDIA_ROOT = tmp_path
    attempt = start_attempt(nurse, ModuleFactory(sections=[section("Watch", film("film"))]))
    client, url = signed_in(nurse), reverse("attempts:film_position", args=[attempt.pk, block_id("film")])
    pass_on_the_server(10)
    assert client.post(url, {"seconds": "2"}).status_code == 204
    pass_on_the_server(5)
    assert client.post(url, {"seconds": "3"}).status_code == 302
    assert client.get("/learning/").status_code == 302
