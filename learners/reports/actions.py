"""Taking reports away, asking for them regularly, and naming competences."""

from collections.abc import Mapping
from typing import Any

from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from learners.organisations.models import Network, Organisation, Team
from learners.privacy.actions.looking import record_look
from learners.privacy.models import Look
from learners.reports.models import EsrCompetence, Report, Schedule
from learners.reports.ordering import Order
from modules.models import ModulePage


@transaction.atomic
def note_taking(*, of: Organisation | Network, order: Order, by: Any) -> None:
    """Log that somebody takes a report away, and tell those whose names are in it."""
    data = {"report": order.report, "as_at": str(order.on), "with_names": order.has_names}
    log(instance=of, action="reports.take_away", user=by, data=data)
    if order.has_names and isinstance(of, Organisation):
        record_look(organisation=of, by=by, kind=Look.Kind.FILE)


@transaction.atomic
def schedule_report(*, of: Organisation | Network, report: str, cadence: str, by: Any, is_workbook: bool = False,
                    team: Team | None = None, module_key: Any = None) -> Schedule:  # fmt: skip
    """Send somebody a link regularly. What they have asked for already stays as it is: nobody is sent it twice."""
    get_user_model().objects.select_for_update().get(pk=by.pk)
    asked = {
        "owner": by,
        "organisation": of if isinstance(of, Organisation) else None,
        "network": of if isinstance(of, Network) else None,
        "report": report,
        "cadence": cadence,
        "is_workbook": is_workbook and report != Report.PACK,
        "team": team,
        "module_key": module_key,
    }
    same = {name if value is not None else f"{name}__isnull": value if value is not None else True
            for name, value in asked.items()}  # fmt: skip
    if found := Schedule.objects.running().filter(**same).first():
        return found
    made = Schedule.objects.create(**asked, made_at=timezone.now())
    log(instance=of, action="reports.schedule", user=by, data={"report": report, "cadence": cadence})
    return made


@transaction.atomic
def stop_schedule(*, schedule: Schedule) -> bool:
    """Send it no more. False where it was stopped before."""
    return bool(Schedule.objects.running().filter(pk=schedule.pk).update(stopped_at=timezone.now()))


@transaction.atomic
def name_competences(
    *, organisation: Organisation, vpd: str, names: Mapping[ModulePage, str], by: Any
) -> None:
    """Say what the staff record calls modules. One without a name is left out of its rows from now on."""
    for module, name in names.items():
        if name:
            EsrCompetence.objects.update_or_create(
                organisation=organisation, module=module, defaults={"vpd": vpd, "name": name}
            )
        else:
            EsrCompetence.objects.filter(organisation=organisation, module=module).delete()
    named = sum(map(bool, names.values()))
    log(instance=organisation, action="reports.name_competences", user=by, data={"vpd": vpd, "named": named})
