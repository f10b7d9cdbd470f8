"""Checks of everything published, for the command `check_content`."""

import datetime
from collections.abc import Callable, Iterable, Iterator

from modules.content_checks.finding import Finding, Severity

type Check = Callable[[datetime.date], Iterable[Finding]]

_more: list[Check] = []


def also_check(check: Check) -> Check:
    """Register a check of another app's data, which is given the day."""
    _more.append(check)
    return check


def findings(on: datetime.date) -> Iterator[Finding]:
    """Everything found in what is published on a day."""
    from modules.content_checks.pages import CHECKS, published

    for thing in published():
        for check in CHECKS:
            yield from check(thing, on)
    for more in _more:
        yield from more(on)


__all__ = ["Finding", "Severity", "also_check", "findings"]
