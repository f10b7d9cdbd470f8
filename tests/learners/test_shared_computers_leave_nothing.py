"""Whoever is signed out is told why and finds back; whoever comes next finds nothing."""

import re
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.conf import settings as ours
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.factories import MembershipFactory, ModuleFactory, PersonFactory, start_attempt
from tests.factories.people import PASSWORD
from tests.factories.sign_ins import pass_on_the_server

pytestmark = pytest.mark.django_db

ALL = '"cache", "cookies", "storage"'
BY_SCRIPT = {"Sec-Fetch-Dest": "empty"}


@pytest.fixture
def nurse() -> Any:
    return MembershipFactory().person


@pytest.fixture
def away(signed_in: Any, nurse: Any) -> Client:
    """The browser of a nurse who went away 20 minutes ago."""
    client: Client = signed_in(nurse)
    pass_on_the_server(20)
    return client


def query_of(address: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}


def sign_in(client: Client, person: Any, address: str) -> Any:
    """Sign in on the page to which somebody was led, and follow to where that leads."""
    form = {"login": person.email, "password": PASSWORD, "next": query_of(address)["next"]}
    return client.post(reverse("account_login"), form, follow=True)


def words(answer: Any) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


def test_the_next_request_leads_to_sign_in_and_says_why(away: Client) -> None:
    answer = away.get("/learning/cpd/")
    assert urlsplit(answer.url).path == reverse("account_login")
    shown = words(away.get(answer.url))
    assert "You were signed out because this computer was not used for 15 minutes." in shown
    assert "What you had done is saved." in shown


def test_and_from_there_back_to_where_they_were(away: Client, nurse: Any) -> None:
    address = away.get("/learning/cpd/?year=2026").url
    assert sign_in(away, nurse, address).redirect_chain[-1][0] == "/learning/cpd/?year=2026"


def test_somebody_else_who_signs_in_there_begins_at_the_start(away: Client) -> None:
    address = away.get("/learning/cpd/").url
    assert sign_in(away, PersonFactory(), address).redirect_chain[-1][0] == "/"


@pytest.mark.parametrize("to", ["https://elsewhere.example/", "//elsewhere.example", "javascript:alert(1)"])
def test_nobody_is_led_away_from_the_site(signed_in: Any, nurse: Any, away: Client, to: str) -> None:
    tag = query_of(query_of(away.get("/learning/").url)["next"])["for"]
    client = signed_in(nurse)
    assert client.get(reverse("sessions:back", query={"to": to, "for": tag})).url == "/"


@pytest.mark.parametrize(
    "forged", ["ended=<b>x</b>", "ended=idle&minutes=<b>9</b>", "ended=idle&minutes=9999999"]
)
def test_an_address_brings_no_words_of_its_own(client: Client, forged: str) -> None:
    page = client.get(f"{reverse('account_login')}?{forged}").content.decode()
    assert "<b>" not in page
    assert "9999999" not in page


def test_a_page_for_everybody_is_shown_again_as_for_anybody(away: Client) -> None:
    answer = away.get("/search/?q=falls")
    assert urlsplit(answer.url).path == "/search/"
    assert query_of(answer.url) == {"q": "falls", "ended": "idle", "minutes": "15"}
    assert "not used for 15 minutes" in words(away.get(answer.url))


def test_signed_out_by_time_nothing_stays_in_the_browser(away: Client) -> None:
    answer = away.get("/learning/")
    assert answer["Clear-Site-Data"] == ALL
    assert "no-store" in answer["Cache-Control"]
    assert not answer.cookies[ours.SESSION_COOKIE_NAME].value


def test_signed_out_by_hand_nothing_stays_either(signed_in: Any, nurse: Any) -> None:
    client = signed_in(nurse)
    answer = client.post(reverse("account_logout"))
    assert answer["Clear-Site-Data"] == ALL
    assert "no-store" in answer["Cache-Control"]
    assert "You have signed out." in words(client.get(answer.url))


