"""Rows that the electronic staff record takes in: who holds which competence, from when until when.

The headings after the first two are those of its own export of compliance and competency.
"""

import datetime
from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, Q, Subquery

from learners.dashboards.selectors import Place, rows_wanted
from learners.dashboards.selectors.names import modules_of
from learners.dashboards.wanted import Wanted
from learners.organisations.models import Membership, Organisation
from learners.reports.models import EsrCompetence
from learners.requirements.standing import State
from modules.models import ModulePage

ESR_HEADINGS = (
    "Employee Number", "Assignment Number", "Competency Name", "Competence Level", "Min Requirement", "Essential",
    "Expiry Date", "Compliance Status", "Description", "Date Start", "Date Last Awarded", "Title", "Last Updated By",
    "VPD",
)  # fmt: skip
AT_ONCE = 2_000
MET = [state.value for state in State if state.is_met]


def competences_of(organisation: Organisation) -> dict[UUID, EsrCompetence]:
    """What an organisation's staff record calls our modules, by module."""
    found = EsrCompetence.objects.filter(organisation=organisation).select_related("module")
    return {competence.module.translation_key: competence for competence in found}


def modules_to_name(organisation: Organisation) -> list[ModulePage]:
    """The modules that an organisation asks for or has named, each in its first language, as in the catalogue."""
    keys = {*modules_of(organisation), *competences_of(organisation)}
    pages = ModulePage.objects.filter(translation_key__in=keys).order_by("path")
    named = {competence.module_id for competence in competences_of(organisation).values()}
    first: dict[UUID, ModulePage] = {}
    for page in pages:
        if page.pk in named or page.translation_key not in first:
            first[page.translation_key] = page
    return list(first.values())


def esr_rows(place: Place, wanted: Wanted) -> Iterator[list[Any]]:
    """A row for each competence that somebody with a number holds."""
    competences = competences_of(place.organisation)
    rows = _held(place, wanted, competences).exclude(employee="", assignment="")
    fields = ("employee", "assignment", "module_key", "done_on", "expires")
    ordered = rows.order_by("employee", "assignment", "module_key")
    for employee, assignment, key, done_on, expires in ordered.values_list(*fields).iterator(AT_ONCE):
        competence = competences[key]
        yield [
            employee, assignment, str(competence), "", "", "Y", _day(expires), "Compliant", competence.module.title,
            _day(done_on), _day(done_on), "", "", competence.vpd,
        ]  # fmt: skip


def left_out(place: Place, wanted: Wanted) -> int:
    """How many people hold a competence and have neither an employee number nor an assignment number."""
    rows = _held(place, wanted, competences_of(place.organisation)).filter(employee="", assignment="")
    return int(rows.values("person").distinct().count())


def _held(place: Place, wanted: Wanted, competences: dict[UUID, EsrCompetence]) -> Any:
    hat = Membership.objects.filter(pk=OuterRef("membership_id"))
    return rows_wanted(place, wanted).filter(
        ~Q(done_on=None), module_key__in=list(competences), state__in=MET
    ).annotate(
        employee=Subquery(hat.values("employee_number")[:1]),
        assignment=Subquery(hat.values("assignment_number")[:1]),
    )  # fmt: skip


def _day(day: datetime.date | None) -> str:
    """As that record writes days, whatever language this machine speaks."""
    months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
    return f"{day.day:02}-{months[day.month - 1]}-{day.year}" if day else ""
