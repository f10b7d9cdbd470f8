"""Things done for many people at once."""

from typing import Any

from learners.bulk.actions import carry_out, choose
from learners.bulk.models import BulkAction, Kind


def reminded(*hats: Any, by: Any) -> BulkAction:
    """People of one organisation whom somebody had reminded."""
    people = [hat.person_id for hat in hats]
    chosen = choose(organisation=hats[0].organisation, kind=Kind.REMIND, people=people, by=by)
    return carry_out(action=chosen, by=by)
