"""Marking of what is placed, put in order or ranked; how sure somebody was; and what is not marked."""

from random import Random
from typing import cast

from hypothesis import assume, given
from hypothesis import strategies as st

from modules.questions.certainty import LOOK_AGAIN
from modules.questions.marking import mark_ranking, mark_share
from modules.questions.order import Order
from modules.questions.question import Question
from modules.questions.shuffling import shuffled
from tests.modules.every_question import BEST, CERTAINTY, MATCH, ORDER, REASON, SHARED, TIES, ranked

names = st.sampled_from("abcdef")
places = st.dictionaries(names, st.integers(0, 5), max_size=6)
some_places = st.dictionaries(names, st.integers(0, 5), min_size=1, max_size=6)
some_ranks = st.dictionaries(names, st.integers(1, 4), min_size=2, max_size=6)
orders = st.permutations("abcdef")


@given(places, some_places)
def test_a_share_is_what_stands_in_its_place(given_places: dict[str, int], right: dict[str, int]) -> None:
    mark = mark_share(given_places, right)
    assert mark.points == sum(given_places.get(name) == place for name, place in right.items()) / len(right)
    assert mark.is_right is (given_places | right == given_places)


@given(places, some_places, st.randoms())
def test_in_which_order_things_were_placed_makes_no_difference(
    given_places: dict[str, int], right: dict[str, int], random: Random
) -> None:
    pairs = list(given_places.items())
    random.shuffle(pairs)
    assert mark_share(dict(pairs), right) == mark_share(given_places, right)


@given(places, some_places, names)
def test_putting_one_right_never_costs(
    given_places: dict[str, int], right: dict[str, int], name: str
) -> None:
    if name in right:
        better = given_places | {name: right[name]}
        assert mark_share(better, right).points >= mark_share(given_places, right).points


@given(orders, some_ranks)
def test_a_ranking_earns_all_when_the_better_always_comes_first(
    order: list[str], ranks: dict[str, int]
) -> None:
    in_order = [ranks[name] for name in order if name in ranks]
    assert mark_ranking(order, ranks).is_right is (in_order == sorted(in_order))


@given(orders, some_ranks)
def test_a_ranking_and_its_reverse_do_not_both_earn(order: list[str], ranks: dict[str, int]) -> None:
    assume(len(set(ranks.values())) > 1)
    forth, back = mark_ranking(order, ranks), mark_ranking(order[::-1], ranks)
    assert 0 <= forth.points <= 1
    assert forth.points == 0 or back.points == 0


@given(orders, some_ranks, st.randoms())
def test_sources_that_are_level_may_stand_either_way_round(
    order: list[str], ranks: dict[str, int], random: Random
) -> None:
    level = [name for name in order if ranks.get(name) == 1]
    mixed = iter(random.sample(level, len(level)))
    swapped = [next(mixed) if ranks.get(name) == 1 else name for name in order]
    assert mark_ranking(swapped, ranks) == mark_ranking(order, ranks)


@given(orders, some_ranks)
def test_leaving_some_out_earns_no_more(order: list[str], ranks: dict[str, int]) -> None:
    assert mark_ranking(order[1:], ranks).points <= mark_ranking(order, ranks).points


@given(st.text(max_size=12), st.integers(2, 7))
def test_steps_are_shown_alike_to_everybody_and_never_in_order_already(question_id: str, count: int) -> None:
    question = Order(**SHARED | {"id": question_id}, items=ranked(**{f"s{n}": n for n in range(count)}))
    assert question.shown == question.shown
    assert set(question.shown) == set(question.items)
    assert question.shown != question.items


@given(st.text(max_size=12), st.randoms())
def test_the_order_of_writing_does_not_decide_how_things_are_shown(seed: str, random: Random) -> None:
    items = list(MATCH.targets)
    random.shuffle(items)
    assert shuffled(seed, items) == shuffled(seed, MATCH.targets)


def test_two_steps_with_one_number_are_told_of_beside_the_second() -> None:
    first, second = ORDER.shown[0], ORDER.shown[2]
    faults = ORDER.faults({first.id: "2", second.id: "2", ORDER.shown[1].id: "1"})
    assert faults == {second.id: f"“{first.text}” is number 2 too. Give each a number of its own"}


def test_sources_on_a_level_have_places_rather_than_a_place() -> None:
    wrong = {line.text: line.instead for line in TIES.review({"order": ["c", "b", "a", "d"]})}
    assert wrong == {
        "C": "It belongs in place 2 or 3.",
        "B": "It belongs in place 1.",
        "A": "It belongs in place 4.",
        "D": "It belongs in place 2 or 3.",
    }
    assert [line.label for line in TIES.review({})] == ["Place 1", "Place 2 or 3", "Place 2 or 3", "Place 4"]


def test_a_sequence_is_called_so_only_where_one_order_is_right() -> None:
    assert BEST.interaction()["interactionType"] == "sequencing"
    assert TIES.interaction() == {"interactionType": "other"}
    assert TIES.response({"order": ["b", "d", "c", "a"]}) == "b[,]d[,]c[,]a"


def test_only_very_sure_and_wrong_is_a_confident_error() -> None:
    assert CERTAINTY.confident_error({"chosen": "b", "sure": "very"})
    for chosen, sure in (("a", "very"), ("b", "fairly"), ("b", "guess"), ("b", None)):
        assert not CERTAINTY.confident_error({"chosen": chosen, "sure": sure})


def test_how_sure_somebody_was_earns_and_costs_nothing() -> None:
    for chosen in "ab":
        marks = {CERTAINTY.mark({"chosen": chosen, "sure": sure}) for sure in ("guess", "fairly", "very")}
        assert len(marks) == 1


def test_a_confident_error_is_told_kindly() -> None:
    told = [line.feedback for line in CERTAINTY.review({"chosen": "b", "sure": "very"})]
    assert LOOK_AGAIN in told
    assert LOOK_AGAIN not in [line.feedback for line in CERTAINTY.review({"chosen": "a", "sure": "very"})]


@given(st.text(max_size=80))
def test_of_ones_own_words_nothing_but_their_number_is_kept_or_told(text: str) -> None:
    answer = {"text": text}
    assert REASON.for_history(answer) == {"words": len(text.split())}
    assert cast("Question", REASON).response(answer) is None
    assert not REASON.mark(answer).is_scored
