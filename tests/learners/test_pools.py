"""A pool asks some of its questions: fixed for a try, drawn afresh for the next."""

import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learners.attempts.checking import begin_sitting
from modules.outline import Outline, Pool
from modules.questions.question import Option
from modules.questions.single_choice import SingleChoice
from tests.factories import MembershipFactory, ModuleFactory, read_all, sit_check, start_attempt
from tests.factories.modules import block_id, one_question, pool


def outline(sizes: list[tuple[int, int]], alone: int) -> Outline:
    """Pools of (n, k), and some questions outside any."""
    pools, ids = [], [f"alone-{n}" for n in range(alone)]
    for number, (size, draw) in enumerate(sizes):
        members = tuple(f"pool-{number}-{n}" for n in range(size))
        pools.append(Pool(f"pool-{number}", min(draw, size), members))
        ids.extend(members)
    options = (Option("a", "A", "", is_right=True), Option("b", "B", ""))
    check = tuple(SingleChoice(id=each, prompt="?", skill="when", why="", options=options) for each in ids)
    return Outline(title="", sections=(), check=check, pass_mark=0.8, pools=tuple(pools))


SIZES = st.lists(st.tuples(st.integers(1, 8), st.integers(1, 8)), max_size=4)


@given(SIZES, st.integers(0, 4), st.randoms(use_true_random=False))
def test_a_draw_asks_all_that_stand_alone_and_k_of_each_pool_in_the_order_of_the_check(
    sizes: list[tuple[int, int]], alone: int, chance: random.Random
) -> None:
    module = outline(sizes, alone)
    drawn = module.draw(chance)
    order = [question.id for question in module.check]
    assert drawn == sorted(set(drawn), key=order.index)
    assert len(drawn) == module.asked
    assert [each for each in drawn if each.startswith("alone")] == order[:alone]
    for each in module.pools:
        assert len(set(drawn) & set(each.question_ids)) == each.draw


@given(st.integers(2, 9), st.integers(1, 8), st.randoms(use_true_random=False))
def test_a_new_draw_repeats_no_more_than_it_must(size: int, draw: int, chance: random.Random) -> None:
    module = outline([(size, draw)], 0)
    first = module.draw(chance)
    second = module.draw(chance, first)
    fresh = size - len(first)
    assert len(set(first) & set(second)) == max(0, len(first) - fresh)


@pytest.fixture
def attempt(db: Any) -> Any:
    check = [one_question("always"), pool("some", 2, *(one_question(f"pooled {n}") for n in range(4)))]
    member = MembershipFactory()
    started = start_attempt(member.person, ModuleFactory(check_questions=check), member.organisation)
    read_all(started)
    return started


def test_a_try_keeps_its_questions_and_the_next_asks_others(attempt: Any) -> None:
    first = begin_sitting(attempt=attempt)
    assert begin_sitting(attempt=attempt).question_ids == first.question_ids
    assert len(first.question_ids) == 3
    assert first.question_ids[0] == block_id("always")
    sit_check(attempt, right=False)
    second = begin_sitting(attempt=attempt)
    assert set(first.question_ids) & set(second.question_ids) == {block_id("always")}


def test_a_try_is_marked_out_of_what_it_asked(attempt: Any) -> None:
    sitting = sit_check(attempt)
    assert (sitting.raw, sitting.maximum, sitting.passed) == (3, 3, True)
