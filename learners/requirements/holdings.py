"""What is held of what is asked of somebody and how they stand, and what managers see of it."""

import datetime
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from learners.holdings import Fate, Holding, Lines, Row, Sight, Traces, register
from learners.requirements.models import Assignment, Exemption, KeptStanding
from learners.requirements.selectors import standings_of_person

COUNTED = "Figures of past months count you, without your name, and must not change."


def _asked(person: Any, on: datetime.date) -> Lines:
    """Each module that an organisation asks for: how the person stands, and why, in the words that managers read."""
    lines: dict[int, list[str]] = defaultdict(list)
    for each in standings_of_person(person, on):
        state = each.standing.state.label
        lines[each.organisation.pk].append(f"{each.module.title}: {state}. {each.standing.why}")
    return lines


def _standings(person: Any) -> Iterator[Row]:
    rows = KeptStanding.objects.filter(person=person).select_related("module", "organisation")
    for row in rows.order_by("organisation", "module", "from_on"):
        yield {
            "Organisation": row.organisation.name,
            "Module": row.module.title,
            "State": row.get_state_display(),
            "Due": row.due,
            "Done": row.done_on,
            "Good until": row.expires,
            "From": row.from_on,
            "To": row.to_on,
        }


def _assignments(person: Any) -> Iterator[Row]:
    rows = Assignment.objects.filter(person=person).select_related("module", "organisation")
    for row in rows.order_by("starts_on", "pk"):
        yield {
            "Organisation": row.organisation.name,
            "Module": row.module.title,
            "Due": row.due_on,
            "Days": row.days_in_words,
            "Withdrawn": row.withdrawn_at,
        }


def _exemptions(person: Any) -> Iterator[Row]:
    rows = Exemption.objects.filter(person=person).select_related("module", "organisation")
    for row in rows.order_by("starts_on", "pk"):
        yield {
            "Organisation": row.organisation.name,
            "Module": row.module.title if row.module else "Whatever is asked there",
            "Reason": row.reason,
            "Days": row.days_in_words,
            "Withdrawn": row.withdrawn_at,
        }


def _forget_reasons(person: Any, traces: Traces) -> None:
    Exemption.objects.filter(person=person).update(reason="")


register(
    Holding(
        key="standings",
        title="How you stood on what your organisations ask",
        why="So that your managers see who needs to do what, and figures of a past day can be read again.",
        how_long="As long as your learning history.",
        fate=Fate.KEPT,
        because=COUNTED,
        rows=_standings,
        about=("requirements.KeptStanding.person", "requirements.Stirred.person"),
    ),
    Holding(
        key="assignments",
        title="Modules that a manager asked of you alone",
        why="So that you know what to do by when.",
        how_long="As long as your learning history.",
        fate=Fate.KEPT,
        because=COUNTED,
        rows=_assignments,
        about=("requirements.Assignment.person",),
        by=("requirements.Assignment.assigned_by", "requirements.Adoption.adopted_by"),
    ),
    Holding(
        key="exemptions",
        title="What you need not do, and why",
        why="So that nobody asks you for it.",
        how_long="As long as your learning history; the reason until you are anonymised.",
        fate=Fate.BLANKED,
        because=f"{COUNTED} The reason goes: it may tell who you were.",
        rows=_exemptions,
        forget=_forget_reasons,
        about=("requirements.Exemption.person",),
        by=("requirements.Exemption.given_by",),
    ),
    Sight(title="Modules asked of you, and how you stand", lines=_asked),
)
