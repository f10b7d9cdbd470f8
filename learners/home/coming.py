"""What a module teaches to look for, and its reader will not find yet: for each hat they wear."""

import datetime
from collections import Counter
from dataclasses import dataclass

from learners.organisations.models import Organisation
from learners.organisations.scope import Scope
from learners.sharing.selectors.visibility import Seen, Sight, visible_among
from modules.models import ModulePage

type Later = tuple[Seen, ...]
type Never = tuple[Seen, ...]


@dataclass(frozen=True, slots=True)
class Coming:
    """What is not there at one organisation, for one or more of the hats worn there, on a day."""

    where: str
    on: datetime.date
    later: Later
    never: Never


def coming_of(scope: Scope, module: ModulePage) -> list[Coming]:
    """What is coming, or agreed not to be shared, of what a module teaches; nothing for who wears no hat.

    A fixed number of queries whatever the number of hats, and none where the module names no information.
    """
    information = [each.pk for each in module.information.all()]
    if not information:
        return []
    hats = {(hat.organisation_id, hat.role_id): hat for hat in scope.own_memberships()}
    if not hats:
        return []
    organisations = {hat.organisation_id: hat.organisation for hat in hats.values()}
    roles = {hat.role_id: hat.role for hat in hats.values()}
    of_hats = visible_among(
        list(organisations.values()), list(roles.values()), scope.on, information=information
    )
    told: dict[tuple[int, Later, Never], list[str]] = {}
    for (organisation, role), seen in ((key, of_hats[key]) for key in hats):
        later = tuple(each for each in seen if each.sight is Sight.COMING)
        never = tuple(each for each in seen if each.sight is Sight.NOT_HERE)
        if later or never:
            told.setdefault((organisation, later, never), []).append(str(roles[role]))
    times = Counter(organisation for organisation, _, _ in told)
    return [
        Coming(_where(organisations[key], named if times[key] > 1 else []), scope.on, later, never)
        for (key, later, never), named in told.items()
    ]


def _where(organisation: Organisation, roles: list[str]) -> str:
    """An organisation, with the roles there where it has others that are told something else."""
    return f"{organisation}, as {' and '.join(roles)}" if roles else str(organisation)
