"""Whose time is over: people who left long ago."""

import datetime

from django.conf import settings
from django.db.models import Exists, OuterRef, Q, QuerySet

from learners.organisations.models import Appointment, Membership
from learners.people.models import User
from learners.privacy.models import LegalHold


def cutoff(on: datetime.date, years: int) -> datetime.date:
    """The same day some years before; of 29 February, the 28th where that year has no other."""
    try:
        return on.replace(year=on.year - years)
    except ValueError:
        return on.replace(year=on.year - years, day=28)


def past_retention(on: datetime.date) -> QuerySet[User]:
    """People whose last tie ended more than RETENTION_YEARS ago, and whom no legal hold keeps, by key.

    Ties are memberships, appointments and signing in; of somebody who never had one, the making of the account.
    Whoever has all permissions is never retired by time.
    """
    before = cutoff(on, settings.RETENTION_YEARS)
    recent = Q(ends_on=None) | Q(ends_on__gte=before)
    belongs = Membership.objects.filter(person=OuterRef("pk"))
    serves = Appointment.objects.filter(person=OuterRef("pk"))
    return User.objects.filter(
        ~Exists(belongs.filter(recent)),
        ~Exists(serves.filter(recent)),
        ~Exists(LegalHold.objects.in_force().filter(person=OuterRef("pk"))),
        Q(last_login=None) | Q(last_login__date__lt=before),
        Exists(belongs) | Exists(serves) | Q(date_joined__date__lt=before),
        anonymised_at=None,
        is_superuser=False,
    ).order_by("pk")
