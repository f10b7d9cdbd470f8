"""The one place where question types are found."""

import pkgutil
from functools import cache
from importlib import import_module
from typing import Any

import modules.questions
from modules.questions.block import QuestionBlock

_types: dict[str, type[QuestionBlock]] = {}


def question_type[T: type[QuestionBlock]](block: T) -> T:
    """Register a block as a question type, under its question class's `type`."""
    name = block.question_class.type
    if name in _types and _types[name] is not block:
        raise ValueError(f"Two question types call themselves {name!r}.")
    _types[name] = block
    return block


def question_blocks() -> list[tuple[str, QuestionBlock]]:
    """A new block of every type, with its name, for a StreamBlock."""
    return [(name, block()) for name, block in _all().items()]


def is_question(name: str) -> bool:
    """Whether a block of this name is a question."""
    return name in _all()


@cache
def _all() -> dict[str, type[QuestionBlock]]:
    for found in pkgutil.iter_modules(modules.questions.__path__, "modules.questions."):
        import_module(found.name)
    return dict(sorted(_types.items(), key=lambda entry: entry[1].position))


def question_from(name: str, question_id: str, value: Any) -> Any:
    """The question that a block's value describes."""
    return _all()[name]().question_from(question_id, value)
