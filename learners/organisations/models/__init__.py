"""Models of networks, organisations and belonging."""

from learners.organisations.models.appointment import Appointment
from learners.organisations.models.local_fact import LocalFact
from learners.organisations.models.membership import Membership, Pause, StaffGroup
from learners.organisations.models.merger import Merger, MergerMove
from learners.organisations.models.network import Network, NetworkMembership
from learners.organisations.models.organisation import Kind, Organisation, Site, Team, validate_ods_code

__all__ = [
    "Appointment",
    "Kind",
    "LocalFact",
    "Membership",
    "Merger",
    "MergerMove",
    "Network",
    "NetworkMembership",
    "Organisation",
    "Pause",
    "Site",
    "StaffGroup",
    "Team",
    "validate_ods_code",
]
