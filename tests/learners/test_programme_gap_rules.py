"""What is taught and what is agreed, compared: each kind of gap alone."""

import datetime

import pytest

from learners.programme.gap_rules import Category, GapKind, Item, Said, Taught, compare, in_words
from learners.sharing.ranking import best

PLANS = Category(1, "Care plans")
LOOK, ASK = Taught(7, "Look first", "Module"), Taught(8, "Before discharge", "Moment")
APRIL, MAY = datetime.date(2027, 4, 1), datetime.date(2027, 5, 1)
NOW = Item(Said.NOW, "Sharing for care, version 1.0")
PLANNED = Item(Said.PLANNED, "Sharing for care, version 1.0", planned_for=APRIL)
LATER = Item(Said.PLANNED, "Another, version 1", planned_for=MAY)
OUT = Item(Said.OUT_OF_SCOPE, "Sharing for care, version 1.0", reason="Partners could not agree.")


@pytest.mark.parametrize(
    ("item", "taught", "kind", "words"),
    [
        (NOW, [LOOK], None, ""),
        (None, [], None, ""),
        (PLANNED, [], None, ""),
        (OUT, [], None, ""),
        (
            None,
            [LOOK],
            GapKind.TAUGHT_NOT_SHARED,
            "Care plans: taught in “Look first”; no agreement names it.",
        ),
        (
            OUT,
            [LOOK, ASK],
            GapKind.TAUGHT_OUT_OF_SCOPE,
            "Care plans: taught in “Look first” and “Before discharge”; "
            "out of scope in Sharing for care, version 1.0: Partners could not agree.",
        ),
        (
            PLANNED,
            [ASK],
            GapKind.TAUGHT_PLANNED,
            "Care plans: taught in “Before discharge”; "
            "planned for 1 April 2027 in Sharing for care, version 1.0.",
        ),
        (
            NOW,
            [],
            GapKind.SHARED_NOT_TAUGHT,
            "Care plans: shared now (Sharing for care, version 1.0), and not taught.",
        ),
    ],
)
def test_each_kind_of_gap(item: Item | None, taught: list[Taught], kind: GapKind | None, words: str) -> None:
    found = compare([PLANS], {1: item} if item else {}, {1: taught} if taught else {})
    assert [(gap.kind, str(gap)) for gap in found] == ([(kind, words)] if kind else [])


@pytest.mark.parametrize(
    ("items", "counts"),
    [
        ([OUT, PLANNED, NOW], NOW),
        ([OUT, LATER, PLANNED], PLANNED),
        ([OUT], OUT),
        ([], None),
    ],
)
def test_of_several_agreements_the_most_that_is_shared_counts(items: list[Item], counts: Item | None) -> None:
    assert best(items) == counts
    assert best(reversed(items)) == counts


def test_what_is_shared_may_be_asked_of_some_categories_only() -> None:
    notes = Category(2, "Notes")
    found = compare([PLANS, notes], {1: NOW, 2: NOW}, {}, shared={2})
    assert [gap.category for gap in found] == [notes]


def test_gaps_come_kind_by_kind_in_the_order_of_the_list() -> None:
    notes, letters = Category(2, "Notes"), Category(3, "Letters")
    scope, taught = {1: NOW, 3: OUT}, {2: [LOOK], 3: [LOOK]}
    found = compare([PLANS, notes, letters], scope, taught)
    assert [gap.category.name for gap in found] == ["Notes", "Letters", "Care plans"]


def test_titles_are_listed() -> None:
    assert in_words(["A", "B", "C"]) == "“A”, “B” and “C”"
    assert in_words([]) == ""
