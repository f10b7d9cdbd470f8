"""The organisations of Fennings Vale. None of them exists; their codes have a form that no real code has."""

import datetime
from dataclasses import dataclass

from learners.organisations.models import Network, NetworkMembership, Organisation, Team

NETWORK = ("Fennings Vale Integrated Care System", "fennings-vale")


@dataclass(frozen=True, slots=True)
class Employer:
    """An organisation, its teams, how many people it has, in which roles, and how keen they are to learn (0 to 1)."""

    name: str
    kind: str
    ods_code: str
    teams: tuple[str, ...]
    people: int
    roles: tuple[tuple[str, str], ...]
    keen: float


NURSE = ("nurse", "nursing")
DOCTOR = ("doctor", "medical")
THERAPIST = ("allied-health-professional", "allied_health")
PHARMACY = ("pharmacy", "scientific_technical")
CLERK = ("ward-clerk", "administrative")
CARE_WORKER = ("care-worker", "social_care")
SOCIAL_WORKER = ("social-worker", "social_care")

EMPLOYERS = (
    Employer(
        "Brackwater Hospitals", "acute", "DEMO-BH1", ("Ward 6", "Emergency department", "Discharge team", "Pharmacy"),
        120, (NURSE, NURSE, NURSE, DOCTOR, THERAPIST, PHARMACY, CLERK), 0.74,
    ),
    Employer(
        "Ashdown Lane Surgery", "gp_practice", "DEMO-AL1", ("Reception", "Clinicians"),
        22, (("gp-admin", "administrative"), DOCTOR, NURSE), 0.82,
    ),
    Employer(
        "Tarn & Vale Community Health", "community", "DEMO-TV1", ("District nursing", "Falls clinic", "Therapies"),
        64, (NURSE, NURSE, THERAPIST, ("midwife-health-visitor", "nursing")), 0.68,
    ),
    Employer(
        "Larkmoor Mental Health", "mental_health", "DEMO-LM1", ("Memory clinic", "Crisis team"),
        44, (("mental-health", "nursing"), ("mental-health", "additional_clinical"), DOCTOR), 0.55,
    ),
    Employer(
        "Fennings Vale Council", "council", "DEMO-FV1", ("Adult social care", "Children's social care"),
        40, (SOCIAL_WORKER, SOCIAL_WORKER, ("manager", "administrative")), 0.5,
    ),
    Employer(
        "Merrowfield House", "care_home", "DEMO-MH1", ("Days", "Nights"),
        26, (CARE_WORKER, CARE_WORKER, CARE_WORKER, ("care-home-nurse", "nursing")), 0.6,
    ),
    Employer("Kindly Home Care", "home_care", "DEMO-KH1", ("North round", "South round"), 34, (CARE_WORKER,), 0.45),
    Employer(
        "St Aelred's Hospice", "hospice", "DEMO-SA1", ("In-patient unit", "Hospice at home"),
        18, (("hospice", "nursing"), ("hospice", "additional_clinical"), DOCTOR), 0.88,
    ),
    Employer("Vale Ambulance", "ambulance", "DEMO-VA1", ("Red watch", "Green watch"), 28,
             (("paramedic", "allied_health"),), 0.63),
    Employer("Vale Carers' Link", "voluntary", "", (), 4, (("volunteer", "volunteers"),), 0.9),
)  # fmt: skip


def make_network(*, since: datetime.date) -> Network:
    """The network with its organisations and their teams."""
    network = Network.objects.create(name=NETWORK[0], slug=NETWORK[1])
    for employer in EMPLOYERS:
        organisation = Organisation.objects.create(
            name=employer.name, kind=employer.kind, ods_code=employer.ods_code
        )
        NetworkMembership.objects.create(network=network, organisation=organisation, starts_on=since)
        Team.objects.bulk_create(Team(organisation=organisation, name=name) for name in employer.teams)
    return network
