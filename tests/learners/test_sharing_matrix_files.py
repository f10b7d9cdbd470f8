"""All lines from a file: seen first, applied once, taken back while nobody has gone on from there."""

import datetime
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from learners.sharing.actions.visibility_files import apply_file
from learners.sharing.matrix_csv import LONGEST_SOURCE
from learners.sharing.models import Visibility, VisibilityFile
from tests.factories import AppointmentFactory
from tests.factories.organisations import days_ago
from tests.factories.sharing import information, switched_on
from tests.factories.visibility import visibility_file

pytestmark = pytest.mark.django_db

ALLERGIES = "Allergies and reactions,,live,GP record,{first},,{checked}"
LETTERS = "letters,Doctor,from time to time,Clinic letters,{first},,{checked}"


def written(row: str, *, first: datetime.date | None = None, checked: datetime.date | None = None) -> str:
    """A row with its days."""
    days = {"first": first or days_ago(20), "checked": checked or days_ago(20)}
    return row.format(**{name: f"{day:%d/%m/%Y}" for name, day in days.items()})


@pytest.fixture
def administrator() -> Any:
    return AppointmentFactory(capacity="administrator")


@pytest.fixture
def desk(administrator: Any, signed_in: Any) -> Any:
    """The administrator's client."""
    return signed_in(administrator.person)


@pytest.fixture
def organisation(administrator: Any) -> Any:
    return administrator.organisation


def address(name: str, organisation: Any, *more: Any) -> str:
    return reverse(f"matrix:{name}", args=[organisation.uuid, *more])


def send(desk: Any, organisation: Any, file: Any) -> Any:
    return desk.post(address("files", organisation), {"file": file}, follow=True)


def act(desk: Any, name: str, file: VisibilityFile) -> str:
    return str(desk.post(address(name, file.organisation, file.uuid), follow=True).text)


def lines() -> set[Any]:
    """Every line there is, with its key."""
    rows = Visibility.objects.all()
    return set(
        rows.values_list("pk", "information", "role", "how", "source", "starts_on", "ends_on", "checked_on")
    )


def test_a_file_is_seen_first_and_applied_once(desk: Any, organisation: Any) -> None:
    switched_on(organisation)
    switched_on(organisation, "results", source="Laboratory")
    same = written(ALLERGIES, checked=days_ago(1))
    page = send(desk, organisation, visibility_file(same, written(LETTERS))).text
    assert "1 added, 1 changed, 1 ended, 0 the same." in page
    assert Visibility.objects.count() == 2
    file = VisibilityFile.objects.get()
    for _ in range(2):
        assert "The file was applied." in act(desk, "apply", file)
    assert Visibility.objects.count() == 3
    assert Visibility.objects.get(information__slug="allergies").checked_on == days_ago(1)
    assert Visibility.objects.get(information__slug="results").ends_on == timezone.localdate()
    added = Visibility.objects.get(information__slug="letters")
    assert (str(added.role), added.how, added.source) == ("Doctor", "periodic", "Clinic letters")


def test_what_was_downloaded_changes_nothing_when_it_is_sent_back(desk: Any, organisation: Any) -> None:
    switched_on(organisation, source="=HYPERLINK(1)")
    switched_on(organisation, "results", starts_on=timezone.localdate() + datetime.timedelta(days=9))
    switched_on(organisation, "letters", ends_on=days_ago(2))
    answer = desk.get(address("as_csv", organisation))
    file = SimpleUploadedFile("back.csv", b"".join(answer.streaming_content))
    page = send(desk, organisation, file).text
    assert "0 added, 0 changed, 0 ended, 2 the same." in page
    assert "There is nothing to apply" in page


