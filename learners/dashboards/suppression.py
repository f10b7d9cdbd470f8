"""Hiding small numbers from those who may see figures but no names. The one place that decides.

All that a network's lead is shown of one module on one day is decided at once: a share for each organisation, a share
for each staff group across organisations, and the share of all. Both sets of parts add up to the same whole, so what is
hidden in one could be got from the other.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from learners.dashboards.figures import Share

FEWEST = 5  # people behind any number that is shown. It may be raised, never lowered.
FEWEST_FOR_NONE = 10  # "nobody has" says something about everybody, so it takes more of them
NEAREST = 5  # what totals are rounded to where one of their parts is hidden

type Shown = Mapping[str, Share | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """From when on a share may be shown. What is usual here may be raised, never lowered, but for `on_a_side`.

    Where each of those behind a share is known by name to somebody, one to four who have or have not are hidden, too.
    """

    fewest: int = FEWEST
    fewest_by_group: int = FEWEST
    on_a_side: int = FEWEST
    fewest_for_everybody: int = FEWEST


COMPLETIONS = Rule()
ATTITUDES = Rule(fewest=8, fewest_by_group=10, on_a_side=1, fewest_for_everybody=FEWEST_FOR_NONE)
"""Of answers nobody knows whose they are, so that two who disagree may be shown; but it takes more answers."""


@dataclass(frozen=True, slots=True)
class Published:
    """What may be shown of one module on one day. None: too few to show.

    Where `is_rounded`, the whole and the staff groups are to the nearest five, and the organisations are exact.
    """

    organisations: Shown = field(default_factory=dict)
    staff_groups: Shown = field(default_factory=dict)
    whole: Share | None = None
    is_rounded: bool = False


def suppress(
    organisations: Mapping[str, Share], staff_groups: Mapping[str, Share], rule: Rule = COMPLETIONS
) -> Published:
    """Leave what nobody can be told from, by itself or by subtraction. Both are parts of the same whole.

    1. A share alone is hidden where it is small (`is_small`).
    2. Where one part of a whole is hidden, the next smallest are hidden, too, until at least two are, with at least
       five who have and five who have not among them: whoever knows the whole learns nothing of one of them.
    3. Then the whole and the staff groups are rounded, so that two overlapping wholes tell nothing either.
    4. Where that cannot be done, the whole and all staff groups are hidden: there is nothing to subtract from. So they
       are where one organisation is the whole.
    """
    by_organisation = _with_company(organisations, rule, rule.fewest)
    by_group = _with_company(staff_groups, rule, rule.fewest_by_group)
    if by_organisation is None or by_group is None or len(organisations) == 1:
        alone = {
            key: None if is_small(share, rule, rule.fewest) else share for key, share in organisations.items()
        }
        return Published(alone, dict.fromkeys(staff_groups))
    whole = _sum(organisations)
    rounds = None in by_organisation.values() or None in by_group.values()
    if not rounds:
        return Published(by_organisation, by_group, whole)
    groups = {key: share and rounded(share) for key, share in by_group.items()}
    return Published(by_organisation, groups, rounded(whole), is_rounded=True)


def is_small(share: Share, rule: Rule = COMPLETIONS, fewest: int = FEWEST) -> bool:
    """Whether somebody could be told from a share: of too few people; of too few on a side; all or nobody of few."""
    others = share.total - share.number
    if share.total < fewest or 0 < share.number < rule.on_a_side or 0 < others < rule.on_a_side:
        return True
    fewest_for_all = rule.fewest_for_everybody if others == 0 else FEWEST_FOR_NONE
    return 0 in (share.number, others) and share.total < fewest_for_all


def head_count(people: int) -> Share | None:
    """How many people there are, as a share of themselves, where there are not too few to say."""
    return Share(people, people) if people >= FEWEST else None


def rounded(share: Share) -> Share:
    """A share to the nearest five. With at least five who have not, it never becomes all."""
    return Share(_rounded(share.number), _rounded(share.total))


def _rounded(number: int) -> int:
    return (number + NEAREST // 2) // NEAREST * NEAREST


def _sum(shares: Mapping[str, Share]) -> Share:
    return Share(
        sum(share.number for share in shares.values()), sum(share.total for share in shares.values())
    )


def _with_company(parts: Mapping[str, Share], rule: Rule, fewest: int) -> dict[str, Share | None] | None:
    """Parts with the small ones hidden, and as many more as it takes; None where all of them are not enough."""
    hidden = {key: share for key, share in parts.items() if is_small(share, rule, fewest)}
    if not hidden:
        return dict(parts)
    others = sorted((key for key in parts if key not in hidden), key=lambda key: (parts[key].total, key))
    while not _is_company(hidden):
        if not others:
            return None
        smallest = others.pop(0)
        hidden[smallest] = parts[smallest]
    return {key: None if key in hidden else share for key, share in parts.items()}


def _is_company(hidden: Mapping[str, Share]) -> bool:
    together = _sum(hidden)
    return len(hidden) > 1 and together.number >= FEWEST and together.total - together.number >= FEWEST
