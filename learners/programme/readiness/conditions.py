"""The eight conditions: each says of the facts whether it is met, why, and what to do. Standard library only."""

from collections.abc import Callable, Sequence

from learners.programme.readiness.asked import Facts, Group, Name, State

MOST = 5  # so many names a sentence holds

type Said = tuple[State, str]


def listed(names: Sequence[str]) -> str:
    """Names in a row; of many, the first few and how many more."""
    if len(names) > MOST:
        return f"{', '.join(names[:MOST])} and {len(names) - MOST} more"
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1] if names else "")))


def _agreement(facts: Facts) -> Said:
    if not facts.organisations:
        return State.NOT_MET, "No organisation that it concerns is in this network today."
    if not facts.agreement:
        return State.NOT_MET, "No agreement is chosen. Choose the one under which this is shared."
    if not facts.is_active:
        return (
            State.NOT_MET,
            f"{facts.agreement} is not active yet ({facts.stage or 'not begun'}). It has to be, and be signed.",
        )
    if facts.unsigned:
        return (
            State.NOT_MET,
            f"{facts.agreement} is not signed by {listed(facts.unsigned)}. Ask them to sign.",
        )
    return State.MET, f"{facts.agreement} is active, and signed."


def _scope(facts: Facts) -> Said:
    if not facts.teaches:
        return State.DOES_NOT_APPLY, "The milestone names no module and no information."
    if facts.gaps:
        found = " ".join(f"{gap.rstrip('.')}." for gap in facts.gaps[:MOST])
        more = f" There are {len(facts.gaps) - MOST} more." if len(facts.gaps) > MOST else ""
        return State.NOT_MET, f"{found}{more} Bring the agreement and the modules together."
    return State.MET, "Modules and agreement speak of the same information."


def _coverage(facts: Facts) -> Said:
    if not facts.roles:
        return NOBODY
    if facts.roles_without_module:
        roles = listed(facts.roles_without_module)
        return State.NOT_MET, f"No published module on {facts.capability} is for: {roles}. Publish one."
    return State.MET, f"Every role that it touches has a published module on {facts.capability}."


def _trained(facts: Facts) -> Said:
    if not facts.modules:
        return State.NOT_MET, "No module is named. Name those that people should have learned before."
    if not any(group.total for group in facts.groups):
        return (
            State.DOES_NOT_APPLY,
            "Nobody there has to learn for it: nobody has such a role, or all are excused.",
        )
    below = [group for group in facts.groups if not group.reaches(facts.threshold)]
    if not below:
        return State.MET, f"At least {facts.threshold}% of every team and every shift are trained."
    return State.NOT_MET, " ".join(filter(None, (_below(facts, below), _not_asking(facts))))


def _below(facts: Facts, below: list[Group]) -> str:
    """The teams and shifts that the reader may see, by name; of the others only that there are some."""
    shown = [f"{group.name} ({group.number} of {group.total})" for group in below if group.is_shown]
    if not shown:
        return f"Not every team and shift has reached {facts.threshold}%. See that people get time to learn."
    others = " Others that you do not see are below it, too." if len(shown) < len(below) else ""
    return f"Fewer than {facts.threshold}% are trained: {listed(shown)}.{others} See that people get time to learn."


def _not_asking(facts: Facts) -> str:
    if not facts.not_asking:
        return ""
    return f"Some modules are not asked of anybody at {listed(facts.not_asking)}: until then nobody counts there."


def _baseline(facts: Facts) -> Said:
    if facts.has_baseline:
        return State.MET, "The attitude survey was taken before the go-live."
    return State.NOT_MET, "No attitude survey was taken before the go-live. Take one, to compare with later."


def _fallback(facts: Facts) -> Said:
    if facts.without_fallback:
        places = listed(facts.without_fallback)
        return (
            State.NOT_MET,
            f"Nobody has said what people use when the record is down at {places}. Say it there.",
        )
    return State.MET, "It is said what people use when the record is down."


def _champions(facts: Facts) -> Said:
    if facts.without_champion:
        return State.NOT_MET, f"No champion is named at {listed(facts.without_champion)}. Name one."
    return State.MET, "Colleagues have somebody to ask."


def _changes(facts: Facts) -> Said:
    if not facts.roles:
        return NOBODY
    if facts.roles_without_help:
        roles = listed(facts.roles_without_help)
        return (
            State.NOT_MET,
            f"No change of the job, with a published module that helps, is written down for: {roles}.",
        )
    return State.MET, "For every role it is written down how the job changes, and which module helps."


def _of_organisations(said: Callable[[Facts], Said]) -> Callable[[Facts], Said]:
    """A condition of organisations does not apply where there are none."""

    def of(facts: Facts) -> Said:
        if facts.organisations:
            return said(facts)
        return State.DOES_NOT_APPLY, "No organisation is concerned yet."

    return of


NOBODY: Said = (State.DOES_NOT_APPLY, "Nobody there has a role that it touches.")
CONDITIONS: dict[Name, Callable[[Facts], Said]] = {
    Name.AGREEMENT: _agreement,
    Name.SCOPE: _scope,
    Name.COVERAGE: _coverage,
    Name.TRAINED: _trained,
    Name.BASELINE: _baseline,
    Name.FALLBACK: _of_organisations(_fallback),
    Name.CHAMPIONS: _of_organisations(_champions),
    Name.CHANGES: _changes,
}