def test_a_file_is_undone_as_if_it_had_never_been(desk: Any, organisation: Any) -> None:
    switched_on(organisation)
    switched_on(organisation, "results", source="Laboratory")
    switched_on(organisation, "referrals", starts_on=timezone.localdate() + datetime.timedelta(days=9))
    before = lines()
    send(desk, organisation, visibility_file(written(ALLERGIES, checked=days_ago(1)), written(LETTERS)))
    file = VisibilityFile.objects.get()
    act(desk, "apply", file)
    assert lines() != before
    for _ in range(2):
        assert "The file was undone." in act(desk, "undo", file)
    assert lines() == before


def test_it_is_not_undone_once_somebody_has_gone_on(desk: Any, organisation: Any) -> None:
    send(desk, organisation, visibility_file(written(ALLERGIES)))
    file = VisibilityFile.objects.get()
    act(desk, "apply", file)
    Visibility.objects.update(source="Another source")
    after = lines()
    assert "has been changed since" in act(desk, "undo", file)
    assert lines() == after


def test_only_the_last_is_undone(desk: Any, organisation: Any) -> None:
    send(desk, organisation, visibility_file(written(ALLERGIES)))
    first = VisibilityFile.objects.get()
    act(desk, "apply", first)
    send(desk, organisation, visibility_file(written(ALLERGIES), written(LETTERS)))
    act(desk, "apply", VisibilityFile.objects.exclude(pk=first.pk).get())
    assert "Take that one back first" in act(desk, "undo", first)
    assert Visibility.objects.count() == 2


def test_what_has_moved_since_the_preview_is_seen_again_before_it_is_applied(
    desk: Any, organisation: Any
) -> None:
    send(desk, organisation, visibility_file(written(ALLERGIES)))
    file = VisibilityFile.objects.get()
    switched_on(organisation, "results")
    assert "have changed since" in act(desk, "apply", file)
    assert Visibility.objects.count() == 1
    assert "The file was applied." in act(desk, "apply", file)
    assert Visibility.objects.get(information__slug="results").ends_on == timezone.localdate()


@pytest.mark.parametrize(
    ("file", "message"),
    [
        (
            visibility_file("Allergees,,live,GP record,01/01/2026,,01/01/2026"),
            "Row 2: Nobody knows the information",
        ),
        (visibility_file("x", heading="name,address"), "Missing: information, source, from, checked on"),
        (SimpleUploadedFile("a.xlsx", b"PK\x03\x04" + b"x" * 99), "This is an Excel file"),
        (SimpleUploadedFile("a.csv", b"a" * 1_000_001), "larger than 1 MB"),
        (SimpleUploadedFile("a.csv", b"\x00\xff" * 50), "bytes in it that no text has"),
        (SimpleUploadedFile("a.csv", b""), "This file is empty"),
        (None, "Choose a file"),
    ],
    ids=["a row", "headings", "Excel", "too large", "no text", "empty", "none"],
)
def test_a_file_with_a_mistake_changes_nothing(desk: Any, organisation: Any, file: Any, message: str) -> None:
    switched_on(organisation)
    before = lines()
    answer = desk.post(address("files", organisation), {"file": file} if file else {})
    assert message in answer.text
    assert lines() == before
    assert not VisibilityFile.objects.exists()


def test_excels_semicolons_and_old_letters_are_read(desk: Any, organisation: Any) -> None:
    heading = "Information;Role;How;Source;From;To;Checked on"
    row = written(ALLERGIES.replace(",", ";").replace("GP record", "Café"))
    page = send(desk, organisation, SimpleUploadedFile("a.csv", f"{heading}\r\n{row}".encode("cp1252"))).text
    assert "Café" in page


def test_a_file_of_many_lines_takes_as_many_queries_as_a_short_one(
    administrator: Any, desk: Any, organisation: Any, django_assert_max_num_queries: Any
) -> None:
    rows = [written(ALLERGIES.replace("GP record", f"Source {n}")) for n in range(300)]
    assert len("Source 299") <= LONGEST_SOURCE
    send(desk, organisation, visibility_file(*rows))
    with django_assert_max_num_queries(30):
        apply_file(file=VisibilityFile.objects.get(), by=administrator.person)
    assert Visibility.objects.filter(information=information()).count() == 300
