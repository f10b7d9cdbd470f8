"""What is held of those who keep sharing agreements."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Q

from learners.holdings import Fate, Holding, Row, Traces, register
from learners.sharing.models import StageEntry, VisibilityFile


def _stages(person: Any) -> Iterator[Row]:
    for row in StageEntry.objects.filter(by=person).select_related("agreement"):
        yield {"Agreement": str(row.agreement), "Stage": row.get_stage_display(), "Day": row.entered_on}


def _files(person: Any) -> Any:
    acted = Q(made_by=person) | Q(applied_by=person) | Q(undone_by=person)
    return VisibilityFile.objects.filter(acted).select_related("organisation")


def _visibility_files(person: Any) -> Iterator[Row]:
    for row in _files(person):
        told = {"Organisation": row.organisation.name, "File": row.file_name}
        yield told | {"State": row.get_state_display(), "When": row.made_at}


def _forget_file_names(person: Any, traces: Traces) -> None:
    """Whole, for people name files after themselves in many ways."""
    _files(person).update(file_name="")


register(
    Holding(
        key="visibility_files",
        title="Files of what can be seen that you brought in",
        why="So that it can be told who changed what is said to learners, and be undone.",
        how_long="As long as the organisation is kept.",
        fate=Fate.BLANKED,
        because="What the files say stays. They name you no more.",
        rows=_visibility_files,
        forget=_forget_file_names,
        by=(
            "sharing.VisibilityFile.made_by",
            "sharing.VisibilityFile.applied_by",
            "sharing.VisibilityFile.undone_by",
        ),
        of_duties=True,
    ),
    Holding(
        key="agreements",
        title="Stages of sharing agreements that you noted",
        why="So that it can be seen how an agreement came about.",
        how_long="As long as the agreement is kept.",
        fate=Fate.KEPT,
        because="It names you no more.",
        rows=_stages,
        by=("sharing.StageEntry.by",),
        of_duties=True,
    ),
)
