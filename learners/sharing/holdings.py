"""What is held of those who keep sharing agreements."""

from collections.abc import Iterator
from typing import Any

from learners.holdings import Fate, Holding, Row, register
from learners.sharing.models import StageEntry


def _stages(person: Any) -> Iterator[Row]:
    for row in StageEntry.objects.filter(by=person).select_related("agreement"):
        yield {"Agreement": str(row.agreement), "Stage": row.get_stage_display(), "Day": row.entered_on}


register(
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
    )
)
