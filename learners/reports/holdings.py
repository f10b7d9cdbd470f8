"""What is held of those who want reports regularly."""

from collections.abc import Iterator
from typing import Any

from learners.holdings import Fate, Holding, Row, Traces, register
from learners.reports.models import Schedule


def _schedules(person: Any) -> Iterator[Row]:
    for asked in Schedule.objects.filter(owner=person).with_places():
        yield {
            "Report": asked.get_report_display(),
            "Of": str(asked.place),
            "How often": asked.get_cadence_display(),
            "Since": asked.made_at,
            "Stopped": asked.stopped_at,
            "Links sent": asked.sendings.exclude(sent_at=None).count(),
        }


def _forget_schedules(person: Any, traces: Traces) -> None:
    Schedule.objects.filter(owner=person).delete()


register(
    Holding(
        key="report-schedules",
        of_duties=True,
        title="Reports that you want regularly",
        why="So that you are sent a link to them.",
        how_long="Until you are anonymised.",
        fate=Fate.DELETED,
        because="Nobody else needs them.",
        rows=_schedules,
        forget=_forget_schedules,
        about=("reports.Schedule.owner",),
        parts=("reports.Sending",),
    ),
)
