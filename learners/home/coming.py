"""What a module teaches to look for, and its reader will not find yet: for each hat they wear."""

import datetime
from dataclasses import dataclass

from learners.organisations.scope import Scope
from learners.sharing.selectors.visibility import Seen, Sight, visible_to
from modules.models import ModulePage


@dataclass(frozen=True, slots=True)
class Coming:
    """What is not there at one organisation, for one or more of the hats worn there, on a day."""

    where: str
    on: datetime.date
    later: tuple[Seen, ...]
    never: tuple[Seen, ...]


def coming_of(scope: Scope, module: ModulePage) -> list[Coming]:
    """What is coming, or agreed not to be shared, of what a module teaches; nothing for who wears no hat.

    A fixed number of queries for each hat, and none where the module names no information.
    """
    information = [each.pk for each in module.information.all()]
    if not information:
        return []
    hats = {(hat.organisation_id, hat.role_id): hat for hat in scope.own_memberships()}
    found = []
    for hat in hats.values():
        seen = visible_to(hat.organisation, hat.role, scope.on, information=information)
        later = tuple(each for each in seen if each.sight is Sight.COMING)
        never = tuple(each for each in seen if each.sight is Sight.NOT_HERE)
        told = Coming(hat.organisation.name, scope.on, later, never)
        if (later or never) and told not in found:
            found.append(told)
    return found
