"""Hiding small numbers from those who may see figures but no names. The one place that decides."""

from learners.dashboards.figures import Share

FEWEST = 5  # people behind any number that is shown. It may be raised, never lowered.
FEWEST_FOR_NONE = 10  # "nobody has" says something about everybody, so it takes more of them


def suppress(share: Share) -> Share | None:
    """The share, where nobody can be told from it; None, which says nothing at all, where somebody could.

    Hidden: out of fewer than 5; 1 to 4 who have or who have not; nobody, out of fewer than 10. No totals may be shown
    beside what passed through here: a hidden number could be got by subtraction.
    """
    others = share.total - share.number
    if share.total < FEWEST or 0 < share.number < FEWEST or 0 < others < FEWEST:
        return None
    return None if share.number == 0 and share.total < FEWEST_FOR_NONE else share


def head_count(people: int) -> int | None:
    """How many people there are, where there are not too few to say."""
    return people if people >= FEWEST else None
