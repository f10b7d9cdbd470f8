"""Answers to any question, as somebody would give who knows, or does not."""

import random
from typing import Any

from modules.questions.certainty import Certainty
from modules.questions.find_in_record import FindInRecord
from modules.questions.multiple_choice import MultipleChoice
from modules.questions.ordering import Ordering
from modules.questions.placing import Placing
from modules.questions.question import Question
from modules.questions.short_reason import ShortReason
from modules.questions.single_choice import SingleChoice
from modules.questions.true_false import TrueFalse

OWN_WORDS = "Before I ring, I will look at recent letters and ask what changed."


def right_answer(question: Question, *, sure: str = "very") -> dict[str, Any]:
    """An answer that earns everything. Raises TypeError for a type of question that is new here."""
    match question:
        case Certainty():
            return {"chosen": question.right, "sure": sure}
        case SingleChoice():
            return {"chosen": question.right}
        case MultipleChoice() | FindInRecord():
            return {"chosen": list(question.right)}
        case TrueFalse():
            verdict, reason = question.right
            return {"verdict": verdict, "reason": reason}
        case Placing():
            return {"placed": {item.id: item.target for item in question.items}}
        case Ordering():
            return {"order": [item.id for item in question.right]}
        case ShortReason():
            return {"text": OWN_WORDS}
    raise TypeError(f"No answer to {question!r}")


def wrong_answer(question: Question, chance: random.Random) -> dict[str, Any]:
    """An answer that misses something, often a little. What cannot be wrong is right."""
    match question:
        case SingleChoice():
            chosen = chance.choice([option.id for option in question.options if not option.is_right])
            sure = (
                {"sure": chance.choice(["guess", "fairly", "very"])}
                if isinstance(question, Certainty)
                else {}
            )
            return {"chosen": chosen} | sure
        case MultipleChoice() | FindInRecord():
            return {"chosen": _almost([option.id for option in question.options], question.right, chance)}
        case TrueFalse():
            return _one_slip(question, chance)
        case Placing():
            return {"placed": _one_moved(question, chance)}
        case Ordering():
            order = [item.id for item in question.right]
            return {"order": [*order[1:], order[0]]}
    return right_answer(question)


def _almost(ids: list[str], right: list[str], chance: random.Random) -> list[str]:
    """All that is right but one, and perhaps one that is not."""
    missed = chance.choice(right)
    wrong = [each for each in ids if each not in right]
    extra = chance.sample(wrong, 1) if wrong and (len(right) == 1 or chance.random() < 0.5) else []
    return [each for each in ids if (each in right and each != missed) or each in extra]


def _one_slip(question: TrueFalse, chance: random.Random) -> dict[str, Any]:
    verdict, reason = question.right
    if chance.random() < 0.5:
        return {"verdict": "true" if verdict == "false" else "false", "reason": reason}
    others = [option.id for option in question.reasons if option.id != reason]
    return {"verdict": verdict, "reason": chance.choice(others)}


def _one_moved(question: Placing, chance: random.Random) -> dict[str, Any]:
    placed = {item.id: item.target for item in question.items}
    moved = chance.choice(question.items)
    placed[moved.id] = chance.choice([target.id for target in question.targets if target.id != moved.target])
    return placed
