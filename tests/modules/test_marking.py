"""Marking is total, deterministic, blind to order, and keeps within its bounds."""

from hypothesis import given
from hypothesis import strategies as st

from modules.questions.marking import Mark, mark_both, mark_many, mark_one, total
from modules.questions.multiple_choice import MultipleChoice
from modules.questions.question import Option
from modules.questions.single_choice import SingleChoice
from modules.questions.true_false import TrueFalse

ids = st.text("abcdefgh", min_size=1, max_size=2)
choices = st.lists(ids, max_size=8)
right_ones = st.sets(ids, min_size=1, max_size=6)
json_values = st.none() | st.booleans() | st.integers() | st.text(max_size=5)
marks = st.builds(lambda points: Mark(points), st.floats(0, 1))


def options(*ids: str, right: set[str]) -> tuple[Option, ...]:
    return tuple(Option(id, id.upper(), f"About {id}.", is_right=id in right) for id in ids)


SHARED = {"id": "q", "prompt": "Which?", "skill": "when", "why": ""}
SINGLE = SingleChoice(**SHARED, options=options("a", "b", "c", right={"a"}))
MULTIPLE = MultipleChoice(**SHARED, options=options("a", "b", "c", right={"a", "b"}))
TRUE_FALSE = TrueFalse(
    **SHARED,
    verdicts=options("true", "false", right={"false"}),
    reasons=options("late", "never", right={"late"}),
)
EVERY_TYPE = [SINGLE, MULTIPLE, TRUE_FALSE]


@given(choices, right_ones)
def test_several_right_keeps_within_bounds(chosen, right):
    assert 0 <= mark_many(chosen, right).points <= 1


@given(choices, right_ones, st.randoms())
def test_order_and_repetition_make_no_difference(chosen, right, random):
    shuffled = chosen * 2
    random.shuffle(shuffled)
    assert mark_many(shuffled, right) == mark_many(chosen, right)


@given(right_ones)
def test_exactly_the_right_ones_earn_all(right):
    assert mark_many(right, right).is_right


@given(choices, right_ones)
def test_only_the_right_ones_earn_all(chosen, right):
    assert mark_many(chosen, right).is_right is (set(chosen) == right)


@given(right_ones, ids)
def test_choosing_everything_is_no_way_through(right, other):
    wrong = {f"wrong {n}" for n in range(len(right))}
    assert mark_many(right | wrong, right).points == 0


@given(choices, right_ones, ids)
def test_one_more_wrong_choice_never_helps(chosen, right, extra):
    if extra not in right:
        assert mark_many([*chosen, extra], right).points <= mark_many(chosen, right).points


@given(st.none() | ids, ids)
def test_one_right_is_all_or_nothing(chosen, right):
    assert mark_one(chosen, right).points == float(chosen == right)


@given(st.booleans(), st.booleans())
def test_a_reason_counts_only_with_its_verdict(verdict, reason):
    assert mark_both(verdict_is_right=verdict, reason_is_right=reason).points == verdict * (1 + reason) / 2


@given(st.lists(marks, max_size=30))
def test_totals_keep_within_bounds_and_ignore_order(given_marks):
    score = total(given_marks)
    assert score == total(reversed(given_marks))
    assert 0 <= score.scaled <= 1 + 1e-9
    assert 0 <= score.percent <= 100
    assert (score.percent == 100) <= score.reaches(0.99)


def test_nothing_to_earn_is_no_division_by_zero():
    assert total([]).scaled == 0


@given(st.dictionaries(st.sampled_from(["chosen", "verdict", "reason", "x"]), json_values))
def test_any_stored_answer_of_one_choice_gets_a_mark(answer):
    for question in (SINGLE, TRUE_FALSE):
        assert 0 <= question.mark(answer).points <= 1
        assert question.mark(answer) == question.mark(answer)


@given(st.fixed_dictionaries({}, optional={"chosen": st.lists(ids)}))
def test_any_stored_answer_of_several_gets_a_mark(answer):
    assert 0 <= MULTIPLE.mark(answer).points <= 1


def test_an_outdated_answer_earns_nothing_but_breaks_nothing():
    for question in EVERY_TYPE:
        assert question.mark({"chosen": ["gone"], "verdict": "gone", "reason": "gone"}).points == 0
        assert not any(line.was_chosen for line in question.review({}))


def test_the_pattern_of_right_answers_is_what_a_right_answer_looks_like():
    answers = [{"chosen": "a"}, {"chosen": ["a", "b"]}, {"verdict": "false", "reason": "late"}]
    for question, answer in zip(EVERY_TYPE, answers, strict=True):
        assert question.mark(answer).is_right
        assert question.response(answer) in question.interaction()["correctResponsesPattern"]


def test_every_type_asks_and_reads_its_own_answer():
    sent = [{"chosen": "a"}, {"chosen": ["b", "a"]}, {"verdict": "false", "reason": "late"}]
    for question, data in zip(EVERY_TYPE, sent, strict=True):
        cleaned = {name: field.clean(data[name]) for name, field in question.form_fields().items()}
        assert question.mark(question.answer_from(cleaned)).is_right
