"""What is held of people who champion, talk things through, and keep the programme."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Q, QuerySet

from learners.holdings import Fate, Holding, Row, Traces, register
from learners.organisations.models import Network, Organisation
from learners.programme.models import (
    Assessment,
    Champion,
    ChecklistAction,
    ChecklistAnswer,
    MilestoneChange,
    Override,
    TalkThrough,
    WorkflowChange,
)


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


def _forget_names(person: Any, traces: Traces) -> None:
    """Take the name out of what was written where the person was known, whoever wrote it down."""
    here = Q(memberships__organisation__memberships__person=person) | Q(appointments__person=person)
    networks = Network.objects.filter(here).values("pk")
    known = Q(memberships__person=person) | Q(appointments__person=person)
    organisations = Organisation.objects.filter(known).order_by().values("pk")
    of_place = Q(network__in=networks) | Q(organisation__in=organisations)
    assessments = Assessment.objects.filter(of_place).order_by().values("pk")
    decisions = Override.objects.filter(Q(milestone__network__in=networks) | Q(by=person))
    _scrub(decisions, traces, "decided_by", "reason")
    _scrub(MilestoneChange.objects.filter(milestone__network__in=networks), traces, "reason")
    changes = WorkflowChange.objects.filter(network__in=networks)
    _scrub(changes, traces, "before", "after", "benefit", "risk", "owner")
    _scrub(ChecklistAction.objects.filter(of_place), traces, "what", "owner")
    _scrub(ChecklistAnswer.objects.filter(assessment__in=assessments).exclude(note=""), traces, "note")


def _scrub(rows: QuerySet[Any], traces: Traces, *names: str) -> None:
    lengths = {name: rows.model._meta.get_field(name).max_length for name in names}
    for row in rows:
        before = {name: getattr(row, name) for name in names}
        if (after := traces.scrubbed(before)) != before:
            fitting = {name: words[: lengths[name]] for name, words in after.items()}
            rows.model._base_manager.filter(pk=row.pk).update(**fitting)


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
        because="The decision stays. Your name goes from it, and from whatever else was written around the programme.",
        rows=_decisions,
        forget=_forget_names,
        by=("programme.Override.by",),
        of_duties=True,
    ),
)
