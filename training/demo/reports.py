"""Reports of the demonstration: one hospital's staff record names the modules, and its administrator is sent a pack."""

from learners.organisations.models import Appointment, Organisation
from learners.reports.actions import name_competences, schedule_report
from learners.reports.models import Cadence, Report
from learners.reports.selectors import modules_to_name

WHERE = "Brackwater Hospitals"


def ask_for_reports() -> None:
    """Standings must be there already: what is asked is read from their figures."""
    organisation = Organisation.objects.get(name=WHERE)
    keeper = Appointment.objects.filter(organisation=organisation, capacity="administrator").first()
    if keeper is None:
        return
    names = {
        module: f"{module.title.replace('|', ' ')} - 2 Years" for module in modules_to_name(organisation)
    }
    name_competences(organisation=organisation, vpd="457", names=names, by=keeper.person)
    schedule_report(of=organisation, report=Report.PACK, cadence=Cadence.MONTHLY, by=keeper.person)
