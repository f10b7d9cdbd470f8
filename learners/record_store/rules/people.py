"""Agents and Groups (xAPI-Data 2.4.2)."""

from typing import Any

from learners.record_store.rules.place import Place, Refused, Rule, each, properties
from learners.record_store.rules.values import iri, mailbox, one_of, sha1, text

IDENTIFIERS = ("mbox", "mbox_sha1sum", "openid", "account")


def account(value: Any, at: Place) -> None:
    """An account at a system."""
    properties(value, at, {"homePage": iri, "name": text}, required=("homePage", "name"))


_IDENTITY: dict[str, Rule] = {
    "name": text,
    "mbox": mailbox,
    "mbox_sha1sum": sha1,
    "openid": iri,
    "account": account,
}


def agent(value: Any, at: Place) -> None:
    """One person or system, by just one identifier."""
    properties(value, at, _IDENTITY | {"objectType": one_of("Agent")})
    if sum(name in value for name in IDENTIFIERS) != 1:
        raise Refused(f"An Agent has just one of {', '.join(IDENTIFIERS)}.", str(at))


def group(value: Any, at: Place) -> None:
    """A group by one identifier, or an anonymous one by its members."""
    rules = _IDENTITY | {"objectType": one_of("Group"), "member": each(agent)}
    properties(value, at, rules, required=("objectType",))
    identified = sum(name in value for name in IDENTIFIERS)
    at.hold(identified <= 1, f"A Group has one of {', '.join(IDENTIFIERS)} at most.")
    at.hold(identified or value.get("member"), "A Group without an identifier has members.")


def agent_or_group(value: Any, at: Place) -> None:
    """Whichever it says that it is."""
    is_group = isinstance(value, dict) and value.get("objectType") == "Group"
    (group if is_group else agent)(value, at)


def authority(value: Any, at: Place) -> None:
    """An Agent, or an application and its user as an anonymous Group of two."""
    agent_or_group(value, at)
    if value.get("objectType") == "Group":
        at.hold(
            not any(name in value for name in IDENTIFIERS) and len(value["member"]) == 2,
            "A Group as authority is anonymous and has two members.",
        )
