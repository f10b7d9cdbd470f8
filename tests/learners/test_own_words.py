"""What learners write in their own words is theirs: it leaves the answer by no way, and they mark it themselves."""

import re
from typing import Any

import pytest
from django.urls import reverse

from learners.attempts.actions import answer_in_place
from learners.attempts.models import Attempt, Response, SelfMark
from learners.records.models import LearningEvent, Verb
from learners.statements.models import Statement
from tests.architecture.urls import Address, addresses
from tests.factories import (
    AppointmentFactory,
    MembershipFactory,
    ModuleFactory,
    PersonFactory,
    read_all,
    sit_check,
    start_attempt,
)
from tests.factories.modules import block_id, one_question, section
from tests.factories.questions import MODEL, short_reason_question

pytestmark = pytest.mark.django_db
WORDS = "Zanzibar before breakfast"


@pytest.fixture
def module() -> Any:
    checked = [one_question("check 1"), short_reason_question("in the check")]
    return ModuleFactory(
        sections=[section("Habits", short_reason_question("in place"))], check_questions=checked
    )


@pytest.fixture
def membership() -> Any:
    return MembershipFactory()


@pytest.fixture
def attempt(module: Any, membership: Any) -> Attempt:
    return start_attempt(membership.person, module, membership.organisation)


@pytest.fixture
def visitor(signed_in: Any, membership: Any) -> Any:
    return signed_in(membership.person)


def address(attempt: Attempt, name: str = "in place", **kwargs: Any) -> str:
    return reverse("attempts:self_mark", args=[attempt.pk, block_id(name)], **kwargs)


def write(visitor: Any, attempt: Attempt, words: str = WORDS) -> Any:
    question_id = block_id("in place")
    url = reverse("attempts:answer", args=[attempt.pk, 1, question_id])
    return visitor.post(url, {f"{question_id}-text": words}, follow=True)


def sit(attempt: Attempt, *, right: bool = True) -> None:
    """Go through the module, and hand in a check with a line in one's own words."""
    read_all(attempt)
    sit_check(attempt, right=right)


def test_the_learner_sees_their_words_beside_a_model_and_what_to_look_for(
    visitor: Any, attempt: Attempt
) -> None:
    page = write(visitor, attempt).text
    for text in (WORDS, "Only you see this.", MODEL, "It names a moment.", "Because it is.", "Now compare"):
        assert text in page
    for text in ("Not right", "Partly right"):
        assert text not in page


def test_words_are_stored_with_the_answer_and_nowhere_else(visitor: Any, attempt: Attempt) -> None:
    write(visitor, attempt)
    assert Response.objects.get().answer == {"text": WORDS}
    event = LearningEvent.objects.get(verb=Verb.ANSWERED)
    assert event.detail["answer"] == {"words": 3}
    assert event.detail["right"] is None
    assert "Zanzibar" not in str(LearningEvent.objects.values_list("detail", flat=True)[:])
    assert "Zanzibar" not in "".join(Statement.objects.values_list("payload", flat=True))


def test_neither_words_nor_their_mark_reach_whoever_else_may_look(
    attempt: Attempt, membership: Any, visitor: Any, signed_in: Any
) -> None:
    read_all(attempt)
    sit_check(attempt)
    Response.objects.filter(question_id__in=[block_id("in place"), block_id("in the check")]).update(
        answer={"text": WORDS}, self_mark=SelfMark.NOT_YET
    )
    assert WORDS in visitor.get(reverse("attempts:result", args=[attempt.pk])).text
    manager = AppointmentFactory(organisation=membership.organisation).person
    administrator = PersonFactory(is_staff=True, is_superuser=True)
    parts = {"organisation": membership.organisation.uuid, "membership": membership.uuid, "number": 1}
    parts |= {"attempt_id": attempt.pk, "question_id": block_id("in place"), "module_key": attempt.module_key}
    for person, at_least in ((manager, 8), (administrator, 60)):
        client, opened = signed_in(person), 0
        client.raise_request_exception = False
        for found in [each for each in addresses() if "logout" not in each.route]:
            page = client.get(_url(found, parts))
            opened += page.status_code == 200
            said = b"".join(page) if page.streaming else page.content
            assert b"Zanzibar" not in said, found.route
            assert str(SelfMark.NOT_YET.label).encode() not in said, found.route
        assert opened >= at_least


