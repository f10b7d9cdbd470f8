"""The page of a survey says nothing to anybody: no cookie, no session, no address in a log or in another request."""

import logging
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.views.debug import ExceptionReporter

from learners.surveys.hushing import ACCESS, OTHERS, hush
from learners.surveys.views import answering
from tests.factories import MembershipFactory, NetworkMembershipFactory
from tests.factories.surveys import link_to, open_survey, points, waiting_in

LINK = "/survey/BzL2n9-secret_A/"


@pytest.fixture
def nurse(db: Any) -> Any:
    return MembershipFactory(organisation=NetworkMembershipFactory().organisation)


@pytest.fixture
def wave(nurse: Any) -> Any:
    return open_survey(nurse.organisation.networks.get())


@pytest.fixture
def url(wave: Any, nurse: Any) -> str:
    return reverse("surveys:ask", args=[link_to(wave, nurse.person)])


def test_no_picture_or_style_sheet_is_asked_for_with_its_address(client: Any, wave: Any, url: str) -> None:
    pages = [client.get(url), client.post(url, points(wave)), client.get(url), client.get("/survey/nothing/")]
    assert [page.status_code for page in pages] == [200, 302, 200, 404]
    for page in pages:
        assert page["Referrer-Policy"] == "no-referrer"
        assert "no-store" in page["Cache-Control"]
        assert page["X-Robots-Tag"] == "noindex"


def test_whoever_is_signed_in_is_nobody_there_and_no_script_tells_of_them(
    signed_in: Any, nurse: Any, url: str
) -> None:
    client = signed_in(nurse.person)
    assert 'data-module="time-out"' in client.get(reverse("home:my_learning")).text
    before = dict(client.session)
    page = client.get(url).text
    for theirs in (
        "time-out",
        "sessions",
        "csrfmiddlewaretoken",
        str(nurse.person),
        "Your account",
    ):
        assert theirs not in page, theirs
    assert dict(client.session) == before


@pytest.mark.parametrize("answered", [False, True])
def test_a_browser_without_cookies_can_answer_and_gets_none(wave: Any, url: str, answered: bool) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.get(url)
    page = strict.post(url, points(wave) if answered else {}, headers={"Origin": "null"})
    assert page.status_code == (302 if answered else 200)
    assert not strict.cookies
    assert len(waiting_in(wave)) == answered


class Told(logging.Handler):
    """What is written."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


def written(name: str, message: str, *args: Any) -> list[str]:
    """What a logger writes of this."""
    logger, told, level = logging.getLogger(name), Told(), logging.getLogger(name).level
    logger.addHandler(told)
    logger.setLevel(logging.INFO)
    try:
        logger.info(message, *args)
    finally:
        logger.removeHandler(told)
        logger.setLevel(level)
    return told.lines


GUNICORN = '%(h)s %(l)s %(u)s %(t)s "%(r)s" %(s)s %(b)s "%(f)s" "%(a)s"'


def atoms(line: str, referer: str = "-") -> dict[str, str]:
    """What gunicorn knows of a request, as its access log names it."""
    return dict(
        zip("hlutrsbfa", ["10.0.0.7", "-", "-", "now", line, "200", "9", referer, "Edge"], strict=True)
    )


@pytest.mark.parametrize("times", [1, 2])
def test_access_logs_have_no_line_of_it(times: int) -> None:
    for _ in range(times):
        hush()
    assert written("gunicorn.access", GUNICORN, atoms(f"GET {LINK} HTTP/1.1")) == []
    assert (
        written("gunicorn.access", GUNICORN, atoms("GET /static/a.css HTTP/1.1", f"https://here{LINK}")) == []
    )
    assert len(written("gunicorn.access", GUNICORN, atoms("GET /managing/x/surveys/ HTTP/1.1"))) == 1
    assert written("django.server", '"%s" %s %s', f"POST {LINK} HTTP/1.1", "302", "0") == []
    assert set(ACCESS) & set(OTHERS) == set()


@pytest.mark.parametrize("name", OTHERS)
def test_other_logs_have_what_went_wrong_without_the_link(name: str) -> None:
    assert written(name, "Internal Server Error: %s", LINK) == ["Internal Server Error: /survey/…/"]
    assert written(name, "Error handling request %s", "/learning/") == ["Error handling request /learning/"]


def test_a_link_that_is_none_is_not_written_down_either(client: Any, db: Any, caplog: Any) -> None:
    with caplog.at_level(logging.DEBUG):
        client.get(LINK)
    assert "Not Found: /survey/…/" in caplog.text
    assert "secret_A" not in caplog.text


def test_an_error_report_has_no_answer(wave: Any, url: str, monkeypatch: Any, rf: Any) -> None:
    def breaks(**given: Any) -> None:
        raise RuntimeError

    monkeypatch.setattr(answering, "answer", breaks)
    request = rf.post(url, points(wave) | {"words": "Sister Quillfeather forbids it"})
    try:
        answering.ask(request, url.split("/")[2])
    except RuntimeError as problem:
        told = (type(problem), problem, problem.__traceback__)
        report = ExceptionReporter(request, *told).get_traceback_text()
    assert "RuntimeError" in report
    assert "Quillfeather" not in report
