"""Where in a statement something stands, and the refusal that names it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any

type Rule = Callable[[Any, Place], object]


class Refused(Exception):
    """What was sent is not what xAPI asks for. `path` names the property, as `result.score.scaled`."""

    def __init__(self, message: str, path: str = "", status: int = 400) -> None:
        super().__init__(message)
        self.message, self.path, self.status = message, path, status


class Place:
    """A property, by its way from the top; and whether the rules of version 2.0 hold."""

    __slots__ = ("above", "is_two", "name")

    def __init__(self, name: str = "", above: Place | None = None, *, is_two: bool = False) -> None:
        self.name, self.above = name, above
        self.is_two: bool = above.is_two if above else is_two

    def __truediv__(self, name: str) -> Place:
        return Place(name, self)

    def __str__(self) -> str:
        before = str(self.above) if self.above else ""
        return f"{before}{'.' if before and not self.name.startswith('[') else ''}{self.name}"

    def hold(self, condition: object, message: str) -> None:
        """Refuse unless a condition holds."""
        if not condition:
            raise Refused(message, str(self))


def properties(value: Any, at: Place, rules: Mapping[str, Rule], *, required: Collection[str] = ()) -> None:
    """Hold an object to the rule of each of its properties. It may have no others, and null is no value."""
    if not isinstance(value, dict):
        raise Refused("This must be an object.", str(at))
    for name in required:
        if name not in value:
            raise Refused("This is missing.", str(at / name))
    for name, part in value.items():
        rule = rules.get(name)
        if rule is None:
            raise Refused("There is no such property here.", str(at / name))
        if part is None:
            raise Refused("This must not be null.", str(at / name))
        rule(part, Place(name, at))


def each(rule: Rule) -> Rule:
    """The rule of a list, by that of its items."""

    def listed(value: Any, at: Place) -> None:
        at.hold(isinstance(value, list), "This must be a list.")
        for number, item in enumerate(value):
            rule(item, at / f"[{number}]")

    return listed
