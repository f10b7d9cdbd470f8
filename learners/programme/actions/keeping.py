"""Writing down what a network plans, from a form."""

from collections.abc import Collection
from typing import Any

from django.db import transaction
from wagtail.log_actions import log

from learners.organisations.models import Network


@transaction.atomic
def keep_of_network(*, form: Any, among: Any, same_in: Collection[str], kind: str, by: Any) -> Any:
    """Write something of a network from its valid form, new or changed, and log it as this kind.

    A new one that is the same in these fields as one of `among` (rows of the network) is that one: it was sent twice.
    """
    Network.objects.select_for_update().get(pk=form.instance.network_id)
    is_new, changed = form.instance.pk is None, list(form.changed_data)
    same = {name: getattr(form.instance, name) for name in same_in}
    if is_new and (there := among.filter(**same).first()):
        return there
    kept = form.save()
    if is_new or changed:
        action = f"programme.add_{kind}" if is_new else f"programme.change_{kind}"
        log(instance=kept, action=action, user=by, data={"fields": [] if is_new else changed})
    return kept
