"""The gate before a go-live: eight conditions, each met or not, and why. Decides from facts alone."""

from dataclasses import dataclass

from learners.programme.readiness.asked import Facts, Name, State
from learners.programme.readiness.conditions import CONDITIONS


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition: what is said of it, and why, with what to do about it."""

    name: Name
    state: State
    why: str

    @property
    def met(self) -> bool:
        """Whether it keeps nobody from going live."""
        return self.state is not State.NOT_MET


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether all conditions together let the milestone go live."""

    conditions: tuple[Condition, ...]

    @property
    def ready(self) -> bool:
        """Whether each condition is met, overridden, or does not apply."""
        return all(each.met for each in self.conditions)

    @property
    def reasons(self) -> list[str]:
        """Why it is not ready."""
        return [each.why for each in self.conditions if not each.met]

    @property
    def is_overridden(self) -> bool:
        """Whether a decision stands in for any condition."""
        return any(each.state is State.OVERRIDDEN for each in self.conditions)

    @property
    def title(self) -> str:
        """In a few words."""
        if not self.ready:
            return "Not ready"
        return "Ready with overrides" if self.is_overridden else "Ready"

    @property
    def words(self) -> str:
        """In a few words, with the reasons where it is not ready."""
        return f"Not ready: {' '.join(self.reasons)}" if self.reasons else self.title


def judge(facts: Facts) -> Verdict:
    """Hold the facts against every condition. What was overridden counts as that only while it is not met."""
    return Verdict(tuple(_condition(name, facts) for name in Name))


def _condition(name: Name, facts: Facts) -> Condition:
    state, why = CONDITIONS[name](facts)
    if state is State.NOT_MET and name in facts.overridden:
        state = State.OVERRIDDEN
    return Condition(name, state, why)
