"""Loading a file of organisations: all of it, or nothing."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import batched
from pathlib import Path

from django.db import transaction
from django.utils import timezone

from learners.organisations.models import OdsEntry, OdsLoad, OdsSuccession
from learners.organisations.ods.file import organisations_in
from learners.organisations.ods.rows import Row

BATCH = 2000  # rows for one statement


@dataclass(frozen=True, slots=True)
class Loaded:
    """What came of it: how many organisations there are now and were before, and how many rows named one again."""

    entries: int
    before: int
    repeated: int


@transaction.atomic
def load(*, paths: Sequence[Path]) -> Loaded:
    """Put the organisations of these files in the place of those that were loaded before.

    An organisation that several rows name is kept as the first says. Raises WrongFile, and changes nothing then.
    """
    one, _ = OdsLoad.objects.get_or_create(pk=1, defaults={"loaded_at": timezone.now(), "entries": 0})
    one = OdsLoad.objects.select_for_update().get(pk=one.pk)
    before = one.entries
    OdsEntry.objects.all().delete()
    OdsSuccession.objects.all().delete()
    seen: set[str] = set()
    rows = _Rows(paths, seen)
    for batch in batched(rows, BATCH):
        _write(batch)
    one.files, one.loaded_at, one.entries = _names(paths), timezone.now(), len(seen)
    one.save()
    return Loaded(len(seen), before, rows.repeated)


class _Rows:
    """The rows of all files, each code once."""

    def __init__(self, paths: Sequence[Path], seen: set[str]) -> None:
        self._paths, self._seen, self.repeated = paths, seen, 0

    def __iter__(self) -> Iterator[Row]:
        today = timezone.localdate()
        for path in self._paths:
            for row in organisations_in(path, today=today):
                if row.code in self._seen:
                    self.repeated += 1
                else:
                    self._seen.add(row.code)
                    yield row


def _write(rows: Iterable[Row]) -> None:
    rows = list(rows)
    OdsEntry.objects.bulk_create(
        OdsEntry(
            code=row.code,
            name=row.name,
            active=row.active,
            role=row.role,
            starts_on=row.starts_on,
            ends_on=row.ends_on,
            postcode=row.postcode,
        )
        for row in rows
    )
    OdsSuccession.objects.bulk_create(
        OdsSuccession(predecessor=row.code, successor=successor)
        for row in rows
        for successor in row.successors
    )


def _names(paths: Sequence[Path]) -> str:
    longest = OdsLoad._meta.get_field("files").max_length or 0
    names = ", ".join(path.name for path in paths)
    return names if len(names) <= longest else f"{names[: longest - 1]}…"
