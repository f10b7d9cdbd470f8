"""What stands against anonymising somebody now."""

import datetime
from collections.abc import Iterator

from django.db.models import Q
from django.utils.formats import date_format

from learners.organisations.models import Appointment, Membership
from learners.people.models import User
from learners.privacy.models import LegalHold


def obstacles(person: User, on: datetime.date) -> list[str]:
    """Each in a sentence that says what an administrator can do about it; none where nothing does."""
    return [*_holds(person), *_ties(person, on), *_last_of_all(person)]


def _holds(person: User) -> Iterator[str]:
    for hold in LegalHold.objects.in_force().filter(person=person):
        day = date_format(hold.placed_at, "j F Y")
        yield f"A legal hold is in force since {day}. Nothing may go before it is lifted."


def _ties(person: User, on: datetime.date) -> Iterator[str]:
    """Who works here today must be told from others, and the next staff list would bring them back."""
    lasting = Q(ends_on=None) | Q(ends_on__gte=on)
    for hat in Membership.objects.filter(lasting, person=person).select_related("organisation"):
        yield f"They work at {hat.organisation} {_until(hat.ends_on)}. End this first."
    held = Appointment.objects.filter(lasting, person=person).select_related("organisation", "network")
    for post in held:
        capacity = post.get_capacity_display().partition(":")[0].lower()
        place = post.organisation or post.network
        yield f"They are appointed as {capacity} for {place} {_until(post.ends_on)}. End this first."


def _until(day: datetime.date | None) -> str:
    return f"until {date_format(day, 'j F Y')}" if day else "until further notice"


def _last_of_all(person: User) -> Iterator[str]:
    others = User.objects.filter(is_superuser=True, is_active=True).exclude(pk=person.pk)
    if person.is_superuser and person.is_active and not others.exists():
        yield "Nobody else has all permissions. Give them to somebody first."
