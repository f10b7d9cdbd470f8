"""What is held of people who champion, talk things through, and keep the programme."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Q

from learners.holdings import Fate, Holding, Row, Traces, register
from learners.organisations.models import Network
from learners.programme.models import Champion, Override, TalkThrough


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


def _decisions(person: Any) -> Iterator[Row]:
    for row in Override.objects.filter(by=person).select_related("milestone"):
        yield {
            "Milestone": row.milestone.title,
            "Condition": row.get_condition_display(),
            "Who decided": row.decided_by,
            "Why": row.reason,
            "Written down": row.at,
        }


def _forget_deciders(person: Any, traces: Traces) -> None:
    """Take the name out of decisions in the networks where the person was known, whoever wrote them down."""
    here = Q(memberships__organisation__memberships__person=person) | Q(appointments__person=person)
    networks = Network.objects.filter(here).values("pk")
    for row in Override.objects.filter(Q(milestone__network__in=networks) | Q(by=person)):
        who, why = traces.scrubbed(row.decided_by), traces.scrubbed(row.reason)
        if (who, why) != (row.decided_by, row.reason):
            Override.objects.filter(pk=row.pk).update(decided_by=who, reason=why)


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
    Holding(
        key="overrides",
        title="Decisions to go live that you wrote down",
        why="So that it can be seen who decided what, and why.",
        how_long="As long as your learning history.",
        fate=Fate.KEPT,
        because="The decision stays. Your name goes from it.",
        rows=_decisions,
        forget=_forget_deciders,
        by=("programme.Override.by",),
        of_duties=True,
    ),
)
