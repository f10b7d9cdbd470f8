"""What is held of what somebody typed and did not send."""

from collections.abc import Iterator
from typing import Any

from learners.holdings import Fate, Holding, Row, Traces, register


def _words(person: Any) -> Iterator[Row]:
    for held in person.held_words.order_by("held_at"):
        for text in held.words.values():
            yield {"Page": held.page, "What you typed": text, "When": held.held_at}


def _forget(person: Any, traces: Traces) -> None:
    person.held_words.all().delete()


register(
    Holding(
        key="held_words",
        title="What you typed and have not sent",
        why="So that nothing is lost when a shared computer signs you out. Only you can see it.",
        how_long="Until you send it or throw it away; after seven days it goes when somebody signs in.",
        fate=Fate.DELETED,
        because="It is yours alone, and nobody has sent it.",
        rows=_words,
        forget=_forget,
        about=("organisations.HeldWords.person",),
    )
)
