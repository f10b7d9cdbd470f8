"""What changed between Editions, and what belongs to what was missed."""

import pytest

from modules.narrowing import Needed, Step, changed_since, sections_about
from modules.outline import Outline, Passage, Pool, Section
from modules.questions.question import Option
from modules.questions.single_choice import SingleChoice


def question(name: str, right: str = "yes", *, skill: str = "when") -> SingleChoice:
    options = (Option(right, right, "", is_right=True), Option("no", "No", ""))
    return SingleChoice(id=name, prompt=f"{name}?", skill=skill, why="", options=options)


def section(name: str, html: str = "<p>Same.</p>", *questions: SingleChoice) -> Section:
    return Section(name, name, (Passage(f"{name} text", html), *questions))


def outline(
    *sections: Section, check: tuple[SingleChoice, ...] = (), pools: tuple[Pool, ...] = ()
) -> Outline:
    return Outline(title="Any", sections=sections, check=check, pass_mark=0.8, pools=pools)


FIRST = outline(section("a"), section("b"), check=(question("q"), question("r")))


def test_only_what_reads_otherwise_or_is_new_is_asked_again() -> None:
    second = outline(
        section("a"),
        section("b", "<p>Other.</p>"),
        section("c", "<p>New.</p>"),
        check=(question("q"), question("r", "maybe"), question("s", "new")),
    )
    assert changed_since(FIRST, [Step(second, is_material=True)]) == Needed(("b", "c"), ("r", "s"))


def test_what_was_moved_or_copied_says_the_same() -> None:
    moved = outline(section("b"), section("a"), check=(question("r"), question("q")))
    copied = outline(Section("z", "a", (Passage("y", "<p>Same.</p>"),)), section("b"), check=FIRST.check)
    assert not changed_since(FIRST, [Step(moved, is_material=True)])
    assert not changed_since(FIRST, [Step(copied, is_material=True)])


def test_new_wording_is_not_asked_even_when_something_material_follows() -> None:
    reworded = outline(section("a", "<p>Clearer.</p>"), section("b"), check=FIRST.check)
    then = outline(section("a", "<p>Clearer.</p>"), section("b", "<p>New.</p>"), check=FIRST.check)
    steps = [Step(reworded, is_material=False), Step(then, is_material=True)]
    assert changed_since(FIRST, steps) == Needed(("b",))


def test_two_changes_add_up_and_what_is_gone_is_not_asked() -> None:
    second = outline(section("a", "<p>New.</p>"), section("b"), section("c", "<p>c</p>"), check=FIRST.check)
    third = outline(section("a", "<p>New.</p>"), section("b", "<p>New too.</p>"), check=FIRST.check)
    steps = [Step(second, is_material=True), Step(third, is_material=True)]
    assert changed_since(FIRST, steps) == Needed(("a", "b"))


def test_the_rest_of_the_module_stays_out_and_pools_shrink_with_it() -> None:
    pools = (Pool("p", 2, ("q", "r")), Pool("gone", 1, ("s",)))
    whole = outline(section("a"), section("b"), check=tuple(map(question, "qrs")), pools=pools)
    part = whole.only(["b"], ["q"])
    assert [each.id for each in part.sections] == ["b"]
    assert [each.id for each in part.check] == ["q"]
    assert part.pools == (Pool("p", 1, ("q",)),)
    assert part.asked == 1


@pytest.mark.parametrize(("skill", "found"), [("when", ("a",)), ("elsewhere", ("a", "b"))])
def test_what_was_missed_is_read_where_its_skill_is_practised_else_everywhere(
    skill: str, found: tuple[str, ...]
) -> None:
    taught = outline(
        section("a", "", question("x", skill="when")), section("b", "", question("y", skill="quality"))
    )
    assert sections_about(taught, [question("q", skill=skill)]) == found
