"""What somebody made of a module: written, changed and taken along by them alone; no words are lost."""

import csv
import io
from typing import Any

import pytest
from django.urls import reverse

from learners.records.models import Completion
from learners.reflection.models import Reflection
from tests.factories import MembershipFactory, ModuleFactory, PersonFactory, finish_attempt

pytestmark = pytest.mark.django_db


@pytest.fixture
def nurse(signed_in: Any) -> Any:
    member = MembershipFactory()
    signed_in(member.person)
    return member


@pytest.fixture
def where(nurse: Any) -> str:
    finish_attempt(nurse.person, ModuleFactory(), nurse.organisation)
    return reverse("reflection:reflect", args=[Completion.objects.get().uuid])


def words() -> tuple[str, str]:
    return Reflection.objects.values_list("text", "note").get()


def version() -> str:
    return Reflection.objects.get().version


def test_it_is_kept_shown_and_can_be_changed(where: str, client: Any) -> None:
    page = client.post(where, {"text": "I learned to look.", "note": "Team talk", "seen": ""}, follow=True)
    assert "Only you can read it." in page.text
    for text in ("I learned to look.", "Team talk"):
        assert text in page.text
        assert text in client.get(where).text
    client.post(where, {"text": "I look.", "note": "", "seen": version()})
    assert words() == ("I look.", "")


def test_a_double_click_keeps_it_once(where: str, client: Any) -> None:
    for _ in range(2):
        page = client.post(where, {"text": "I look.", "note": "", "seen": ""})
        assert page.url == reverse("reflection:cpd")
    assert words() == ("I look.", "")


def test_another_tab_does_not_write_over_what_it_has_not_seen(where: str, client: Any) -> None:
    client.post(where, {"text": "From the ward", "note": "Kept note", "seen": ""})
    old_tab = {"text": "From home", "note": "", "seen": ""}
    page = client.post(where, old_tab).text
    for text in ("You wrote something else meanwhile", "From the ward", "Kept note", "From home"):
        assert text in page
    assert words() == ("From the ward", "Kept note")
    assert f'name="seen" value="{version()}"'.replace("+", "&#43;") in page.replace("+", "&#43;")
    client.post(where, old_tab | {"seen": version()})
    assert words() == ("From home", "")


@pytest.mark.parametrize(
    ("data", "says"),
    [
        ({"text": "x" * 5001, "note": "n"}, "Write 5000 characters or fewer"),
        ({"text": "t", "note": "y" * 2001}, "Write 2000 characters or fewer"),
    ],
)
def test_too_much_is_told_and_nothing_is_lost(where: str, client: Any, data: Any, says: str) -> None:
    page = client.post(where, data).text
    assert says in page
    assert data["text"] in page
    assert data["note"] in page
    assert not Reflection.objects.exists()


def test_line_breaks_count_once_and_stay(where: str, client: Any) -> None:
    client.post(where, {"text": "x" * 2499 + "\r\n\r\n" + "y" * 2499, "note": ""})
    assert len(words()[0]) == 5000


def test_markup_is_shown_as_it_was_typed(where: str, client: Any) -> None:
    page = client.post(where, {"text": "<b>bold</b>", "note": ""}, follow=True).text
    assert "&lt;b&gt;bold&lt;/b&gt;" in page


def test_no_spreadsheet_takes_it_for_a_formula(where: str, client: Any) -> None:
    client.post(where, {"text": "=1+1", "note": "@SUM(A1)"})
    lines = b"".join(client.get(reverse("reflection:cpd_csv")).streaming_content).decode("utf-8-sig")
    row = next(csv.DictReader(io.StringIO(lines)))
    assert (row["Reflection"], row["Notes"]) == ("'=1+1", "'@SUM(A1)")
    assert row["Learning outcomes"] == "Name three moments to look"
    assert row["Evidence"] == str(Completion.objects.get().certificate)


@pytest.mark.parametrize("year", ["1999", "abcd", "20245", "²²²²", "0000", ""])
def test_any_year_gets_an_answer(where: str, client: Any, year: str) -> None:
    for name in ("cpd", "cpd_csv", "cpd_pdf"):
        assert client.get(reverse(f"reflection:{name}"), {"year": year}).status_code == 200


def test_somebody_elses_is_not_found(where: str, signed_in: Any) -> None:
    stranger = signed_in(PersonFactory())
    assert stranger.get(where).status_code == 404
    assert stranger.post(where, {"text": "Mine"}).status_code == 404
    assert not Reflection.objects.exists()
