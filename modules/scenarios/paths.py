"""What can be reached in a scenario, and the best way through it. Standard library only."""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from modules.scenarios.graph import Choice, Ending, Node, Scenario


@dataclass(frozen=True, slots=True)
class Step:
    """A choice at a situation."""

    node: Node
    choice: Choice


@dataclass(frozen=True, slots=True)
class Path:
    """Steps from a start to an ending."""

    steps: tuple[Step, ...]
    ending: Ending


def reachable(scenario: Scenario, starts: Iterable[str]) -> set[str]:
    """The keys of nodes and endings that some choices lead to from these, themselves included where they exist."""
    found: set[str] = set()
    waiting = [key for key in starts if scenario.node(key)]
    while waiting:
        key = waiting.pop()
        if key not in found:
            found.add(key)
            node = scenario.node(key)
            waiting += (
                [choice.next for choice in node.choices if _exists(scenario, choice.next)] if node else []
            )
    return found


def able_to_end(scenario: Scenario) -> set[str]:
    """The keys of nodes from which an ending can be reached."""
    leads_to: dict[str, set[str]] = {}
    for node in scenario.nodes:
        for choice in node.choices:
            leads_to.setdefault(choice.next, set()).add(node.key)
    found: set[str] = set()
    waiting = [key for ending in scenario.endings for key in leads_to.get(ending.key, ())]
    while waiting:
        key = waiting.pop()
        if key not in found:
            found.add(key)
            waiting += leads_to.get(key, ())
    return found


def best_path(scenario: Scenario, start: str) -> Path | None:
    """The shortest way of only good choices from a node to a good ending; None where there is none.

    Of several as short, the one whose choices come first.
    """
    came_by: dict[str, Step | None] = {start: None}
    waiting = deque([start])
    while waiting:
        key = waiting.popleft()
        ending = scenario.ending(key)
        if ending and ending.kind == "good":
            return Path(tuple(reversed(list(_back(came_by, key)))), ending)
        node = scenario.node(key)
        for choice in node.choices if node else ():
            if choice.is_good and choice.next not in came_by:
                came_by[choice.next] = Step(node, choice)  # type: ignore[arg-type]
                waiting.append(choice.next)
    return None


def _back(came_by: dict[str, Step | None], key: str) -> Iterator[Step]:
    step = came_by[key]
    while step:
        yield step
        step = came_by[step.node.key]


def _exists(scenario: Scenario, key: str) -> bool:
    return bool(scenario.node(key) or scenario.ending(key))
