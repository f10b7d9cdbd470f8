"""Test data. Traits are named after states."""

from tests.factories.attempts import answer_to, finish_attempt, read_all, sit_check, start_attempt
from tests.factories.modules import ModuleFactory, many_question, one_question, true_false_question
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
    "answer_to",
    "finish_attempt",
    "many_question",
    "one_question",
    "read_all",
    "sit_check",
    "start_attempt",
    "true_false_question",
]
