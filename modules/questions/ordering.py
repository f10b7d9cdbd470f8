"""What the types share in which things are put in order."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from modules.questions.fields import select
from modules.questions.question import Answer, Option, Question, ReviewLine, interaction_choices
from modules.questions.shuffling import shuffled
from modules.questions.stored import texts_at


@dataclass(frozen=True, slots=True)
class Ranked(Option):
    """Something to put in order. Rank 1 comes first; two of the same rank may stand either way round."""

    rank: int = 1


@dataclass(frozen=True, kw_only=True)
class Ordering(Question):
    """Stored answer: `{"order": [item id, …]}`, the first first."""

    items: tuple[Ranked, ...]
    template = "modules/questions/ordering.html"
    hint: ClassVar[str]

    @property
    def right(self) -> list[Ranked]:
        """The items in the right order, or in one of them."""
        return sorted(self.items, key=lambda item: item.rank)

    @property
    def has_ties(self) -> bool:
        """Whether more than one order is right."""
        return len({item.rank for item in self.items}) < len(self.items)

    @property
    def shown(self) -> tuple[Ranked, ...]:
        """The items as they are shown before anybody has answered: never in a right order already."""
        mixed = shuffled(self.id, self.items)
        ranks = [item.rank for item in mixed]
        return mixed if ranks != sorted(ranks) else (*mixed[1:], *mixed[:1])

    def form_fields(self) -> dict[str, Any]:
        numbers = [(str(n), str(n)) for n in range(1, len(self.items) + 1)]
        return {
            item.id: select(item.text, numbers, required=f"Choose a number for “{item.text}”")
            for item in self.shown
        }

    def faults(self, cleaned: Mapping[str, Any]) -> dict[str, str]:
        found: dict[str, str] = {}
        taken: dict[str, str] = {}
        for item in self.shown:
            number = cleaned.get(item.id)
            if number in taken:
                found[item.id] = f"“{taken[number]}” is number {number} too. Give each a number of its own"
            elif number:
                taken[number] = item.text
        return found

    def answer_from(self, cleaned: Mapping[str, Any]) -> dict[str, Any]:
        return {"order": sorted((item.id for item in self.items), key=lambda name: int(cleaned[name]))}

    def initial(self, answer: Answer) -> dict[str, Any]:
        return {item.id: str(place) for place, item in enumerate(self.given(answer), start=1)}

    def given(self, answer: Answer) -> list[Ranked]:
        """The items in the order of an answer; those that it does not name are left out."""
        by_id = {item.id: item for item in self.items}
        return [by_id[name] for name in texts_at(answer, "order") if name in by_id]

    def places(self, item: Ranked) -> range:
        """Where an item may stand, counted from 1."""
        first = 1 + sum(other.rank < item.rank for other in self.items)
        return range(first, first + sum(other.rank == item.rank for other in self.items))

    def review(self, answer: Answer) -> tuple[ReviewLine, ...]:
        given = self.given(answer)
        missing = [item for item in self.right if item not in given]
        return (
            *(self._line(item, place) for place, item in enumerate(given, start=1)),
            *(
                ReviewLine(
                    item.text, item.feedback, is_right=True, was_chosen=False, label=_place(self.places(item))
                )
                for item in missing
            ),
        )

    def _line(self, item: Ranked, place: int) -> ReviewLine:
        right = self.places(item)
        instead = "" if place in right else f"It belongs in {_place(right).lower()}."
        label = _place(range(place, place + 1))
        return ReviewLine(
            item.text, item.feedback, not instead, was_chosen=True, label=label, instead=instead
        )

    def interaction(self) -> dict[str, Any]:
        if self.has_ties:  # xAPI's "sequencing" would need every order that is right
            return {"interactionType": "other"}
        return {
            "interactionType": "sequencing",
            "correctResponsesPattern": ["[,]".join(item.id for item in self.right)],
            "choices": interaction_choices(self.items),
        }

    def response(self, answer: Answer) -> str:
        return "[,]".join(item.id for item in self.given(answer))


def _place(places: range) -> str:
    """`Place 2`, `Place 2 or 3`, `Place 2 to 4`."""
    if len(places) == 1:
        return f"Place {places[0]}"
    return f"Place {places[0]} {'or' if len(places) == 2 else 'to'} {places[-1]}"
