"""A plain question of every type, and for each an answer that earns all of it."""

from typing import Any, cast

from modules.questions.best_source import BestSource
from modules.questions.categorise import Categorise
from modules.questions.certainty import Certainty
from modules.questions.find_in_record import FindInRecord, Tick
from modules.questions.match import Match
from modules.questions.multiple_choice import MultipleChoice
from modules.questions.order import Order
from modules.questions.ordering import Ranked
from modules.questions.placing import Placed
from modules.questions.question import Option, Question
from modules.questions.short_reason import ShortReason
from modules.questions.single_choice import SingleChoice
from modules.questions.true_false import TrueFalse


def options(*ids: str, right: str) -> tuple[Option, ...]:
    return tuple(Option(id, id.upper(), f"About {id}.", is_right=id in right) for id in ids)


def placed(**targets: str) -> tuple[Placed, ...]:
    return tuple(Placed(id, id.upper(), f"About {id}.", target=target) for id, target in targets.items())


def ranked(**ranks: int) -> tuple[Ranked, ...]:
    return tuple(Ranked(id, id.upper(), f"About {id}.", rank=rank) for id, rank in ranks.items())


SHARED: dict[str, Any] = {"id": "q", "prompt": "Which?", "skill": "when", "why": ""}
SINGLE = SingleChoice(**SHARED, options=options("a", "b", "c", right="a"))
CERTAINTY = Certainty(**SHARED, options=options("a", "b", "c", right="a"))
MULTIPLE = MultipleChoice(**SHARED, options=options("a", "b", "c", right="ab"))
FIND = FindInRecord(
    **SHARED, record=cast("Any", None), options=(Tick("a", "A", "Yes.", is_right=True), Tick("b", "B", "No."))
)
TRUE_FALSE = TrueFalse(
    **SHARED,
    verdicts=(Option("true", "True", "No."), Option("false", "False", "Yes.", is_right=True)),
    reasons=options("a", "b", right="a"),
)
MATCH = Match(**SHARED, items=placed(a="a", b="b", c="c"), targets=options("a", "b", "c", "d", right=""))
CATEGORISE = Categorise(**SHARED, items=placed(a="x", b="y", c="x"), targets=options("x", "y", right=""))
ORDER = Order(**SHARED, items=ranked(a=1, b=2, c=3, d=4))
BEST = BestSource(**SHARED, items=ranked(a=3, b=1, c=2))
TIES = BestSource(**SHARED, items=ranked(a=3, b=1, c=2, d=2))
REASON = ShortReason(**SHARED, hint="", model="A good line.", points=("One.", "Two."))

EVERY: list[tuple[Question, dict[str, Any]]] = [
    (SINGLE, {"chosen": "a"}),
    (CERTAINTY, {"chosen": "a", "sure": "fairly"}),
    (MULTIPLE, {"chosen": ["a", "b"]}),
    (FIND, {"chosen": ["a"]}),
    (TRUE_FALSE, {"verdict": "false", "reason": "a"}),
    (MATCH, {"placed": {"a": "a", "b": "b", "c": "c"}}),
    (CATEGORISE, {"placed": {"a": "x", "b": "y", "c": "x"}}),
    (ORDER, {"order": ["a", "b", "c", "d"]}),
    (BEST, {"order": ["b", "c", "a"]}),
    (TIES, {"order": ["b", "d", "c", "a"]}),
    (REASON, {"text": "A line of mine."}),
]
