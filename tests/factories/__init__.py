"""Test data. Traits are named after states."""

from tests.factories.attempts import finish_attempt, start_attempt
from tests.factories.modules import ModuleFactory, true_false_question, one_question, many_question
from tests.factories.organisations import (
    AppointmentFactory,
    MembershipFactory,
    NetworkFactory,
    NetworkMembershipFactory,
    OrganisationFactory,
    RequirementFactory,
    TeamFactory,
)
from tests.factories.people import PersonFactory

__all__ = [
    "AppointmentFactory",
    "MembershipFactory",
    "ModuleFactory",
    "NetworkFactory",
    "NetworkMembershipFactory",
    "OrganisationFactory",
    "PersonFactory",
    "RequirementFactory",
    "TeamFactory",
    "finish_attempt",
    "many_question",
    "one_question",
    "start_attempt",
    "true_false_question",
]
