"""What a learner meets in a module: plain data, with no database behind it."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from modules.questions.question import Question


@dataclass(frozen=True, slots=True)
class Passage:
    """Something to read: HTML that is the same for every learner."""

    id: str
    html: str


@dataclass(frozen=True, slots=True)
class Section:
    """One page of a module. `id` is the block's id, the same in every Edition that has it."""

    id: str
    title: str
    parts: tuple["Passage | Question", ...]

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions that are answered in place."""
        return tuple(part for part in self.parts if isinstance(part, Question))


@dataclass(frozen=True)
class Outline:
    """An Edition, ready to be shown and marked. `pass_mark` is a share from 0 to 1."""

    title: str
    sections: tuple[Section, ...]
    check: tuple[Question, ...]
    pass_mark: float
    _by_id: dict[str, Question] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_id", {question.id: question for question in self.questions()})

    def questions(self) -> Iterator[Question]:
        """Every question, in place and in the check."""
        for section in self.sections:
            yield from section.questions
        yield from self.check

    def question(self, question_id: str) -> Question | None:
        """The question with this id, or None where this Edition has none such."""
        return self._by_id.get(question_id)

    def section_number(self, section_id: str) -> int | None:
        """Where a section stands, counted from 1."""
        for number, section in enumerate(self.sections, start=1):
            if section.id == section_id:
                return number
        return None

    def section_of(self, question_id: str) -> Section | None:
        """The section in which a question is answered in place; None for a question of the check."""
        for section in self.sections:
            if any(question.id == question_id for question in section.questions):
                return section
        return None
