"""Who may still be told from where they work, and what is left out so that they cannot. For the rows themselves."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

FEWEST = 8  # answers of one organisation, or of those whose organisation is left out
FEWEST_BY_GROUP = 10  # of one staff group in one organisation, or of those there whose group is left out
NOBODYS: "Place" = (None, "")

type Place = tuple[int | None, str]


def coarsened(places: Iterable[Place]) -> dict[Place, Place]:
    """For each organisation and staff group that answers came from: what is kept of it.

    Every row that is kept looks like at least so many others; where all together are too few, nothing is kept.
    """
    counted = Counter(places)
    by_organisation: Counter[int | None] = Counter()
    for (organisation, _), number in counted.items():
        by_organisation[organisation] += number
    hidden = _too_few(by_organisation, FEWEST)
    kept: dict[Place, Place] = {}
    for organisation in by_organisation:
        groups = {group: number for (where, group), number in counted.items() if where == organisation}
        too_few = _too_few(groups, FEWEST_BY_GROUP)
        for group in groups:
            known = (organisation, "" if group in too_few else group)
            kept[organisation, group] = NOBODYS if organisation in hidden else known
    return kept


def _too_few[Key: int | str | None](numbers: Mapping[Key, int], fewest: int) -> set[Key]:
    """Those with too few, and as many of the next smallest as it takes for them to be enough together."""
    rising: Sequence[Key] = sorted(numbers, key=lambda key: (numbers[key], str(key)))
    found: set[Key] = set()
    together = 0
    for key in rising:
        if numbers[key] >= fewest and (not together or together >= fewest):
            break
        found.add(key)
        together += numbers[key]
    return found
