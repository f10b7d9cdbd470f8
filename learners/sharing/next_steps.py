"""What is to be done next about an agreement, in sentences. Decides with the standard library alone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from learners.sharing.staging import ACTIVE, EXPIRED, ORDER

SIGNING = "signing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """A party that has become part of another organisation: whether its signature stands, and that one is asked."""

    gone: str
    into: str
    still_signed: bool
    is_asked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """How an agreement stands today.

    `asked`: how many are asked to sign, `signed`: how many signatures hold; `come`: what was planned for a day that has
    come.
    """

    stage: str
    covers_something: bool
    asked: int
    signed: int
    is_followed: bool = False
    is_review_late: bool = False
    has_review: bool = True
    come: Sequence[str] = ()
    merged: Sequence[Merged] = ()


def next_steps(now: Situation) -> list[str]:
    """What whoever leads the network does next, the most urgent first."""
    if now.stage == EXPIRED:
        return [] if now.is_followed else ["It has expired. If you still share, make a new version."]
    return [*_of_the_text(now), *_of_signatures(now), *_of_mergers(now), *_of_the_review(now)]


def own_step(stage: str, state: str, *, may_sign: bool) -> str:
    """What an organisation's own answer means today, and what is next; empty where nothing is."""
    if stage == EXPIRED:
        return "This version has expired. Nothing of it holds any more."
    if state == "signed":
        return "It holds here." if stage == ACTIVE else "It holds here from the day on which it is active."
    if state == "declined":
        return "Nothing of it holds here."
    if state != "asked":
        return ""
    if ORDER.index(stage) < ORDER.index(SIGNING):
        return "It cannot be signed yet. You can say by when you mean to."
    if may_sign:
        return "It can be signed now. Once the document is signed, say so here."
    return "It can be signed now. An administrator of this organisation says so here."


def _of_the_text(now: Situation) -> Iterator[str]:
    if not now.covers_something and now.stage != ACTIVE:
        yield "Add what it covers: what is shared now, what is planned, and what is left out."
    if now.come:
        yield f"The day has come for: {', '.join(now.come)}. If it is there, press “Shared from now”."


def _of_signatures(now: Situation) -> Iterator[str]:
    waiting = now.asked - now.signed
    if not now.asked:
        yield "Ask organisations to sign it."
    if ORDER.index(now.stage) < ORDER.index(SIGNING):
        yield "Note the next stage on the day it begins. It can be signed once it has come to signing."
    elif now.stage == SIGNING and now.signed:
        yield "It can become active: note that stage. It then binds those who have signed."
    elif now.asked and waiting:
        yield f"{_have(waiting)} not signed. Ask by when they mean to, and note each signature."


def _have(count: int) -> str:
    return "1 organisation has" if count == 1 else f"{count} organisations have"


def _of_mergers(now: Situation) -> Iterator[str]:
    for each in now.merged:
        ask = "" if each.is_asked else f" Ask {each.into} to sign."
        leaves = f" Note the last day of {each.gone}." if each.still_signed else ""
        if ask or leaves:
            yield f"{each.gone} is part of {each.into} now.{ask}{leaves}"


def _of_the_review(now: Situation) -> Iterator[str]:
    if now.is_review_late:
        yield "Its review is late. Once it was reviewed, give it a new day."
    elif not now.has_review and now.stage == ACTIVE:
        yield "Give it a day by which it is reviewed."
