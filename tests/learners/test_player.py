"""Finding one's way through a module, without a database."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from learners.attempts.player import (
    TRIES_BEFORE_REVIEW,
    Place,
    Progress,
    SittingFacts,
    Stage,
    first_unread,
    may_begin_sitting,
    may_open_section,
    percent_done,
    place,
)
from modules.outline import Outline, Section
from modules.questions.question import Option
from modules.questions.single_choice import SingleChoice


def question(name: str) -> SingleChoice:
    options = (Option("a", "A", "", is_right=True), Option("b", "B", ""))
    return SingleChoice(id=name, prompt=name, skill="when", why="", options=options)


OUTLINE = Outline(
    title="A module",
    sections=tuple(Section(id=f"s{n}", title=f"Section {n}", parts=()) for n in range(1, 5)),
    check=tuple(question(f"q{n}") for n in range(1, 4)),
    pass_mark=0.8,
)
ALL_READ = frozenset(section.id for section in OUTLINE.sections)
QUESTIONS = tuple(each.id for each in OUTLINE.check)


def sitting(number: int = 1, **facts: Any) -> SittingFacts:
    return SittingFacts(number=number, question_ids=QUESTIONS, **facts)


def failed(number: int, reviewed: int = 0) -> Progress:
    return Progress(ALL_READ, sitting(number, is_submitted=True), reviewed_sittings=reviewed)


def test_a_new_attempt_begins_at_the_first_section() -> None:
    assert place(OUTLINE, Progress()) == Place(Stage.SECTION, 1)


def test_after_the_last_section_comes_the_check() -> None:
    assert place(OUTLINE, Progress(ALL_READ)) == Place(Stage.CHECK)


def test_an_open_sitting_goes_on_at_the_first_question_without_an_answer() -> None:
    begun = Progress(ALL_READ, sitting(answered=frozenset({"q1", "q3"})))
    assert place(OUTLINE, begun) == Place(Stage.QUESTION, 2)


def test_a_sitting_whose_questions_are_all_answered_waits_to_be_handed_in() -> None:
    assert place(OUTLINE, Progress(ALL_READ, sitting(answered=frozenset(QUESTIONS)))) == Place(Stage.HAND_IN)


def test_a_failed_try_leads_to_its_result_and_the_third_to_a_review() -> None:
    stages = [place(OUTLINE, failed(number)).stage for number in range(1, TRIES_BEFORE_REVIEW + 1)]
    assert stages == [Stage.RESULT, Stage.RESULT, Stage.REVIEW]


def test_a_review_gives_three_tries_more() -> None:
    tries = [may_begin_sitting(OUTLINE, failed(number, reviewed=3)) for number in (3, 4, 5, 6)]
    assert tries == [True, True, True, False]


def test_a_passed_check_is_not_taken_again() -> None:
    passed = Progress(ALL_READ, sitting(is_submitted=True, is_passed=True), is_finished=True)
    assert place(OUTLINE, passed) == Place(Stage.FINISHED)
    assert not may_begin_sitting(OUTLINE, passed)
    assert percent_done(OUTLINE, passed) == 100


progresses = st.builds(
    Progress,
    sections_read=st.frozensets(st.sampled_from(sorted(ALL_READ))),
    sitting=st.none()
    | st.builds(
        SittingFacts,
        number=st.integers(1, 20),
        question_ids=st.just(QUESTIONS),
        answered=st.frozensets(st.sampled_from(QUESTIONS)),
        is_submitted=st.booleans(),
    ),
    reviewed_sittings=st.integers(0, 20),
)


@given(progresses)
def test_nobody_is_ever_locked_out(progress: Progress) -> None:
    """Wherever somebody is, there is something that they may do."""
    there = place(OUTLINE, progress)
    if there.stage is Stage.SECTION:
        assert may_open_section(OUTLINE, progress, there.number)
    elif there.stage is Stage.RESULT and first_unread(OUTLINE, progress) is None:
        assert may_begin_sitting(OUTLINE, progress)
    elif there.stage is Stage.REVIEW:
        reviewed = Progress(ALL_READ, progress.sitting, reviewed_sittings=progress.sitting.number)  # type: ignore[union-attr]
        assert may_begin_sitting(OUTLINE, reviewed)


@given(progresses, st.sampled_from(sorted(ALL_READ)))
def test_reading_never_takes_progress_away(progress: Progress, section: str) -> None:
    further = Progress(progress.sections_read | {section}, progress.sitting, progress.reviewed_sittings)
    assert percent_done(OUTLINE, further) >= percent_done(OUTLINE, progress)


@given(progresses, st.integers(-3, 9))
def test_only_sections_that_exist_open(progress: Progress, number: int) -> None:
    if may_open_section(OUTLINE, progress, number):
        assert 1 <= number <= len(OUTLINE.sections)
