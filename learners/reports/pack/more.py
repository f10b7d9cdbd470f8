"""Tables that other apps put into an evidence pack.

They register them here, for they know of reports, and reports know nothing of them.
"""

from collections.abc import Callable
from dataclasses import dataclass

from learners.reports.pack.contents import Contents, Table


@dataclass(frozen=True, slots=True)
class MoreTable:
    """One more file of the pack. Its table has no name of a person, and counts of few say so."""

    file: str
    about: str  # what the pack's README says of it
    table: Callable[[Contents], Table]


MORE: list[MoreTable] = []


def also_pack(table: MoreTable) -> None:
    """Put one more table into every evidence pack."""
    MORE.append(table)
