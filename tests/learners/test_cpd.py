"""The CPD record: minutes, totals, and the same on paper, word for word."""

import csv
import io
import re
from decimal import Decimal
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from learners.organisations.scope import Scope
from learners.records.models import Completion
from learners.reflection.activities import record_of
from learners.reflection.cpd import whole_minutes
from learners.reflection.models import Reflection
from learners.reflection.portfolio import portfolio_pdf
from tests.factories import MembershipFactory, ModuleFactory, finish_attempt
from tests.fakes.pdf_text import text_of


@pytest.mark.parametrize(
    ("seconds", "minutes"), [(0, 1), (0.5, 1), (60, 1), (60.4, 2), (600, 10), (600.1, 11)]
)
def test_a_minute_begun_counts(seconds: float, minutes: int) -> None:
    assert whole_minutes(seconds) == minutes


@given(st.floats(min_value=0, max_value=1e6))
def test_no_second_is_lost_and_less_than_a_minute_is_given(seconds: float) -> None:
    minutes = whole_minutes(seconds)
    assert minutes >= 1
    assert seconds <= minutes * 60 < max(seconds, 1) + 60


@pytest.fixture
def nurse(db: None, signed_in: Any) -> Any:
    """Somebody with two things done."""
    member = MembershipFactory(person__first_name="Siân", person__last_name="Ŵyn")
    for title in ("Before you ring", "May I look?"):
        finish_attempt(member.person, ModuleFactory(title=title), member.organisation)
    signed_in(member.person)
    return member.person


def wrote(nurse: Any, text: str, note: str = "") -> None:
    Reflection.objects.create(
        completion=Completion.objects.filter(person=nurse).latest("completed_at"),
        text=text,
        note=note,
        written_at=timezone.now(),
    )


def on_paper(nurse: Any) -> str:
    made = portfolio_pdf(record_of(Scope.of(nurse)), name=str(nurse), year=None)
    return re.sub(r"\s+", " ", text_of(made))


def test_the_totals_of_the_file_are_the_sum_of_its_rows(nurse: Any, client: Any) -> None:
    lines = b"".join(client.get(reverse("reflection:cpd_csv")).streaming_content).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(lines)))
    minutes = sum(int(row["Minutes"]) for row in rows)
    assert len(rows) == 2
    assert minutes == record_of(Scope.of(nurse)).minutes
    assert f"{minutes} minutes" in client.get(reverse("reflection:cpd")).text
    for row in rows:
        assert abs(Decimal(row["Hours"]) - Decimal(row["Minutes"]) / 60) <= Decimal("0.005")
        assert (row["Method"], row["Participatory"]) == ("Self-paced online module (not participatory)", "No")


def test_the_paper_is_tagged_in_english_and_says_all_of_it(nurse: Any, client: Any) -> None:
    answer = client.get(reverse("reflection:cpd_pdf"))
    assert answer["Content-Type"] == "application/pdf"
    assert "no-store" in answer["Cache-Control"]
    for inside in (b"/StructTreeRoot", b"/Lang(en-GB)", b"pdfuaid:part"):
        assert inside in answer.content
    text = on_paper(nurse)
    for words in (
        "CPD record of Siân Ŵyn", "Before you ring", "May I look?", "not participatory", "Learning outcomes",
        *(completion.certificate.spaced_code for completion in Completion.objects.all()),
    ):  # fmt: skip
        assert words in text


def test_paragraphs_stay_apart_and_what_was_typed_stays_text(nurse: Any) -> None:
    wrote(nurse, "I *looked* first.\r\n\r\n#eval(1) then I asked.", "A link: <b>\n= no heading")
    text = on_paper(nurse)
    for words in ("I *looked* first.", "#eval(1) then I asked.", "A link: <b>", "= no heading"):
        assert words in text


def test_somebody_elses_is_in_neither_page_nor_file(nurse: Any, client: Any) -> None:
    wrote(nurse, "Mine alone")
    client.force_login(MembershipFactory().person)
    assert "Mine alone" not in client.get(reverse("reflection:cpd")).text
    assert "Mine alone" not in b"".join(client.get(reverse("reflection:cpd_csv")).streaming_content).decode()


def test_a_year_without_anything_says_so(nurse: Any, client: Any) -> None:
    page = client.get(reverse("reflection:cpd"), {"year": "1999"}).text
    assert "Nothing was completed in 1999" in page
    assert "Before you ring" not in page
