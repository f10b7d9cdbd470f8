"""Who may come in, and how. Pure: from what is known to an answer."""

from dataclasses import dataclass
from enum import StrEnum

from learners.single_sign_on.failures import NotSignedIn, Reason


class Way(StrEnum):
    """How somebody comes in."""

    SIGN_IN = "sign_in"  # linked before
    CONFIRM = "confirm"  # a new row of the staff list that nobody has used: they say that it is theirs
    PROVE = "prove"  # an account in use: they sign in to it in the usual way, and then say that they want the link
    MAKE = "make"  # nobody here yet: an account and a membership are made


@dataclass(frozen=True)
class Known:
    """What we know of a person who may be meant."""

    id: int
    on_roster: bool  # of the provider's organisation, today
    was_here: bool  # has or had any membership of that organisation
    closed: bool  # retired or anonymised
    in_use: bool  # has signed in, can sign in, or belongs to somebody else as well
    linked_to_issuer: bool  # to another account at the same provider


@dataclass(frozen=True)
class Facts:
    """Everything that the decision rests on."""

    linked: Known | None  # whose this account at the provider is already
    by_email: Known | None  # who has the verified address here
    by_number: tuple[Known, ...]  # who has the employee number on this organisation's staff list
    unverified: bool  # the provider gave an address and did not verify it
    may_join: bool  # the verified address is in a domain of the provider, and joining is switched on


@dataclass(frozen=True)
class Admission:
    """The answer. `person` is None where one is to be made; `joins` where a membership is."""

    way: Way
    person: int | None = None
    joins: bool = False


def admit(facts: Facts) -> Admission:
    """Decide. Raises NotSignedIn with the reason."""
    if facts.linked:
        _hold(not facts.linked.closed, Reason.CLOSED)
        _hold(facts.linked.on_roster, Reason.NOT_ON_ROSTER)
        return Admission(Way.SIGN_IN, facts.linked.id)
    found = _on_the_roster(facts)
    if found:
        return Admission(_way(found), found.id)
    if facts.unverified:
        raise NotSignedIn(Reason.UNVERIFIED)
    _hold(facts.may_join, Reason.NOT_ON_ROSTER)
    if facts.by_email is None:
        return Admission(Way.MAKE, joins=True)
    _hold(not facts.by_email.was_here, Reason.NOT_ON_ROSTER)  # who has left does not come back by themselves
    _way(facts.by_email)
    return Admission(Way.PROVE, facts.by_email.id, joins=True)


def _on_the_roster(facts: Facts) -> Known | None:
    """Who on the staff list is meant. Where number and address point at two people, nobody is."""
    _hold(len(facts.by_number) < 2, Reason.AMBIGUOUS)
    if facts.by_number:
        found = facts.by_number[0]
        _hold(facts.by_email is None or facts.by_email.id == found.id, Reason.AMBIGUOUS)
        return found
    return facts.by_email if facts.by_email and facts.by_email.on_roster else None


def _way(person: Known) -> Way:
    _hold(not person.closed, Reason.CLOSED)
    _hold(not person.linked_to_issuer, Reason.LINKED_OTHERWISE)
    return Way.PROVE if person.in_use else Way.CONFIRM


def _hold(condition: bool, reason: Reason) -> None:
    if not condition:
        raise NotSignedIn(reason)
