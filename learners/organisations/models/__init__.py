"""Models of networks, organisations and belonging."""

from learners.organisations.models.appointment import Appointment
from learners.organisations.models.local_fact import LocalFact
from learners.organisations.models.membership import Membership, StaffGroup
from learners.organisations.models.network import Network, NetworkMembership
from learners.organisations.models.organisation import Organisation, Team

__all__ = [
    "Appointment",
    "LocalFact",
    "Membership",
    "Network",
    "NetworkMembership",
    "Organisation",
    "StaffGroup",
    "Team",
]
