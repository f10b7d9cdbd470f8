"""From an uploaded file to a preview: which columns are which, and what is kept of that choice."""

from typing import Any

from django.utils import timezone

from learners.organisations.models import Organisation
from learners.rosters.actions import Source, preview
from learners.rosters.models import ColumnMeaning, RosterImport
from learners.rosters.progress import Progress, quietly
from learners.rosters.reading.columns import Column
from learners.rosters.reading.file import FileRefused, RosterFile


def mapping_known(organisation: Organisation, file: RosterFile) -> dict[int, Column] | None:
    """Which column is which: by the shape of the list, or as this organisation said before. None: it has to say.

    Raises FileRefused for a file that is known, and no staff list.
    """
    if file.heading.shape and not file.heading.shape.is_roster:
        raise FileRefused(file.heading.shape.what_it_is)
    if file.heading.shape:
        return dict(file.heading.mapping)
    found = ColumnMeaning.objects.filter(organisation=organisation, headers=list(file.heading.headers)).last()
    if found is None:
        return None
    return {int(number): Column(column) for number, column in found.mapping.items()}


def keep_mapping(*, organisation: Organisation, file: RosterFile, mapping: dict[int, Column]) -> None:
    """Remember a choice for the next list with the same headers."""
    ColumnMeaning.objects.filter(organisation=organisation, headers=list(file.heading.headers)).delete()
    ColumnMeaning.objects.create(
        organisation=organisation,
        headers=list(file.heading.headers),
        mapping={str(number): column.value for number, column in mapping.items()},
    )


def bring(
    *,
    organisation: Organisation,
    file: RosterFile,
    name: str,
    mapping: dict[int, Column],
    is_whole: bool,
    by: Any = None,
    progress: Progress = quietly,
) -> RosterImport:
    """Read the lines and make the preview. Raises FileRefused, also for an organisation that is no more."""
    if not Organisation.objects.open(on=timezone.localdate()).filter(pk=organisation.pk).exists():
        raise FileRefused(f"{organisation} has closed, or has not opened yet. It takes no staff list.")
    return preview(
        organisation=organisation,
        lines=file.lines(mapping),
        source=Source(name=name, heading=file.heading.with_mapping(mapping), is_whole=is_whole),
        by=by,
        progress=progress,
    )
