"""Random scenarios for property tests, and what sound means, the slow way."""

from typing import Any

from hypothesis import strategies as st

from modules.practice.record import Entry, Record
from modules.scenarios.graph import Choice, Ending, Node, Scenario, Start

KEYS = ["a", "b", "c", "d", "e"]
ENDS = ["x", "y"]
ROLES = ["nurse", "doctor"]
ROW = Entry(
    ref="letter",
    section="documents",
    what="A letter",
    status="",
    date="",
    days_ago=1,
    author_role="",
    source="",
)
RECORD = Record(
    key="r",
    title="",
    person="Win",
    prefers="Win",
    nhs_number="",
    age=82,
    permission="",
    flags=(),
    feeds=(),
    entries=(ROW,),
    reasons=(),
    accesses=(),
)


def mostly(usual: Any, *odd: Any) -> st.SearchStrategy[Any]:
    """The usual value, and now and then an odd one: else hardly any graph would be sound."""
    return st.sampled_from([usual] * 12 + list(odd))


@st.composite
def scenarios(draw: Any, *, drafts: bool = False) -> Scenario:
    """Any graph: names twice, islands, cycles, roles in two starts, rows that are not there; and sound ones.

    `drafts` may lack names, verdicts, starts, anything.
    """
    fewest, empty = (0, [""]) if drafts else (1, [])
    name = st.sampled_from(KEYS + empty)
    keys = draw(st.lists(name, min_size=fewest, max_size=5, unique=draw(mostly(True, False))))
    ends = draw(st.lists(st.sampled_from(ENDS + empty), min_size=fewest, max_size=2, unique=True))
    ends += draw(mostly([], keys[:1]))
    known = [*keys, *ends, *ends] or ["x"]
    nodes = tuple(draw(_node(key, known, drafts=drafts)) for key in keys)
    endings = tuple(
        Ending(key=key, title=key, kind=draw(st.sampled_from(["good", "poor"])), person="", next_worker="")
        for key in ends
    )
    starts = draw(_starts(keys or ["a"], drafts=drafts))
    return Scenario(id="s", title="", introduction="", starts=starts, nodes=nodes, endings=endings)


@st.composite
def _node(draw: Any, key: str, known: list[str], *, drafts: bool) -> Node:
    choice = st.builds(
        Choice,
        id=st.uuids().map(str),
        text=st.just("Do"),
        verdict=st.sampled_from(["good", "okay", "unsafe", *([""] if drafts else [])]),
        feedback=mostly("So.", " "),
        next=st.sampled_from([*known, *draw(mostly([], ["nowhere"])), *([""] if drafts else [])]),
    )
    choices = draw(st.lists(choice, min_size=draw(mostly(2, 0 if drafts else 1)), max_size=3))
    record, rows = draw(mostly(None, RECORD)), draw(mostly((), ("letter",), ("letter", "gone")))
    return Node(key=key, title=key, text="", choices=tuple(choices), record=record, rows=rows)


@st.composite
def _starts(draw: Any, keys: list[str], *, drafts: bool) -> tuple[Start, ...]:
    node = st.sampled_from([*keys, *draw(mostly([], ["nowhere", "x"])), *([""] if drafts else [])])
    some = draw(st.lists(st.sampled_from([("nurse",), ("doctor",), ("nurse", "doctor")]), max_size=2))
    roles = [*some, *draw(mostly([()], [], [(), ()]))]
    return tuple(Start(node=draw(node), label="", roles=each) for each in draw(st.permutations(roles)))


def walks(scenario: Scenario, start: str, *, only_good: bool = False) -> set[str]:
    """Every key that can be reached, the slow way: until nothing is added."""
    found = {start}
    while True:
        more = {
            choice.next
            for node in scenario.nodes
            if node.key in found
            for choice in node.choices
            if not only_good or choice.verdict == "good"
        } | found
        if more == found:
            return found
        found = more


def is_sound(scenario: Scenario) -> bool:
    """The definition, word by word."""
    keys = [node.key for node in scenario.nodes] + [ending.key for ending in scenario.endings]
    ends = {ending.key for ending in scenario.endings}
    happy = {ending.key for ending in scenario.endings if ending.kind == "good"}
    situations = {node.key for node in scenario.nodes}
    choices = [choice for node in scenario.nodes for choice in node.choices]
    starts = [start.node for start in scenario.starts]
    roles = [role for start in scenario.starts for role in start.roles]
    return (
        len(keys) == len(set(keys))
        and len([start for start in scenario.starts if not start.roles]) == 1
        and len(roles) == len(set(roles))
        and set(starts) <= situations
        and all(len(node.choices) >= 2 for node in scenario.nodes)
        and all(choice.next in keys and choice.feedback.strip() for choice in choices)
        and all(node.record for node in scenario.nodes if node.rows)
        and all("gone" not in node.rows for node in scenario.nodes)
        and set().union(*(walks(scenario, start) for start in starts)) == set(keys)
        and all(walks(scenario, node.key) & ends for node in scenario.nodes)
        and all(walks(scenario, start, only_good=True) & happy for start in starts)
    )
