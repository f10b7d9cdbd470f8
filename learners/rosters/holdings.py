"""What staff lists that were brought in still hold of a person."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Q

from learners.holdings import ANONYMISED, Fate, Holding, Row, Traces, register
from learners.rosters.models import RosterChange, RosterImport
from learners.rosters.packing import Packed, pack, pack_lines, unpack, unpack_lines, unpack_plan
from learners.rosters.reading.line import Line


def _imports(person: Any) -> Iterator[RosterImport]:
    """The lists of every organisation where they have or had a hat, and any other that changed them."""
    at = Q(organisation__in=person.memberships.values("organisation"))
    changed = Q(pk__in=RosterChange.objects.filter(person=person.pk).values("roster_import"))
    found = RosterImport.objects.filter(at | changed).select_related("organisation")
    yield from found.iterator(chunk_size=5)  # each may hold 20,000 lines


def _mentions(person: Any) -> Iterator[Row]:
    for change in RosterChange.objects.filter(person=person.pk).select_related("roster_import__organisation"):
        yield _line(change.roster_import, "Changed", change.before, change.after)
    for one in _imports(person):
        rows = unpack_plan(one.plan).rows if one.plan else ()
        for row in rows:
            if row.person == person.pk:
                said = {name: after for name, _, after in (*row.account, *row.hat)}
                told = {"name": row.name, "employee_number": row.number_here, "reason": row.reason}
                yield _line(one, f"On the list: {row.outcome}", None, told | said)


def _line(one: RosterImport, what: str, before: Any, after: Any) -> Row:
    named = {"When": one.made_at, "Organisation": one.organisation.name, "What": what}
    return named | {"Before": before, "After": after}


def _forget(person: Any, traces: Traces) -> None:
    """Blank them in what is left of each list. Without its note of them, undoing a list leaves them as they are."""
    for one in _imports(person):
        values: dict[str, Any] = {"file_name": traces.scrubbed(one.file_name)}
        if one.plan:
            values["plan"] = _plan_without(one.plan, person, traces)
        if one.lines:
            kept = [line for line in unpack_lines(one.lines) if not _is_theirs(line, traces)]
            values["lines"] = pack_lines(kept)
        RosterImport.objects.filter(pk=one.pk).update(**values)
    RosterChange.objects.filter(person=person.pk).delete()


def _plan_without(packed: Packed, person: Any, traces: Traces) -> bytes:
    """A plan, packed again. Their rows stay, so that its numbers stay right, and say nothing."""
    on, refusal, unknown, rows = unpack(packed)
    left = []
    for row in rows:
        number, outcome, name, _, reason, key, membership, account, hat = row
        values = {value for change in (*account, *hat) for value in change[1:] if isinstance(value, str)}
        is_theirs = key == person.pk or (key is None and (name in traces.names or values & traces.addresses))
        gone = [number, outcome, ANONYMISED, "", traces.scrubbed(reason), key, membership, [], []]
        manages = values & traces.addresses  # of others, who have them as manager
        left.append(gone if is_theirs else traces.scrubbed(row) if manages else row)
    return pack([on, refusal, unknown, left])


def _is_theirs(line: Line, traces: Traces) -> bool:
    known = bool({line.employee_number, line.prn} & traces.numbers)
    return line.work_email in traces.addresses or (
        f"{line.first_name} {line.last_name}" in traces.names and known
    )


def _kept_lists(person: Any) -> Iterator[Row]:
    theirs = Q(made_by=person) | Q(applied_by=person) | Q(undone_by=person)
    for one in RosterImport.objects.filter(theirs).select_related("organisation").defer("lines", "plan"):
        for done in ("made", "applied", "undone"):
            if getattr(one, f"{done}_by_id") == person.pk:
                did = {"made": "Brought in", "applied": "Applied", "undone": "Undone"}[done]
                yield {"Organisation": one.organisation.name, "You": did, "When": getattr(one, f"{done}_at")}


register(
    Holding(
        key="staff-lists",
        title="What your employers' staff lists said of you",
        why="So that a list that was wrong can be undone.",
        how_long="As long as you work there, and some years after.",
        fate=Fate.BLANKED,
        because="Your line says nothing of you any more. That a list had such a line stays.",
        rows=_mentions,
        forget=_forget,
        parts=("rosters.RosterChange",),
    ),
    Holding(
        key="kept-lists",
        of_duties=True,
        title="Staff lists that you brought in, applied or undid",
        why="So that it is known who changed the staff list.",
        how_long="As long as the organisation is kept.",
        fate=Fate.KEPT,
        because="It says what was done to a staff list. Your name is gone from it.",
        rows=_kept_lists,
        by=(
            "rosters.RosterImport.made_by",
            "rosters.RosterImport.applied_by",
            "rosters.RosterImport.undone_by",
        ),
    ),
)
