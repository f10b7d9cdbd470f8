"""Two columns whose lines belong together."""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from modules.questions.block import QuestionBlock, repeats
from modules.questions.fields import select
from modules.questions.placing import Placed, Placing
from modules.questions.question import Option
from modules.questions.registry import question_type
from modules.questions.shuffling import shuffled

LONG = 30
"""Characters that a list on a phone shows of its choice. Longer ones stand in full above the lists."""


@dataclass(frozen=True, kw_only=True)
class Match(Placing):
    """Each item has one target; the targets that follow theirs belong to none."""

    type = "match"
    belongs = "It goes with “{}”."

    @property
    def offered(self) -> tuple[Option, ...]:
        """The targets as they are shown."""
        return shuffled(self.id, self.targets)

    @property
    def is_wordy(self) -> bool:
        """Whether some target is too long for a list on a phone."""
        return any(len(target.text) > LONG for target in self.targets)

    def field_of(self, item: Placed) -> Any:
        choices = [(target.id, target.text) for target in self.offered]
        return select(item.text, choices, required=f"Choose what goes with “{item.text}”")


class PairBlock(blocks.StructBlock):
    """Two things that belong together."""

    left = blocks.CharBlock(max_length=200)
    right = blocks.CharBlock(max_length=200)
    feedback = blocks.TextBlock(rows=2, help_text="Shown after marking, whether or not they were matched.")

    class Meta:
        icon = "link"
        label_format = "{left}: {right}"


@question_type
class MatchBlock(QuestionBlock):
    """Two columns whose lines belong together."""

    question_class = Match
    position = 40

    pairs = blocks.ListBlock(PairBlock(), min_num=2)
    extra = blocks.ListBlock(
        blocks.CharBlock(max_length=200),
        default=[],
        label="More to choose from",
        help_text="What belongs to none of them, so that the last is no gift.",
    )

    def particulars(self, value: Any) -> dict[str, Any]:
        pairs, extra = value["pairs"].bound_blocks, value["extra"].bound_blocks
        return {
            "items": tuple(_left(child) for child in pairs),
            "targets": (
                *(Option(str(child.id), child.value["right"], "") for child in pairs),
                *(Option(str(child.id), child.value, "") for child in extra),
            ),
        }

    def hold(self, value: Any) -> None:
        lefts, rights = zip(*((pair["left"], pair["right"]) for pair in value["pairs"]), strict=True)
        if repeats(lefts) or repeats(rights):
            raise StructBlockValidationError(
                {"pairs": ValidationError("Two pairs say the same on one side.")}
            )
        if repeats([*rights, *value["extra"]]):
            raise StructBlockValidationError({"extra": ValidationError("Two of the choices say the same.")})

    class Meta:
        icon = "link"
        description = "Things that belong together, one chosen from a list for each."
        preview_value = {
            "question": "Match each record with what it is.",
            "skill": "when",
            "why": "<p>Mixing them up means looking in the wrong place.</p>",
            "pairs": [
                {"left": "Your own record", "right": "What your service writes", "feedback": "Yes."},
                {"left": "Shared care record", "right": "What several services share", "feedback": "Yes."},
            ],
            "extra": ["Everything about the person"],
        }


def _left(child: Any) -> Placed:
    """The left of a pair. The pair's id stands for both of its sides."""
    return Placed(str(child.id), child.value["left"], child.value["feedback"], target=str(child.id))
