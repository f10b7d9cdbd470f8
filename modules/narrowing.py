"""Which part of a module somebody needs who knows the rest. Standard library only."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from modules.outline import Outline, Section
from modules.questions.question import Question


@dataclass(frozen=True, slots=True)
class Needed:
    """Ids of sections, and of questions of the check, in the order of the module."""

    sections: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.sections or self.questions)


@dataclass(frozen=True, slots=True)
class Step:
    """An Edition's content, and whether what people must know changed with it."""

    outline: Outline
    is_material: bool


def changed_since(known: Outline, later: Sequence[Step]) -> Needed:
    """What changed with the material Editions of `later` (oldest first), of what the last of them still holds.

    Wording that a minor Edition changed is not asked again.
    """
    before, changed = known, set[str]()
    for step in later:
        if step.is_material:
            changed |= _changed(before, step.outline)
        before = step.outline
    return Needed(
        tuple(section.id for section in before.sections if section.id in changed),
        tuple(question.id for question in before.check if question.id in changed),
    )


def sections_about(outline: Outline, missed: Collection[Question]) -> tuple[str, ...]:
    """The sections to read again for these questions: those that ask about the same outcome or the same skill.

    Where none does, all: better to read too much than the wrong thing.
    """
    outcomes = {question.outcome for question in missed} - {None}
    skills = {question.skill for question in missed} - {""}
    found = tuple(
        section.id
        for section in outline.sections
        if any(asked.outcome in outcomes or asked.skill in skills for asked in section.questions)
    )
    return found or tuple(section.id for section in outline.sections)


def _changed(before: Outline, after: Outline) -> set[str]:
    """Ids of sections and of questions of the check that are new, or not what they were."""
    known = {_content(each) for each in _asked(before)}
    return {each.id for each in _asked(after) if _content(each) not in known}


def _asked(outline: Outline) -> list[Section | Question]:
    return [*outline.sections, *outline.check]


def _content(value: Any) -> Any:
    """What something says, without the ids of blocks: a section that was copied or moved says the same."""
    if is_dataclass(value):
        named = (field.name for field in fields(value) if field.name != "id")
        return (type(value).__name__, *(_content(getattr(value, name)) for name in named))
    if isinstance(value, dict):
        return tuple(sorted(((str(key), _content(each)) for key, each in value.items()), key=repr))
    if isinstance(value, (list, tuple)):
        return tuple(_content(each) for each in value)
    if isinstance(value, (set, frozenset)):
        return tuple(sorted(map(repr, value)))
    return repr(value)
