"""What one report is asked for: which, as at what day, of whom. And who may ask for which."""

import datetime
from dataclasses import dataclass
from uuid import UUID

from learners.dashboards.wanted import Wanted
from learners.organisations.models import Network, Organisation
from learners.organisations.scope import Scope
from learners.reports.models import Report

ADMINISTRATORS_ONLY = (Report.ESR, Report.PACK)


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """A report as at the end of a day. `teams` holds a team and those below it; None: everybody who may be seen."""

    report: str
    on: datetime.date
    is_workbook: bool = False
    teams: frozenset[int] | None = None
    module: UUID | None = None
    with_names: bool = False

    @property
    def has_names(self) -> bool:
        """Whether people are named in it."""
        return self.report in (Report.PEOPLE, Report.ESR) or self.with_names

    @property
    def wanted(self) -> Wanted:
        """The people and modules it is of."""
        return Wanted(teams=self.teams, module=self.module)


def may_have(scope: Scope, place: Organisation | Network, report: str) -> bool:
    """Whether somebody may have this report of this place today."""
    if isinstance(place, Network):
        return report == Report.NETWORK and scope.networks().filter(pk=place.pk).exists()
    if report in ADMINISTRATORS_ONLY:
        return scope.administers(place)
    return report != Report.NETWORK and scope.organisations().filter(pk=place.pk).exists()
