"""What the types share in which each thing is put where it belongs."""

from abc import abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from modules.questions.marking import Mark, mark_share
from modules.questions.question import Answer, Option, Question, ReviewLine, interaction_choices
from modules.questions.stored import pairs_at


@dataclass(frozen=True, slots=True)
class Placed(Option):
    """Something to place, and the id of the target where it belongs."""

    target: str = ""


@dataclass(frozen=True, kw_only=True)
class Placing(Question):
    """Stored answer: `{"placed": {item id: target id}}`."""

    items: tuple[Placed, ...]
    targets: tuple[Option, ...]
    template = "modules/questions/placing.html"
    belongs: ClassVar[str]
    """How to say where something belongs: a sentence with room for the target."""

    @abstractmethod
    def field_of(self, item: Placed) -> Any:
        """The form field in which one thing is placed."""

    def form_fields(self) -> dict[str, Any]:
        return {item.id: self.field_of(item) for item in self.items}

    def answer_from(self, cleaned: Mapping[str, Any]) -> dict[str, Any]:
        return {"placed": {item.id: cleaned[item.id] for item in self.items}}

    def initial(self, answer: Answer) -> dict[str, Any]:
        return dict(pairs_at(answer, "placed"))

    def mark(self, answer: Answer) -> Mark:
        return mark_share(pairs_at(answer, "placed"), {item.id: item.target for item in self.items})

    def review(self, answer: Answer) -> tuple[ReviewLine, ...]:
        placed = pairs_at(answer, "placed")
        return tuple(self._line(item, placed.get(item.id, "")) for item in self.items)

    def _line(self, item: Placed, given: str) -> ReviewLine:
        """A thing where it was put; where it belongs, when it was put nowhere that there is."""
        texts = {target.id: target.text for target in self.targets}
        right, chosen = texts.get(item.target, ""), texts.get(given)
        is_right = chosen is None or given == item.target
        return ReviewLine(
            right if chosen is None else chosen,
            item.feedback,
            is_right=is_right,
            was_chosen=chosen is not None,
            label=item.text,
            instead="" if is_right else self.belongs.format(right),
        )

    def interaction(self) -> dict[str, Any]:
        right = self.response({"placed": {item.id: item.target for item in self.items}})
        return {
            "interactionType": "matching",
            "correctResponsesPattern": [right],
            "source": interaction_choices(self.items),
            "target": interaction_choices(self.targets),
        }

    def response(self, answer: Answer) -> str:
        placed = pairs_at(answer, "placed")
        return "[,]".join(f"{item.id}[.]{placed[item.id]}" for item in self.items if item.id in placed)
