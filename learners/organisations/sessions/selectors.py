"""What a sign-in asks the database: how long somebody may be idle, and what they typed and could not send."""

import datetime
from typing import Any

from django.db.models import Min, Q

from learners.organisations.models import Appointment, HeldWords, Membership, Organisation
from learners.organisations.sessions.limits import USUAL


def idle_minutes_of(person_id: Any, on: datetime.date) -> int:
    """How many minutes somebody may be idle: the fewest of where they work or are appointed on that day.

    The usual where they belong to no organisation. One query.
    """
    works_at = Membership.objects.in_force(on=on).filter(person=person_id).values("organisation")
    appointed = Appointment.objects.in_force(on=on).filter(person=person_id).values("organisation")
    found = Organisation.objects.filter(Q(pk__in=works_at) | Q(pk__in=appointed))
    return found.aggregate(fewest=Min("idle_minutes"))["fewest"] or USUAL


def pages_with_held_words(person_id: Any) -> list[str]:
    """The pages for which something of this person is held."""
    return list(HeldWords.objects.filter(person=person_id).order_by("page").values_list("page", flat=True))


def held_words_for(person_id: Any, page: str) -> dict[str, str]:
    """What this person typed on a page and did not send: text by the name of its field."""
    found = HeldWords.objects.filter(person=person_id, page=page).first()
    return dict(found.words) if found else {}
