"""What is held of people who champion, talk things through, and keep the programme."""

from collections.abc import Iterator
from typing import Any

from learners.holdings import Fate, Holding, Row, Traces, register
from learners.programme.models import Champion, TalkThrough


def _championing(person: Any) -> Iterator[Row]:
    for row in Champion.objects.filter(person=person).select_related("organisation"):
        yield {
            "Organisation": row.organisation.name,
            "Area": row.area,
            "First day": row.starts_on,
            "Last day": row.ends_on or "",
        }


def _champion_no_more(person: Any, traces: Traces) -> None:
    Champion.objects.filter(person=person).delete()


def _talks(person: Any) -> Iterator[Row]:
    rows = TalkThrough.objects.filter(participants__person=person).distinct()
    for row in rows.select_related("organisation", "team", "guide", "module"):
        yield {
            "Organisation": row.organisation.name,
            "Team": row.team.name if row.team else "",
            "What": str(row.guide or row.module),
            "Day": row.held_on,
            "A mistake": row.withdrawn_because,
        }


def _forget_notes(person: Any, traces: Traces) -> None:
    rows = TalkThrough.objects.filter(participants__person=person).distinct()
    for row in rows:
        note, because = traces.scrubbed(row.note), traces.scrubbed(row.withdrawn_because)
        if (note, because) != (row.note, row.withdrawn_because):
            TalkThrough.objects.filter(pk=row.pk).update(note=note, withdrawn_because=because)


register(
    Holding(
        key="champion",
        title="That you are a champion",
        why="So that colleagues know whom to ask.",
        how_long="As long as your learning history.",
        fate=Fate.DELETED,
        because="It says who you were to your colleagues.",
        rows=_championing,
        forget=_champion_no_more,
        about=("programme.Champion.person",),
    ),
    Holding(
        key="talks",
        title="Talks in your team that you took part in",
        why="So that your organisation can show that it was talked through.",
        how_long="As long as your learning history.",
        fate=Fate.KEPT,
        because="It names you no more. Your name goes from the notes.",
        rows=_talks,
        forget=_forget_notes,
        parts=("programme.TalkThrough_participants",),
        by=(
            "programme.TalkThrough.recorded_by",
            "programme.TalkThrough.withdrawn_by",
            "programme.Assessment.begun_by",
            "programme.ChecklistAction.made_by",
            "programme.MilestoneChange.by",
        ),
    ),
)
