"""What a learner meets in a module: plain data, with no database behind it."""

import random
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace

from modules.practice.record import Record
from modules.questions.question import Question
from modules.scenarios.graph import Scenario


@dataclass(frozen=True, slots=True)
class Passage:
    """Something to read: HTML that is the same for every learner."""

    id: str
    html: str


@dataclass(frozen=True, slots=True)
class RecordVisit:
    """Sends the learner into a practice record with something to look for. `task` is HTML."""

    id: str
    record: Record
    task: str


@dataclass(frozen=True, slots=True)
class LocalFactNeeded:
    """A fact that the learner's organisation gives. `general` is the safe text where it has not; `kind` is a slug."""

    id: str
    kind: str
    question: str
    general: str


@dataclass(frozen=True, slots=True)
class InformationNamed:
    """A category of information. `general` is the safe text where nobody has said whether it can be seen."""

    slug: str
    name: str
    general: str


@dataclass(frozen=True, slots=True)
class VisibilityNeeded:
    """What can be seen of this information where the learner works. `introduction` is HTML."""

    id: str
    introduction: str
    information: tuple[InformationNamed, ...]


@dataclass(frozen=True, slots=True)
class Video:
    """A film with its captions and its transcript (HTML). Addresses are those of the service's own files."""

    id: str
    title: str
    url: str
    type: str
    captions_url: str
    transcript: str


type Part = Passage | Question | RecordVisit | LocalFactNeeded | VisibilityNeeded | Video | Scenario


@dataclass(frozen=True, slots=True)
class Section:
    """One page of a module. `id` is the block's id, the same in every Edition that has it.

    `warning` (HTML) is shown before the section, which may then be skipped; empty where there is none.
    """

    id: str
    title: str
    parts: tuple[Part, ...]
    warning: str = ""

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions that are answered in place."""
        return tuple(part for part in self.parts if isinstance(part, Question))

    @property
    def scenarios(self) -> tuple[Scenario, ...]:
        """The scenarios that are walked in place."""
        return tuple(part for part in self.parts if isinstance(part, Scenario))


@dataclass(frozen=True, slots=True)
class Pool:
    """Questions of the check of which each try asks only `draw`."""

    id: str
    draw: int
    question_ids: tuple[str, ...]

    def only(self, questions: Collection[str]) -> "Pool":
        """The pool with these of its questions alone."""
        kept = tuple(each for each in self.question_ids if each in questions)
        return Pool(self.id, min(self.draw, len(kept)), kept)


@dataclass(frozen=True, slots=True)
class Card:
    """A prompt card: a heading and a few lines, each with a heading of its own."""

    title: str
    lines: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Outline:
    """An Edition, ready to be shown and marked. `pass_mark` is a share from 0 to 1.

    `check` holds every question of the check in order, those of pools, too. `confidence` completes "How confident
    are you that you can …"; `actions` are what a learner can do on the next shift.
    """

    title: str
    sections: tuple[Section, ...]
    check: tuple[Question, ...]
    pass_mark: float
    pools: tuple[Pool, ...] = ()
    outcomes: tuple[str, ...] = ()
    confidence: str = ""
    actions: tuple[str, ...] = ()
    card: Card | None = None
    may_test_out: bool = False
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

    def only(
        self, sections: Collection[str], questions: Collection[str], pools: tuple[Pool, ...] | None = None
    ) -> "Outline":
        """The same module with these sections and these questions of the check alone, which cannot be taken first.

        `pools`, where the check is drawn in another way.
        """
        kept = pools if pools is not None else tuple(pool.only(questions) for pool in self.pools)
        return replace(
            self,
            sections=tuple(section for section in self.sections if section.id in sections),
            check=tuple(question for question in self.check if question.id in questions),
            pools=tuple(pool for pool in kept if pool.question_ids),
            may_test_out=False,
        )

    @property
    def local_facts(self) -> tuple[LocalFactNeeded, ...]:
        """The local facts that the module asks for, each kind once, in the order in which they come."""
        parts = (part for section in self.sections for part in section.parts)
        needed = (part for part in parts if isinstance(part, LocalFactNeeded))
        return tuple({part.kind: part for part in needed}.values())

    @property
    def depends_on_hat(self) -> bool:
        """Whether any part says something else at each organisation and to each role."""
        parts = (part for section in self.sections for part in section.parts)
        return any(isinstance(part, VisibilityNeeded) for part in parts)

    def section_number(self, section_id: str) -> int | None:
        """Where a section stands, counted from 1."""
        for number, section in enumerate(self.sections, start=1):
            if section.id == section_id:
                return number
        return None

    def section_of(self, part_id: str) -> Section | None:
        """The section in which a part stands; None for a question of the check."""
        for section in self.sections:
            if any(part.id == part_id for part in section.parts):
                return section
        return None

    def part(self, part_id: str) -> Part | None:
        """The part of a section with this id, or None."""
        section = self.section_of(part_id)
        return next((part for part in section.parts if part.id == part_id), None) if section else None

    @property
    def asked(self) -> int:
        """How many questions a try at the check asks."""
        pooled = sum(len(pool.question_ids) for pool in self.pools)
        return len(self.check) - pooled + sum(pool.draw for pool in self.pools)

    def draw(self, chance: random.Random, last_asked: Collection[str] = ()) -> list[str]:
        """The questions of a new try, in the order of the check. A pool gives first what the last try did not ask."""
        left_out: set[str] = set()
        for pool in self.pools:
            ids = list(pool.question_ids)
            chance.shuffle(ids)
            ids.sort(key=lambda question_id: question_id in last_asked)
            left_out.update(ids[pool.draw :])
        return [question.id for question in self.check if question.id not in left_out]
