"""Models of networks, organisations and belonging."""

from learners.organisations.models.appointment import Appointment
from learners.organisations.models.held_words import HeldWords
from learners.organisations.models.local_fact import LocalFact
from learners.organisations.models.membership import Membership, Pause, StaffGroup
from learners.organisations.models.merger import Merger, MergerChange, MergerMove, MergerState
from learners.organisations.models.network import Network, NetworkMembership
from learners.organisations.models.ods_entry import OdsEntry, OdsLoad, OdsSuccession
from learners.organisations.models.organisation import Kind, Organisation, validate_ods_code
from learners.organisations.models.place import Shift, Site, Team

__all__ = [
    "Appointment",
    "HeldWords",
    "Kind",
    "LocalFact",
    "Membership",
    "Merger",
    "MergerChange",
    "MergerMove",
    "MergerState",
    "Network",
    "NetworkMembership",
    "OdsEntry",
    "OdsLoad",
    "OdsSuccession",
    "Organisation",
    "Pause",
    "Shift",
    "Site",
    "StaffGroup",
    "Team",
    "validate_ods_code",
]
