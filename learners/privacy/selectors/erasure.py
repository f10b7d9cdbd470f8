"""Where somebody's request to be forgotten stands."""

from collections.abc import Iterable
from itertools import groupby

from learners.holdings import Fate, Holding, holdings
from learners.organisations.scope import Scope
from learners.privacy.models import ErasureRequest

ORDER = (Fate.DELETED, Fate.BLANKED, Fate.KEPT)


def latest_request(scope: Scope) -> ErasureRequest | None:
    """Their last request: waiting, withdrawn or refused; None where they never asked."""
    return ErasureRequest.objects.filter(person=scope.person).first()


def by_fate() -> dict[str, list[Holding]]:
    """What anonymising does, what goes first."""
    ordered: Iterable[Holding] = sorted(holdings(), key=lambda each: ORDER.index(each.fate))
    return {str(fate): list(found) for fate, found in groupby(ordered, key=lambda each: each.fate)}
