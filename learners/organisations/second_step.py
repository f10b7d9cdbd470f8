"""Whoever sees other people's training signs in in two steps."""

from django.utils import timezone

from learners.organisations.models import Appointment
from learners.people import second_step
from learners.people.models import User


@second_step.asked_of
def whoever_is_appointed(person: User) -> str:
    """Managers, administrators of a staff list and leads of networks: everybody with an appointment in force."""
    appointed = Appointment.objects.in_force(on=timezone.localdate()).filter(person=person).exists()
    return "you see how other people are getting on with their training" if appointed else ""
