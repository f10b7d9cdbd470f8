"""A scenario as plain data: situations, choices between them, and endings. Standard library only."""

from dataclasses import dataclass, field

from modules.practice.record import Entry, Record, Verdict

DIMENSIONS = {
    "information": "The right information",
    "source": "From the right source",
    "time": "At the right time",
    "permission": "With permission",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Something to do. `next` is the key of a node or an ending; `hits` and `misses` name dimensions."""

    id: str
    text: str
    verdict: str
    feedback: str
    next: str
    hits: tuple[str, ...] = ()
    misses: tuple[str, ...] = ()

    @property
    def is_good(self) -> bool:
        """Whether it belongs to a best path."""
        return self.verdict == Verdict.GOOD


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A situation, in HTML, with rows of a practice record where it shows some."""

    key: str
    title: str
    text: str
    choices: tuple[Choice, ...]
    record: Record | None = None
    rows: tuple[str, ...] = ()

    def choice(self, choice_id: str) -> Choice | None:
        """The choice with this id, or None."""
        return next((choice for choice in self.choices if choice.id == choice_id), None)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The rows that it shows, in the order in which they are named."""
        found = (self.record.entry(ref) for ref in self.rows) if self.record else ()
        return tuple(entry for entry in found if entry)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """How it ends. `kind` is good, mixed or poor; `person` and `next_worker` are HTML."""

    key: str
    title: str
    kind: str
    person: str
    next_worker: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """Where people of some roles (by slug; none: everybody else) begin."""

    node: str
    label: str
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Scenario:
    """A scenario of an Edition. `id` is the block's id; `introduction` is HTML."""

    id: str
    title: str
    introduction: str
    starts: tuple[Start, ...]
    nodes: tuple[Node, ...]
    endings: tuple[Ending, ...]
    _nodes: dict[str, Node] = field(init=False, repr=False, compare=False)
    _endings: dict[str, Ending] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_nodes", {node.key: node for node in self.nodes})
        object.__setattr__(self, "_endings", {ending.key: ending for ending in self.endings})

    def node(self, key: str) -> Node | None:
        """The node of this key, or None."""
        return self._nodes.get(key)

    def ending(self, key: str) -> Ending | None:
        """The ending of this key, or None."""
        return self._endings.get(key)

    def start_for(self, role: str | None) -> Start | None:
        """Where somebody of this role begins: their own start, or else the one for everybody else."""
        for start in self.starts:
            if role and role in start.roles:
                return start
        return next((start for start in self.starts if not start.roles), None)
