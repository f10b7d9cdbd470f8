"""A folder into which an employer's system puts its staff list, looked at by a scheduled task.

    FOLDER/RR8/anything.csv      a list of the organisation with ODS code RR8

A file that was read is deleted: the service keeps no copies. One that could not be read stays, as `NAME.refused`, with
the reason beside it in `NAME.refused.txt`.
"""

import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from learners.organisations.models import Organisation
from learners.rosters.actions import CannotApply, apply
from learners.rosters.bringing import bring, mapping_known
from learners.rosters.models import RosterImport
from learners.rosters.reading.file import FileRefused, open_roster

ENDINGS = {".csv", ".txt", ".tsv", ".xlsx"}
STILL = 60  # seconds without a change, after which a file has come whole


@dataclass(frozen=True, slots=True)
class Seen:
    """One file of the folder and what became of it."""

    path: Path
    made: RosterImport | None
    trouble: str = ""


def look_through(folder: Path, *, applies: bool, is_whole: bool, still: int = STILL) -> Iterator[Seen]:
    """Take in every file that has come whole."""
    for path in sorted(folder.glob("*/*")):
        is_list = path.suffix.lower() in ENDINGS and ".refused" not in path.suffixes
        if is_list and path.is_file() and time.time() - path.stat().st_mtime >= still:
            yield _take(path, applies=applies, is_whole=is_whole)


def _take(path: Path, *, applies: bool, is_whole: bool) -> Seen:
    organisation = Organisation.objects.filter(ods_code=path.parent.name.upper()).first()
    if organisation is None:
        return _refuse(path, f"No organisation here has the ODS code {path.parent.name}.")
    try:
        made = bring_file(organisation, path, is_whole=is_whole)
    except FileRefused as refused:
        return _refuse(path, str(refused))
    path.unlink()
    return applied_or_waiting(path, made) if applies else Seen(path, made)


def bring_file(organisation: Organisation, path: Path, *, is_whole: bool) -> RosterImport:
    """Preview a file. Raises FileRefused, also where nobody has said yet which column is which."""
    with path.open("rb") as stream, closing(open_roster(stream, name=path.name)) as file:
        mapping = mapping_known(organisation, file)
        if mapping is None:
            raise FileRefused(
                "This kind of list is not known. Bring it in by hand once, and say which column is which."
            )
        return bring(organisation=organisation, file=file, name=path.name, mapping=mapping, is_whole=is_whole)


def applied_or_waiting(path: Path, made: RosterImport) -> Seen:
    """Apply a list at once; one that cannot be applied waits on the site for somebody to look."""
    try:
        return Seen(path, apply(roster_import=made))
    except CannotApply as refused:
        return Seen(path, made, str(refused))


def _refuse(path: Path, why: str) -> Seen:
    refused = path.with_name(f"{path.name}.refused")
    path.rename(refused)
    refused.with_name(f"{refused.name}.txt").write_text(f"{why}\n", encoding="utf-8")
    return Seen(path, None, why)