def test_signed_out_of_the_cms_nothing_stays_either(signed_in: Any) -> None:
    client = signed_in(PersonFactory(administrator=True))
    assert client.post(reverse("wagtailadmin_logout"))["Clear-Site-Data"] == ALL


def test_the_key_of_forms_is_another_one_then(nurse: Any) -> None:
    client = Client()
    client.force_login(nurse)
    before = client.get("/learning/").cookies[ours.CSRF_COOKIE_NAME].value
    after = client.post(reverse("account_logout")).cookies[ours.CSRF_COOKIE_NAME].value
    assert after not in ("", before)


def test_somebody_who_signs_in_over_an_idle_sign_in_keeps_their_cookies(away: Client) -> None:
    other = PersonFactory()
    answer = away.post(reverse("account_login"), {"login": other.email, "password": PASSWORD})
    assert "Clear-Site-Data" not in answer
    assert away.get("/learning/").context["user"] == other


def test_a_wrong_password_over_an_idle_sign_in_leaves_the_key_of_the_form(away: Client) -> None:
    answer = away.post(reverse("account_login"), {"login": "a@example.org", "password": "no"})
    assert answer.status_code == 200
    assert answer["Clear-Site-Data"] == '"cache", "storage"'


def test_an_operator_may_leave_out_what_reaches_other_sites(away: Client, settings: Any) -> None:
    settings.CLEARED_AT_SIGN_OUT = ["cache", "storage"]
    assert away.get("/learning/")["Clear-Site-Data"] == '"cache", "storage"'


def test_a_script_is_refused_and_told_where_to_go(away: Client) -> None:
    headers = BY_SCRIPT | {"Referer": "http://testserver/learning/cpd/"}
    answer = away.get(reverse("sessions:time_left"), headers=headers)
    assert answer.status_code == 401
    assert answer["Clear-Site-Data"] == ALL
    assert query_of(query_of(answer["X-See-Other"])["next"])["to"] == "/learning/cpd/"


def test_a_tab_of_somebody_who_signed_out_in_another_is_told_so(client: Client) -> None:
    answer = client.post(reverse("sessions:stay"), headers=BY_SCRIPT)
    assert answer.status_code == 401
    assert "in another tab" in words(client.get(answer["X-See-Other"]))


def test_a_form_sent_by_script_too_late_leads_to_sign_in(away: Client, nurse: Any) -> None:
    attempt = start_attempt(nurse, ModuleFactory())
    headers = {"X-Sent-By": "answer-form"} | BY_SCRIPT
    answer = away.post(reverse("attempts:section", args=[attempt.pk, 1]), headers=headers)
    assert answer.status_code == 204
    assert query_of(answer["X-See-Other"])["ended"] == "idle"


def test_it_asks_the_database_nothing_more(signed_in: Any, nurse: Any, settings: Any) -> None:
    signed_in(nurse).get("/learning/")  # what is asked once is asked by now
    with_it = queries_of(nurse)
    settings.MIDDLEWARE = [name for name in settings.MIDDLEWARE if "SharedComputer" not in name]
    assert with_it == queries_of(nurse)


def test_a_session_is_written_at_most_once_a_minute(signed_in: Any, nurse: Any) -> None:
    client = signed_in(nurse)
    assert [written_by(client) for _ in range(3)] == [0, 0, 0]
    pass_on_the_server(2)
    assert [written_by(client) for _ in range(3)] == [1, 0, 0]


def test_nothing_is_written_for_passers_by(client: Client) -> None:
    assert written_by(client, "/search/") == 0
    assert ours.SESSION_COOKIE_NAME not in client.cookies


def queries_of(person: Any) -> int:
    """How many queries a page costs somebody who has just signed in."""
    client = Client()
    client.force_login(person)
    with CaptureQueriesContext(connection) as queries:
        client.get("/learning/")
    return len(queries)


def written_by(client: Client, address: str = "/learning/") -> int:
    """How often a request writes a session."""
    with CaptureQueriesContext(connection) as queries:
        client.get(address)
    writes = [query["sql"] for query in queries if re.match("(UPDATE|INSERT)", query["sql"])]
    return len([sql for sql in writes if "django_session" in sql])
