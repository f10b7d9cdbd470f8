"""What is wrong with a scenario, each fault at its place. Standard library only."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from modules.scenarios.graph import Ending, Node, Scenario
from modules.scenarios.paths import able_to_end, best_path, reachable

FEWEST_CHOICES = 2


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong. `kind` and `index` say where: of starts, nodes or endings, counted from 0; none: the whole.

    `choice` is the index of the choice, where it is one's.
    """

    message: str
    kind: str = ""
    index: int = -1
    key: str = ""
    choice: int | None = None


def faults(scenario: Scenario) -> tuple[Fault, ...]:
    """Everything that keeps a scenario from learners; nothing for a sound one.

    Sound is: every name exists once; every choice leads somewhere and has feedback; everything can be reached;
    from everywhere an ending can be; from every start good choices alone lead to a good ending.
    """
    return (*_names(scenario), *_starts(scenario), *_choices(scenario), *_ways(scenario))


def _names(scenario: Scenario) -> Iterator[Fault]:
    keys = Counter([node.key for node in scenario.nodes] + [ending.key for ending in scenario.endings])
    groups: dict[str, Sequence[Node | Ending]] = {"nodes": scenario.nodes, "endings": scenario.endings}
    for kind, found in groups.items():
        for index, each in enumerate(found):
            if not each.key:
                yield Fault("Give it a short name.", kind, index)
            elif keys[each.key] > 1:
                yield Fault(f"The short name “{each.key}” is used twice.", kind, index, each.key)


def _starts(scenario: Scenario) -> Iterator[Fault]:
    open_to_all = [index for index, start in enumerate(scenario.starts) if not start.roles]
    if len(open_to_all) != 1:
        yield Fault("Exactly one start must be for everybody else: leave the roles of one start empty.")
    taken = Counter(role for start in scenario.starts for role in set(start.roles))
    for index, start in enumerate(scenario.starts):
        if not start.node:
            yield Fault("Say where it begins.", "starts", index)
        elif not scenario.node(start.node):
            yield Fault(f"No situation is called “{start.node}”.", "starts", index, start.node)
        for role in sorted(set(start.roles)):
            if taken[role] > 1:
                yield Fault(f"Two starts are for the role “{role}”.", "starts", index, start.node)


def _choices(scenario: Scenario) -> Iterator[Fault]:
    for index, node in enumerate(scenario.nodes):
        if len(node.choices) < FEWEST_CHOICES:
            yield Fault("Give at least two choices.", "nodes", index, node.key)
        for number, choice in enumerate(node.choices):
            at = ("nodes", index, node.key, number)
            if not choice.next:
                yield Fault("Say where it leads.", *at)
            elif not (scenario.node(choice.next) or scenario.ending(choice.next)):
                yield Fault(f"It leads to “{choice.next}”, which is not there.", *at)
            if not choice.feedback.strip():
                yield Fault("Say what comes of this choice.", *at)
        yield from _rows(node, index)


def _rows(node: Node, index: int) -> Iterator[Fault]:
    if node.rows and node.record is None:
        yield Fault("Choose the record whose rows it shows.", "nodes", index, node.key)
    for ref in node.rows:
        if node.record and node.record.entry(ref) is None:
            yield Fault(f"The record has no row “{ref}”.", "nodes", index, node.key)


def _ways(scenario: Scenario) -> Iterator[Fault]:
    reached = reachable(scenario, [start.node for start in scenario.starts])
    ends = able_to_end(scenario)
    for index, node in enumerate(scenario.nodes):
        if node.key not in reached:
            yield Fault("Nothing leads here.", "nodes", index, node.key)
        if node.key not in ends:
            yield Fault("No ending can be reached from here.", "nodes", index, node.key)
    for index, ending in enumerate(scenario.endings):
        if ending.key not in reached:
            yield Fault("Nothing leads here.", "endings", index, ending.key)
    for index, start in enumerate(scenario.starts):
        if scenario.node(start.node) and best_path(scenario, start.node) is None:
            yield Fault(
                "No path of good choices leads from here to a good ending.", "starts", index, start.node
            )
