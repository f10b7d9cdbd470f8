"""A person's own copy holds everything that is theirs, and nothing of anybody else's."""

import csv
import io
import json
import time
import zipfile
from typing import Any

import pytest
from django.urls import reverse

from learners.holdings import holdings
from learners.privacy.own_copy import archive, in_words, parts_of
from tests.factories import AppointmentFactory, MembershipFactory, PersonFactory
from tests.factories.people import PASSWORD
from tests.factories.privacy import LegalHoldFactory
from tests.learners.somebody_everywhere import (
    EMAIL,
    FIRST,
    LAST,
    OWN,
    POST,
    PROFESSIONAL,
    SECOND_EMAIL,
    STAFF,
    somebody,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def person(settings: Any, tmp_path: Any) -> Any:
    settings.MEDIA_ROOT = tmp_path
    return somebody(groups=["Educators"])


@pytest.fixture
def proven(client: Any) -> Any:
    """A function that signs a person in who has just proved who they are."""

    def sign_in(person: Any) -> Any:
        client.force_login(person)
        client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
        return client

    return sign_in


def opened(content: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(content)) as found:
        assert found.testzip() is None
        return {name: found.read(name).decode() for name in found.namelist()}


def copy_of(person: Any) -> dict[str, str]:
    return opened(b"".join(archive(parts_of(person))))


def test_everything_that_is_theirs_is_in_it(person: Any) -> None:
    everything = json.loads(copy_of(person)["my-data.json"])
    rows = {part["key"]: part["rows"] for part in everything}
    assert set(rows) == {holding.key for holding in holdings()}
    empty = {key for key, found in rows.items() if not found}
    # Nobody sees holds; this person withdrew, uploaded and checked nothing; no line of a file names who has left.
    assert empty == {"legal-holds", "withdrawals", "kept-lists", "awards", "evidence-decided"}
    for part, words in {
        "account": (FIRST, LAST, EMAIL, PROFESSIONAL, "Educators"),
        "ways-in": (EMAIL, SECOND_EMAIL, "zorba-1"),
        "work": (STAFF, POST, "Ward clerk and magician", "boss@mail.example"),
        "staff-lists": (STAFF,),
        "held_words": (OWN,),
        "answers": (OWN,),
        "plans": (OWN,),
        "reflections": (OWN,),
        "comments": ("thinks so",),
        "desk": ("zorbas-face", f"{FIRST}'s"),
        "requests": ("Refused", "is needed"),
    }.items():
        for word in words:
            assert word in json.dumps(rows[part], ensure_ascii=False), (part, word)
    for part, count in {"completions": 1, "confidence": 1, "films": 1, "looks": 1, "your-looks": 1}.items():
        assert len(rows[part]) == count
    assert len(rows["events"]) == len(rows["statements"]) == person.learning_events.count()


def test_each_kind_is_also_a_table_and_a_part_of_a_page(person: Any) -> None:
    files = copy_of(person)
    for part in parts_of(person):
        assert part.holding.title in files["my-data.html"].replace("&#x27;", "'")
        table = files.get(f"tables/{part.holding.key}.csv")
        assert (table is None) == (not part.rows)
        if table:
            assert len(list(csv.reader(io.StringIO(table.removeprefix("\ufeff"))))) == len(part.rows) + 1
    assert "</html>" in files["my-data.html"]


def test_nothing_of_anybody_else_is_in_it(person: Any) -> None:
    """Everybody else here, in the same organisation and with as much of their own, by names of their own."""
    here = person.memberships.first().organisation
    colleague = PersonFactory(first_name="Wilhelmina", last_name="Otherperson", email="wo@mail.example")
    MembershipFactory(person=colleague, organisation=here, employee_number="OTHER-1")
    AppointmentFactory(person=colleague, organisation=here)
    said = "\n".join(copy_of(person).values()).casefold()
    for word in ("Wilhelmina", "Otherperson", "wo@mail.example", "OTHER-1", "Bea Bright", "bea@mail.example"):
        assert word.casefold() not in said
    theirs = "\n".join(copy_of(colleague).values())
    for word in (FIRST, LAST, EMAIL, SECOND_EMAIL, PROFESSIONAL, STAFF, POST, OWN):
        assert word not in theirs


def test_secrets_are_not_in_it(person: Any) -> None:
    said = "\n".join(copy_of(person).values())
    assert person.password not in said
    assert '"secret"' not in said


def test_a_hold_shows_in_nobodys_copy() -> None:
    held, free = PersonFactory(), PersonFactory()
    LegalHoldFactory(person=held, reason="The coroner asked.")
    for person in (held, free):
        assert not next(part for part in parts_of(person) if part.holding.key == "legal-holds").rows
    assert "coroner" not in "\n".join(copy_of(held).values())


@pytest.mark.parametrize("who", ["without memberships", "a superuser"])
def test_everybody_gets_one(who: str) -> None:
    person = PersonFactory(administrator=who == "a superuser")
    assert person.email in copy_of(person)["my-data.html"]


@pytest.mark.parametrize("name", ["privacy:copy", "privacy:download"])
def test_it_is_asked_once_more_who_they_are(signed_in: Any, name: str) -> None:
    response = signed_in(PersonFactory()).get(reverse(name))
    assert response.status_code == 302
    assert response.url.startswith(reverse("account_reauthenticate"))


def test_who_has_nothing_to_prove_it_with_signs_in_once_more(signed_in: Any) -> None:
    person = PersonFactory()
    person.set_unusable_password()
    person.save()
    client = signed_in(person)
    session = client.session
    session["account_authentication_methods"] = [{"method": "code", "at": time.time() - 3600}]
    session.save()
    assert client.get(reverse("privacy:download")).url.startswith(reverse("account_login"))


def test_with_a_fresh_proof_it_is_sent_in_pieces_and_kept_nowhere(proven: Any) -> None:
    person = PersonFactory()
    response = proven(person).get(reverse("privacy:download"))
    assert response.streaming
    assert "no-store" in response["Cache-Control"]
    assert response["Content-Disposition"].startswith('attachment; filename="my-data-')
    assert person.email in opened(b"".join(response.streaming_content))["my-data.html"]


def test_a_proof_gets_old(proven: Any) -> None:
    client = proven(PersonFactory())
    session = client.session
    records = session["account_authentication_methods"]
    session["account_authentication_methods"] = [each | {"at": time.time() - 3600} for each in records]
    session.save()
    assert client.get(reverse("privacy:download")).status_code == 302


def test_a_spreadsheet_takes_nothing_for_a_formula() -> None:
    person = PersonFactory(first_name="=1+1")
    assert "'=1+1" in copy_of(person)["tables/account.csv"]


@pytest.mark.parametrize(
    ("value", "words"), [(None, ""), (True, "Yes"), (False, "No"), ({"a": 1}, '{"a": 1}'), (0, "0")]
)
def test_values_are_written_as_people_read_them(value: Any, words: str) -> None:
    assert in_words(value) == words
