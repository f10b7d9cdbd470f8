"""A branching scenario: a graph of situations, with choices between them, that ends."""

from dataclasses import dataclass
from typing import Literal

type Verdict = Literal["good", "okay", "unsafe"]
type Dimension = Literal["information", "source", "time", "permission"]
type EndingKind = Literal["good", "mixed", "poor"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Something to do, where it leads (`next` is the key of a node or an ending), and what it hit or missed.

    Dimensions: the right information, from the right source, at the right time, with permission.
    """

    slug: str
    text: str
    verdict: Verdict
    feedback: str
    next: str
    hits: tuple[Dimension, ...] = ()
    misses: tuple[Dimension, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A situation, in HTML, with some rows (by ref) of a practice record (by slug) where it shows them."""

    key: str
    title: str
    text: str
    choices: tuple[Choice, ...]
    record: str = ""
    rows: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """How it ends: what happened to the person, and what the next worker saw. Both are HTML."""

    key: str
    title: str
    kind: EndingKind
    person: str
    next_worker: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """Where some roles (by slug; empty: everybody else) begin. Exactly one start is for everybody else."""

    node: str
    label: str
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """A scenario. `introduction` is HTML."""

    slug: str
    title: str
    introduction: str
    starts: tuple[Start, ...]
    nodes: tuple[Node, ...]
    endings: tuple[Ending, ...]
