"""Chosen cells of rows: where everything else in a file is left behind."""

from collections.abc import Callable, Sequence
from operator import itemgetter
from typing import NamedTuple

from learners.rosters.reading.line import Line

BATCH = 512  # rows


class Batch(NamedTuple):
    """Some rows in their order: their numbers, their chosen cells, and lines for the rows that do not fit."""

    numbers: Sequence[int]
    rows: Sequence[tuple[str, ...]]
    odd: Sequence[Line] = ()


def picker(indexes: tuple[int, ...]) -> Callable[[Sequence[str]], tuple[str, ...]]:
    """Takes the cells at these places from a row."""
    if len(indexes) > 1:
        return itemgetter(*indexes)
    return lambda row: tuple(row[index] for index in indexes)
