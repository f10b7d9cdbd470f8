"""Attempts, made through the actions that learners use."""

from typing import Any


def start_attempt(person: Any, module: Any, organisation: Any = None) -> Any:
    """Start the module's newest Edition."""
    from learners.attempts.actions import start

    return start(module=module, organisation=organisation, by=person)


def finish_attempt(person: Any, module: Any, organisation: Any = None) -> Any:
    """Go through a module of ModuleFactory and pass its check."""
    raise NotImplementedError
