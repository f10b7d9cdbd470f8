"""The evidence pack: an assessor reads what is asked, how far it is and what people say; and no name."""

import csv
import io
import zipfile
from typing import Any

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st

from learners.dashboards.figures import Share
from learners.dashboards.suppression import is_small
from learners.reflection.actions import give_confidence
from learners.reflection.models import FollowUp, NextShift
from learners.reports.counting_answers import OTHERS, in_eights, together
from tests.factories import (
    AppointmentFactory,
    MembershipFactory,
    ModuleFactory,
    PersonFactory,
    RequirementFactory,
    sit_check,
    start_attempt,
)
from tests.factories.attempts import read_all
from tests.fakes.pdf_text import text_of

FILES = [
    "README.txt",
    "evidence-pack.pdf",
    "needs-matrix.csv",
    "delivery.csv",
    "evaluation.csv",
    "talk-throughs.csv",
]


@pytest.fixture
def asked(db: None) -> Any:
    """A module that nurses are to do; and another that everybody is, which takes longer."""
    made = RequirementFactory(
        module=ModuleFactory(title="May I look?", minutes=10), roles=["nurse"], title="Core"
    )
    RequirementFactory(
        organisation=made.organisation, module=ModuleFactory(title="Before you ring", minutes=15)
    )
    return made


@pytest.fixture
def administrator(asked: Any) -> Any:
    return AppointmentFactory(capacity="administrator", organisation=asked.organisation).person


def downloaded(client: Any, person: Any, here: Any, **chosen: str) -> bytes:
    client.force_login(person)
    answer = client.get(reverse("reports:pack", args=[here.uuid]), chosen)
    assert answer["Content-Type"] == "application/zip", answer.content.decode()
    return b"".join(answer.streaming_content)


def unpacked(file: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(file)) as pack:
        assert pack.testzip() is None
        return {name: pack.read(name) for name in pack.namelist()}


def table(file: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(file.decode("utf-8-sig"))))


def learned(asked: Any, many: int, *, first_tries_right: int, **hat: Any) -> None:
    """So many people finish the module: more confident afterwards, and did what they planned."""
    for number in range(many):
        name = {"first_name": "Zorba", "last_name": "Quillfeather"}
        person = PersonFactory(**name, email=f"zorba.{number}@example.org")
        MembershipFactory(organisation=asked.organisation, person=person, **hat)
        attempt = start_attempt(person, asked.modules.get(), asked.organisation)
        give_confidence(attempt=attempt, moment="before", level=2)
        read_all(attempt)
        if number >= first_tries_right:
            sit_check(attempt, right=False)
        sit_check(attempt)
        give_confidence(attempt=attempt, moment="after", level=4)
        now = timezone.now()
        plan = NextShift.objects.create(attempt=attempt, action="Look first", is_own=False, chosen_at=now)
        FollowUp.objects.create(next_shift=plan, sent_at=now, answered_at=now, did="yes", barriers=["time"])


def test_it_has_the_needs_the_delivery_and_the_evaluation(
    client: Any, asked: Any, administrator: Any
) -> None:
    learned(asked, 9, first_tries_right=9)
    file = downloaded(client, administrator, asked.organisation)
    inside = unpacked(file)
    assert list(inside) == FILES

    ring, look, in_all = sorted(table(inside["needs-matrix.csv"]), key=lambda row: row["Module"] or "z")
    assert (look["Requirement"], look["Minutes"], look["Nurse"], look["Due"]) == (
        "Core",
        "10",
        "10",
        "Within 28 days",
    )
    assert ring["Nurse"] == "15"
    assert in_all["Nurse"] == "25"

    delivery = {(row["Module"], row["Who"]): row for row in table(inside["delivery.csv"])}
    assert delivery["May I look?", "Everybody"]["Per cent"] == "100"
    assert delivery["May I look?", "Nursing and midwifery registered"]["Asked"] == "9"
    assert delivery["Before you ring", "Everybody"]["Done or valid"] == "too few to say"

    evaluation = {row["Measure"]: row for row in table(inside["evaluation.csv"])}
    assert {row["People counted"] for row in evaluation.values()} == {"8"}
    assert evaluation["Passed the check at the first try"]["Value"] == "8 of 8"
    assert evaluation["Mean confidence before"]["Value"] == "2.0 of 5"
    assert evaluation["Mean confidence after"]["Value"] == "4.0 of 5"
    assert evaluation["More confident after than before"]["Value"] == "8 of 8"
    assert evaluation["Weeks later: did what they had planned, or part of it"]["Value"] == "8 of 8"
    assert evaluation["Weeks later, what stopped them: I forgot"]["Value"] == "too few to say"


