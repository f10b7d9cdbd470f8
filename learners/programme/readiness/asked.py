"""What the gate asks of a milestone, and what it has to know for that. Standard library only."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum


class State(StrEnum):
    """What is said of a condition."""

    MET = "met"
    NOT_MET = "not_met"
    OVERRIDDEN = "overridden"
    DOES_NOT_APPLY = "does_not_apply"

    @property
    def label(self) -> str:
        """In words."""
        return self.value.replace("_", " ").capitalize()

    @property
    def colour(self) -> str:
        """The colour of its tag."""
        return {"met": "green", "not_met": "red", "overridden": "orange", "does_not_apply": "grey"}[
            self.value
        ]


class Name(StrEnum):
    """The conditions, in the order of the page."""

    AGREEMENT = "agreement"
    SCOPE = "scope"
    COVERAGE = "coverage"
    TRAINED = "trained"
    BASELINE = "baseline"
    FALLBACK = "fallback"
    CHAMPIONS = "champions"
    CHANGES = "changes"

    @property
    def label(self) -> str:
        """In words."""
        return LABELS[self]


LABELS = {
    Name.AGREEMENT: "The agreement is active",
    Name.SCOPE: "What is taught is what is shared",
    Name.COVERAGE: "Every role has a module",
    Name.TRAINED: "Enough people are trained",
    Name.BASELINE: "Attitudes were asked before",
    Name.FALLBACK: "People know what to do when the record is down",
    Name.CHAMPIONS: "Champions are named",
    Name.CHANGES: "Changes of jobs are written down",
}


@dataclass(frozen=True, slots=True)
class Group:
    """A team, or a shift across teams: how many are trained. `is_shown`: whether the reader may see it."""

    name: str
    number: int
    total: int
    is_shown: bool = True

    def reaches(self, threshold: int) -> bool:
        """Whether at least so many per cent are trained."""
        return self.number * 100 >= self.total * threshold


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is known of a milestone, and of the organisations that it concerns."""

    organisations: Sequence[str]
    agreement: str = ""
    stage: str = ""
    is_active: bool = False
    unsigned: Sequence[str] = ()
    teaches: bool = True
    gaps: Sequence[str] = ()
    capability: str
    roles: Sequence[str]
    roles_without_module: Sequence[str] = ()
    modules: Sequence[str]
    threshold: int
    groups: Sequence[Group] = ()
    not_asking: Sequence[str] = ()  # organisations where nobody is asked for some of the modules
    has_baseline: bool = False
    without_fallback: Sequence[str] = ()
    without_champion: Sequence[str] = ()
    roles_without_help: Sequence[str] = ()
    overridden: frozenset[str] = field(default_factory=frozenset)
