"""Adding up figures in the database."""

from collections.abc import Mapping
from typing import Any

from django.db.models import QuerySet, Sum

from learners.dashboards.figures import PARTS, Tally


def summed(rows: QuerySet[Any, Any]) -> Any:
    """Figures grouped by `.values(…)`, with the sum of each state; `tally_of` reads a row."""
    return rows.annotate(**{f"n_{name}": Sum(name) for name in PARTS})


def tally_of(row: Mapping[str, Any]) -> Tally:
    """The tally of a row of `summed`."""
    return Tally(**{name: row[f"n_{name}"] for name in PARTS})
