"""The end of what tells who somebody was."""

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from learners.holdings import ANONYMISED, holdings
from learners.people.models import User
from learners.privacy.selectors.obstacles import obstacles
from learners.privacy.selectors.traces import traces_of


class NotNow(Exception):
    """Something stands against it: `obstacles` says what, a sentence each."""

    def __init__(self, found: list[str]) -> None:
        super().__init__(" ".join(found))
        self.obstacles = found


@transaction.atomic
def anonymise(*, person: User, by: User | None, reason: str) -> bool:
    """Blank or delete all that tells who somebody was; what they did stays, under nobody's name.

    All of it or nothing; False where it was done before. `by` is None when time does it. What each app lets go stands
    in its `holdings`. The log says that it was done and why, without the name. Raises NotNow.
    """
    if not reason.strip():
        raise ValueError("Somebody is anonymised for a reason.")
    found = User.objects.select_for_update().get(pk=person.pk)
    if found.anonymised_at:
        return False
    if against := obstacles(found, timezone.localdate()):
        raise NotNow(against)
    traces = traces_of(found)
    for holding in holdings():
        holding.forget(found, traces)
    why = {"reason": traces.scrubbed(reason.strip())}
    log(instance=found, action="privacy.anonymise", user=by, title=ANONYMISED, data=why)
    return True
