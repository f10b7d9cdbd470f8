"""The demonstration's network lives through its programme: agreement, matrix, roadmap, culture, surveys."""

import random

from django.utils import timezone

from learners.organisations.models import Network
from learners.people.models import User
from modules.models import ModulePage
from training.demo.agreements import agree, ask_once_it_is_signed
from training.demo.culture import change_culture
from training.demo.roadmap import draw_roadmap
from training.demo.surveys import ask_for_attitudes
from training.demo.visibility import switch_on


def live_through(network: Network, *, lead: User, chance: random.Random) -> None:
    """Do what has been done around the training, before anybody counts where people stand."""
    today = timezone.localdate()
    agreement = agree(network, by=lead, today=today)
    ask_once_it_is_signed(agreement, ModulePage.objects.get(slug="care-plans-at-home"), today=today)
    switch_on(network, today)
    draw_roadmap(network, agreement, by=lead, today=today)
    change_culture(network, lead=lead, chance=chance)
    ask_for_attitudes(network, chance=chance)
