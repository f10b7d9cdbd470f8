"""What is held of where somebody works, and of what they may see."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Q

from learners.holdings import Fate, Holding, Row, Traces, register
from learners.organisations.models import Membership, Merger, MergerChange
from learners.organisations.sessions import holdings  # noqa: F401

PERSONAL = {"job_title": "", "employee_number": "", "manager_email": ""}
"""What an employer writes down of a person, and what anonymising leaves of it."""


def _hats(person: Any) -> Iterator[Row]:
    found = person.memberships.select_related("organisation", "role", "team", "site")
    for hat in found.prefetch_related("pauses").order_by("starts_on", "pk"):
        yield {
            "Organisation": hat.organisation.name,
            "Role": hat.role.name,
            "Staff group": hat.get_staff_group_display(),
            "Team": hat.team.name if hat.team else "",
            "Site": hat.site.name if hat.site else "",
            "Job title": hat.job_title,
            "Staff number": hat.employee_number,
            "Post number": hat.assignment_number,
            "Manager's e-mail": hat.manager_email,
            "First day": hat.starts_on,
            "Last day": hat.ends_on,
            "Pauses": ", ".join(f"{pause.starts_on} to {pause.ends_on or '…'}" for pause in hat.pauses.all()),
        }


def _forget_hats(person: Any, traces: Traces) -> None:
    """Blank what tells who it was. Days, role and team stay: every figure of the past counts them."""
    seen = set()
    for hat in person.memberships.select_for_update().order_by("pk"):
        first = (hat.organisation_id, hat.starts_on) not in seen
        seen.add((hat.organisation_id, hat.starts_on))
        # Two posts from one day are told apart by their numbers, so the second keeps one that says nothing.
        number = "" if first else f"removed-{hat.pk}"
        Membership.objects.filter(pk=hat.pk).update(**PERSONAL, assignment_number=number)
        _forget_changes(Q(row=hat.pk), PERSONAL | {"assignment_number": number})
    _forget_changes(Q(before__person_id=person.pk, after__isnull=True), PERSONAL | {"assignment_number": ""})
    for address in traces.addresses:
        Membership.objects.filter(manager_email__iexact=address).update(manager_email="")


def _forget_changes(which: Q, left: dict[str, str]) -> None:
    """What mergers remember of hats, so that undoing one brings nothing back."""
    for change in MergerChange.objects.filter(which, kind="membership"):
        for remembered in filter(None, (change.before, change.after)):
            remembered.update({name: left[name] for name in left if name in remembered})
        change.save(update_fields=["before", "after"])


def _appointments(person: Any) -> Iterator[Row]:
    for post in person.appointments.select_related("organisation", "network").order_by("starts_on"):
        yield {
            "As": post.get_capacity_display(),
            "Where": str(post.organisation or post.network),
            "First day": post.starts_on,
            "Last day": post.ends_on,
        }


def _mergers(person: Any) -> Iterator[Row]:
    theirs = Q(planned_by=person) | Q(applied_by=person) | Q(undone_by=person)
    for merger in Merger.objects.filter(theirs).select_related("predecessor", "successor"):
        for done in ("planned", "applied", "undone"):
            if getattr(merger, f"{done}_by_id") == person.pk:
                yield {"Merger": str(merger), "You": done, "When": getattr(merger, f"{done}_at")}


register(
    Holding(
        key="work",
        title="Where you work or worked",
        why="So that you are asked for the right modules, and your managers can see who has done them.",
        how_long="Your employer says when you leave. It stays for the years that are kept.",
        fate=Fate.BLANKED,
        because="Job title, staff numbers and your manager's address go. Organisation, role, team and days stay, so "
        "that figures of the past stay right.",
        rows=_hats,
        forget=_forget_hats,
        about=("organisations.Membership.person",),
        parts=("organisations.Pause", "organisations.MergerMove", "organisations.MergerChange"),
    ),
    Holding(
        key="appointments",
        of_duties=True,
        title="What you were appointed to see",
        why="So that it stays known who could see whose learning, and when.",
        how_long="As long as the records of the people you could see.",
        fate=Fate.KEPT,
        because="Others have a right to know that somebody in this place could see them. Your name is gone from it.",
        rows=_appointments,
        about=("organisations.Appointment.person",),
    ),
    Holding(
        key="mergers",
        of_duties=True,
        title="Mergers of organisations that you planned or carried out",
        why="So that it stays known how people came from one organisation to another.",
        how_long="As long as the organisations are kept.",
        fate=Fate.KEPT,
        because="It says what happened to organisations. Your name is gone from it.",
        rows=_mergers,
        by=(
            "organisations.Merger.planned_by",
            "organisations.Merger.applied_by",
            "organisations.Merger.undone_by",
        ),
    ),
)
