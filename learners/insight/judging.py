"""What figures of questions and sections say to whoever wrote them. Standard library only.

All figures are of first tries, of everybody who did the module, wherever they work. Numbers of fewer than five people
are not said.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

FEWEST = 5
"""People behind any number that is said."""
ENOUGH = 20
"""Answers before anything is concluded from them."""
HARD, SURE_BUT_WRONG, MANY_LEAVE = 0.5, 0.2, 0.2


@dataclass(frozen=True, slots=True)
class Wrong:
    """A wrong thing that was chosen, by how many, and how they did in the rest of the check (0 to 1; None: no rest)."""

    text: str
    number: int
    rest: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionFigures:
    """One question at the first try. `rest_right`, `rest_wrong`: how those who had it right, or not, did in the rest.

    `rest_spread` is the standard deviation of the rest of all. `sure` said that they were very sure, of whom
    `sure_wrong` were wrong.
    """

    id: str
    name: str
    prompt: str
    skill: str
    answers: int = 0
    right: int = 0
    rest_right: float | None = None
    rest_wrong: float | None = None
    rest_spread: float | None = None
    sure: int = 0
    sure_wrong: int = 0
    wrong: tuple[Wrong, ...] = ()

    @property
    def facility(self) -> float | None:
        """The share who had it right; None without enough answers to say."""
        return self.right / self.answers if self.answers >= FEWEST else None

    @property
    def discrimination(self) -> float | None:
        """Point-biserial correlation of having it right with the rest of the check, from -1 to 1; None: cannot be said.

        Crocker & Algina 1986, chapter 14: corrected, since the question itself is left out of the rest.
        """
        if self.answers < ENOUGH or not self.rest_spread or None in (self.rest_right, self.rest_wrong):
            return None
        share = self.right / self.answers
        apart = self.rest_right - self.rest_wrong  # type: ignore[operator]
        return apart / self.rest_spread * (share * (1 - share)) ** 0.5

    @property
    def temptation(self) -> Wrong | None:
        """The wrong thing chosen most, where enough did."""
        most = max(self.wrong, key=lambda each: each.number, default=None)
        return most if most and most.number >= FEWEST else None

    @property
    def facility_words(self) -> str:
        """The share in words, which tell nobody from a small number."""
        return share_words(self.right, self.answers)

    @property
    def sure_words(self) -> str:
        """The share who were very sure, and wrong."""
        return share_words(self.sure_wrong, self.answers)

    @property
    def wrong_words(self) -> list[str]:
        """The wrong things that were chosen, with the share who did."""
        said = self.answers >= FEWEST
        return (
            [f"{each.text}: {share_words(each.number, self.answers)}" for each in self.wrong] if said else []
        )

    @property
    def misleads(self) -> bool:
        """Whether those who know the rest get it wrong more often than those who do not."""
        return self.discrimination is not None and self.discrimination < 0

    @property
    def is_hard(self) -> bool:
        """Whether fewer than half have it right."""
        return self.answers >= ENOUGH and self.right / self.answers < HARD

    @property
    def makes_sure(self) -> bool:
        """Whether many are very sure of a wrong answer."""
        enough = self.answers >= ENOUGH and self.sure_wrong >= FEWEST
        return enough and self.sure_wrong / self.answers >= SURE_BUT_WRONG


@dataclass(frozen=True, slots=True)
class SectionFigures:
    """One section: how many came to it, how many went through it, and the seconds it took them on average."""

    title: str
    came: int
    through: int
    seconds: float | None = None

    @property
    def left_words(self) -> str:
        """The share that stopped there."""
        return share_words(self.came - self.through, self.came, none="nobody")

    @property
    def loses_many(self) -> bool:
        """Whether many stop there."""
        left = self.came - self.through
        return self.came >= ENOUGH and left >= FEWEST and left / self.came >= MANY_LEAVE

    @property
    def minutes_words(self) -> str:
        """How long it took, to the half minute."""
        if self.seconds is None or self.through < FEWEST:
            return "too few to say"
        return "under half a minute" if self.seconds < 30 else f"{round(self.seconds / 30) / 2:g} minutes"


def share_words(number: int, total: int, *, none: str = "none") -> str:
    """A share in whole per cent, rounded down. What one to four people did, or did not do, is not told apart."""
    if total < FEWEST:
        return "too few to say"
    if number == 0:
        return none
    if number == total:
        return "100%"
    if number < FEWEST:
        return "hardly any"
    return "nearly all" if total - number < FEWEST else f"{number * 100 // total}%"


def about(number: int) -> str:
    """A number of people, to the nearest five."""
    return "fewer than 5" if number < FEWEST else f"about {(number + 2) // 5 * 5}"


def by_skill(questions: Iterable[QuestionFigures]) -> dict[str, str]:
    """The share of first tries that were right, by skill."""
    found: dict[str, tuple[int, int]] = {}
    for each in questions:
        right, answers = found.get(each.skill, (0, 0))
        found[each.skill] = right + each.right, answers + each.answers
    return {skill: share_words(*counts) for skill, counts in found.items() if skill}


def look_at_first(questions: Sequence[QuestionFigures], sections: Sequence[SectionFigures]) -> list[str]:
    """Sentences that say what to look at, what does most harm first; one when nothing stands out."""
    sentences = [
        *(_misleads(each) for each in questions if each.misleads),
        *(_sure(each) for each in questions if each.makes_sure),
        *(_hard(each) for each in questions if each.is_hard and not each.misleads),
        *(f"Many people stop at “{each.title}”." for each in sections if each.loses_many),
    ]
    if sentences:
        return sentences
    if max((each.answers for each in questions), default=0) < ENOUGH:
        return [f"Too few people have answered to say anything: it takes {ENOUGH}."]
    return ["Nothing stands out."]


def _misleads(question: QuestionFigures) -> str:
    knowing = [each for each in question.wrong if each.number >= FEWEST and each.rest is not None]
    chosen = max(knowing, key=lambda each: (each.rest or 0, each.number), default=None)
    if chosen:
        return f"{question.name} misleads: people who know the rest choose “{chosen.text}”."
    return f"{question.name} misleads: people who know the rest get it wrong."


def _sure(question: QuestionFigures) -> str:
    return f"{question.name}: many are very sure, and wrong."


def _hard(question: QuestionFigures) -> str:
    tempting = f" Most often they choose “{question.temptation.text}”." if question.temptation else ""
    return f"{question.name} is hard: fewer than half have it right at the first try.{tempting}"