def test_the_paper_says_the_same_and_is_tagged(
    client: Any, asked: Any, administrator: Any, settings: Any
) -> None:
    settings.DEMO_MODE = True
    learned(asked, 8, first_tries_right=4)
    inside = unpacked(downloaded(client, administrator, asked.organisation))
    paper = inside["evidence-pack.pdf"]
    for part in (b"/StructTreeRoot", b"/Lang(en-GB)", b"pdfuaid:part"):
        assert part in paper
    text = " ".join(text_of(paper).split())
    today = timezone.localdate()
    for words in (
        "What is asked of whom", "May I look?", "Within 28 days", "8 of 8", "What is not known", "Of whom Nurse",
        "nothing of it is clinically approved", f"Made on {today:%-d %B %Y}", "no clinical review",
        "Passed the check at the first try too few to say",
    ):  # fmt: skip
        assert words in text, words
    read_me = inside["README.txt"].decode()
    assert "THIS IS A DEMONSTRATION" in read_me
    assert all(name in read_me for name in FILES[1:])


def test_nobody_is_named_unless_the_administrator_says_so(
    client: Any, asked: Any, administrator: Any
) -> None:
    learned(asked, 8, first_tries_right=8)
    everything = b"".join(unpacked(downloaded(client, administrator, asked.organisation)).values())
    inside = unpacked(downloaded(client, administrator, asked.organisation))
    assert b"Quillfeather" not in everything
    assert "Quillfeather" not in text_of(inside["evidence-pack.pdf"])
    named = unpacked(downloaded(client, administrator, asked.organisation, with_names="on"))
    assert list(named) == [*FILES, "people.csv"]
    assert {row["Name"] for row in table(named["people.csv"])} == {"Zorba Quillfeather"}
    assert "personal" in named["README.txt"].decode()


def test_the_same_data_and_day_give_the_same_file(client: Any, asked: Any, administrator: Any) -> None:
    noon = timezone.now().replace(hour=12)
    learned(asked, 1, first_tries_right=1)
    packs = []
    for seconds in (0, 61):
        with time_machine.travel(noon + timezone.timedelta(seconds=seconds), tick=False):
            packs.append(downloaded(client, administrator, asked.organisation))
    assert packs[0] == packs[1]


def test_an_organisation_that_asks_nothing_has_a_pack_that_says_so(client: Any, db: None) -> None:
    bare = AppointmentFactory(capacity="administrator")
    inside = unpacked(downloaded(client, bare.person, bare.organisation))
    assert "Nothing is asked of anybody" in " ".join(text_of(inside["evidence-pack.pdf"]).split())


def test_a_day_to_come_is_refused_by_its_field(client: Any, asked: Any, administrator: Any) -> None:
    client.force_login(administrator)
    page = client.get(reverse("reports:pack", args=[asked.organisation.uuid]), {"on": "2199-01-01"})
    assert "Choose today or a day in the past" in page.text
    assert 'href="#pack_on"' in page.text


shares = st.integers(0, 60).flatmap(lambda total: st.builds(Share, st.integers(0, total), st.just(total)))


@settings(max_examples=60)
@given(st.dictionaries(st.sampled_from("abcdef"), shares))
def test_what_is_put_together_hides_nobody_and_loses_nobody(parts: dict[str, Share]) -> None:
    shown = together(parts)
    assert not any(is_small(part.share) for part in shown)
    if shown:
        assert sum(part.share.total for part in shown) == sum(share.total for share in parts.values())
        assert sum(part.share.number for part in shown) == sum(share.number for share in parts.values())
    else:
        assert not parts or is_small(
            Share(sum(s.number for s in parts.values()), sum(s.total for s in parts.values()))
        )
    assert [part.name for part in shown if part.name != OTHERS] == [
        name for name in parts if name in {p.name for p in shown}
    ]


@given(st.lists(st.integers(), max_size=40), st.integers())
def test_one_more_answer_changes_nothing_or_eight_at_once(answers: list[int], more: int) -> None:
    before, after = in_eights(answers), in_eights([*answers, more])
    assert after[: len(before)] == before
    assert len(after) - len(before) in (0, 8)