def _url(found: Address, parts: dict[str, Any]) -> str:
    """An address with what it names, or with 1 where nothing here fits."""
    route = re.sub(r"\(\?P<\w+>[^)]*\)", "1", found.route)
    for name in found.converters:
        route = re.sub(rf"<(\w+:)?{name}>", str(parts.get(name, 1)), route)
    return "/" + route.replace("^", "").replace("$", "").replace("\\Z", "")


@pytest.mark.parametrize(
    ("words", "message"), [("", "Write a line or two"), ("x" * 601, "Write 600 characters or fewer")]
)
def test_too_little_or_too_much_is_told_and_nothing_is_lost(
    visitor: Any, attempt: Attempt, words: str, message: str
) -> None:
    page = write(visitor, attempt, words)
    assert message in page.text
    assert words in page.text
    assert not Response.objects.exists()


def test_line_breaks_count_once_and_stay(visitor: Any, attempt: Attempt) -> None:
    write(visitor, attempt, "x" * 298 + "\r\n\r\n" + "y" * 300)
    assert Response.objects.get().answer["text"] == "x" * 298 + "\n\n" + "y" * 300


def test_markup_is_shown_as_it_was_typed(visitor: Any, attempt: Attempt) -> None:
    assert "&lt;b&gt;bold&lt;/b&gt;" in write(visitor, attempt, "<b>bold</b>").text


def test_marking_oneself_is_shown_can_be_changed_and_is_no_event(visitor: Any, attempt: Attempt) -> None:
    write(visitor, attempt)
    before = LearningEvent.objects.count()
    for mark in (SelfMark.MOSTLY, SelfMark.MOSTLY, SelfMark.PARTLY):
        page = visitor.post(address(attempt), {"self_mark": mark}, follow=True)
        assert f"You said: <strong>{mark.label}</strong>" in page.text
        assert Response.objects.get().self_mark == mark
    assert LearningEvent.objects.count() == before


def test_words_in_the_check_are_marked_on_the_result_page(visitor: Any, attempt: Attempt) -> None:
    sit(attempt)
    page = visitor.post(address(attempt, "in the check"), {"self_mark": "mostly"}, follow=True)
    assert page.request["PATH_INFO"] == reverse("attempts:result", args=[attempt.pk])
    assert "You said: <strong>Mine says much the same</strong>" in page.text


def test_each_try_has_words_and_a_mark_of_its_own(visitor: Any, attempt: Attempt) -> None:
    sit(attempt, right=False)
    visitor.post(address(attempt, "in the check"), {"self_mark": "not_yet"})
    sit_check(attempt)
    visitor.post(address(attempt, "in the check"), {"self_mark": "mostly"})
    marks = Response.objects.filter(question_id=block_id("in the check")).order_by("pk")
    assert list(marks.values_list("self_mark", flat=True)) == ["not_yet", "mostly"]


def test_a_line_in_ones_own_words_decides_nothing_about_passing(attempt: Attempt) -> None:
    sit(attempt)
    sitting = attempt.sittings.get()
    assert (sitting.raw, sitting.maximum, sitting.passed) == (1, 1, True)


def test_nothing_is_marked_before_it_is_written_or_handed_in(visitor: Any, attempt: Attempt) -> None:
    for name in ("in place", "in the check"):
        page = visitor.post(address(attempt, name), {"self_mark": "mostly"}, follow=True)
        assert "There is nothing of yours to mark yet." in page.text
    assert not Response.objects.exclude(self_mark="").exists()


def test_what_is_marked_here_is_not_marked_by_the_learner(visitor: Any, attempt: Attempt) -> None:
    sit(attempt)
    visitor.post(address(attempt, "check 1"), {"self_mark": "mostly"})
    assert not Response.objects.exclude(self_mark="").exists()


def test_an_unknown_mark_changes_nothing(visitor: Any, attempt: Attempt) -> None:
    write(visitor, attempt)
    page = visitor.post(address(attempt), {"self_mark": "brilliant"}, follow=True)
    assert "Choose one of the ways to mark what you wrote." in page.text
    assert Response.objects.get().self_mark == ""


def test_after_signing_in_again_the_words_are_shown(visitor: Any, attempt: Attempt) -> None:
    write(visitor, attempt)
    assert WORDS in visitor.get(address(attempt), follow=True).text


def test_somebody_elses_words_are_not_found(visitor: Any, module: Any) -> None:
    theirs = start_attempt(PersonFactory(), module)
    question = theirs.edition.outline.sections[0].questions[0]
    answer_in_place(attempt=theirs, question=question, answer={"text": WORDS})
    assert visitor.post(address(theirs), {"self_mark": "mostly"}).status_code == 404
    assert Response.objects.get().self_mark == ""
