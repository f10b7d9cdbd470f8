"""The access queue of the demonstration: one hospital gives accounts only to those who have done the core."""

import random
from itertools import batched

from learners.access.actions import mark, set_terms
from learners.access.deciding import Mark
from learners.access.models import Account
from learners.organisations.models import Appointment, Organisation
from learners.requirements.keeping import catch_up

WHERE = "Brackwater Hospitals"


def open_access_queue(*, chance: random.Random) -> None:
    """Have its first requirement give access, and most who meet it granted. Standings must be there already."""
    organisation = Organisation.objects.get(name=WHERE)
    core = organisation.requirements.order_by("starts_on", "pk").first()
    keeper = Appointment.objects.filter(organisation=organisation, capacity="administrator").first()
    if core is None or keeper is None:
        return
    core.gives_access = True
    core.save()
    catch_up(organisation.pk, at_most=None)
    by = keeper.person
    set_terms(organisation=organisation, by=by, grace_days=14, unused_days=90)
    ready = list(Account.objects.filter(organisation=organisation, meets=True).values_list("uuid", flat=True))
    chance.shuffle(ready)
    for some in batched(ready[: len(ready) * 3 // 4], 40, strict=False):
        mark(organisation=organisation, by=by, accounts=some, mark=Mark.GRANT)
    mark(organisation=organisation, by=by, accounts=ready[:3], mark=Mark.WITHDRAW)
