"""The organisations of Fennings Vale. None of them exists; their codes have a form that no real code has."""

import datetime
from dataclasses import dataclass

from learners.organisations.models import Network, NetworkMembership, Organisation, Site, Team

NETWORK = ("Fennings Vale Integrated Care System", "fennings-vale")
SECOND_NETWORK = ("Coldbeck and Moors Integrated Care System", "coldbeck-and-moors")
IN_BOTH = "St Aelred's Hospice"  # its patients come from both sides of the boundary
CARE_GROUP = ("Merrowfield Care", "DEMO-MC1")
ITS_HOME = "Merrowfield House"


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
    sites: tuple[str, ...] = ()
    above: tuple[str, ...] = ()  # teams that have only teams below them
    below: tuple[tuple[str, str, str], ...] = ()  # a team, the team above it, and its site
    numbers: str = ""  # how its employee numbers begin; empty where it gives none


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
        sites=("Brackwater General", "Coldbeck Community Hospital"),
        above=("Medicine", "Clinical support"),
        below=(
            ("Ward 6", "Medicine", "Brackwater General"),
            ("Discharge team", "Medicine", "Coldbeck Community Hospital"),
            ("Emergency department", "", "Brackwater General"),
            ("Pharmacy", "Clinical support", "Brackwater General"),
        ),
        numbers="BH",
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


SHIFTS = {"Days": "days", "Nights": "nights", "Red watch": "rotating", "Green watch": "rotating"}

JOB_TITLES = {
    "nurse": "Staff nurse",
    "allied-health-professional": "Physiotherapist",
    "pharmacy": "Ward pharmacist",
    "ward-clerk": "Ward clerk",
    "manager": "Discharge team manager",
}  # those of doctors differ too much: they have none


def make_network(*, since: datetime.date) -> Network:
    """The network with its organisations, their sites and teams; and the network beside it, which shares one."""
    network = Network.objects.create(name=NETWORK[0], slug=NETWORK[1])
    for employer in EMPLOYERS:
        organisation = Organisation.objects.create(
            name=employer.name, kind=employer.kind, ods_code=employer.ods_code
        )
        NetworkMembership.objects.create(network=network, organisation=organisation, starts_on=since)
        _make_places(employer, organisation)
    _make_neighbours(since)
    return network


def _make_places(employer: Employer, organisation: Organisation) -> None:
    sites = {name: Site.objects.create(organisation=organisation, name=name) for name in employer.sites}
    above = {name: Team.objects.create(organisation=organisation, name=name) for name in employer.above}
    where = {team: (above.get(parent), sites.get(site)) for team, parent, site in employer.below}
    for name in employer.teams:
        parent, site = where.get(name, (None, None))
        Team.objects.create(
            organisation=organisation, name=name, parent=parent, site=site, shift=SHIFTS.get(name, "")
        )


def _make_neighbours(since: datetime.date) -> None:
    """A second network with the hospice in it, too; and the group that a care home belongs to."""
    second = Network.objects.create(name=SECOND_NETWORK[0], slug=SECOND_NETWORK[1])
    NetworkMembership.objects.create(
        network=second, organisation=Organisation.objects.get(name=IN_BOTH), starts_on=since
    )
    group = Organisation.objects.create(name=CARE_GROUP[0], kind="care_group", ods_code=CARE_GROUP[1])
    Organisation.objects.filter(name=ITS_HOME).update(parent=group)
