"""What the organisations of Fennings Vale have switched on, and when somebody last looked."""

import datetime
from dataclasses import dataclass

from learners.organisations.models import Network, Organisation
from learners.sharing.models import Visibility
from modules.models import InformationCategory, Role

EVERYWHERE = ()
BEGUN, CHECKED = 90, 25  # days ago, unless a line says otherwise
GP, HOSPITAL = "GP record", "Brackwater Hospitals"
HOME, HOMECARE = "Merrowfield House", "Kindly Home Care"


@dataclass(frozen=True, slots=True)
class Line:
    """A category from a source. Without places, everywhere but `not_at`; without roles, for every role.

    `begun` and `checked` are days ago; a line that begins in so many days has a negative one.
    """

    slug: str
    source: str
    how: str = "live"
    places: tuple[str, ...] = EVERYWHERE
    not_at: tuple[str, ...] = (HOMECARE,)
    roles: tuple[str, ...] = ()
    begun: int = BEGUN
    checked: int = CHECKED


LINES = (
    Line("demographics", GP),
    Line("allergies", GP, not_at=()),  # also where the agreement is not signed, which the pages flag
    Line("medicines", GP),
    Line("diagnoses", GP, not_at=(HOMECARE, HOME)),
    Line("diagnoses", GP, places=(HOME,), roles=("care-home-nurse",)),
    Line("letters", f"{HOSPITAL}, letters from clinics"),
    Line("discharge-summaries", HOSPITAL),
    Line("results", HOSPITAL, not_at=(HOMECARE, HOME, "Tarn & Vale Community Health")),
    Line("results", HOSPITAL, places=("Tarn & Vale Community Health",), begun=-30),
    Line("referrals", "Referrals desk", how="periodic", places=(HOSPITAL, "Ashdown Lane Surgery")),
    Line("appointments", "Larkmoor Mental Health", begun=260, checked=200),  # nobody has looked for long
    Line("end-of-life-plans", "St Aelred's Hospice"),
    Line("about-me", "About Me"),
    Line("safeguarding", "Fennings Vale Council", roles=("social-worker", "doctor", "nurse", "paramedic")),
    Line("ambulance", "Vale Ambulance", how="periodic"),
)


def switch_on(network: Network, today: datetime.date) -> None:
    """Write the lines of every organisation in the network. Once: there must be none yet."""
    places = list(Organisation.objects.filter(network_memberships__network=network).distinct())
    information = {each.slug: each for each in InformationCategory.objects.all()}
    roles = {each.slug: each for each in Role.objects.all()}
    Visibility.objects.bulk_create(
        Visibility(
            organisation=place,
            information=information[line.slug],
            role=roles[role] if role else None,
            how=line.how,
            source=line.source,
            starts_on=today - datetime.timedelta(days=line.begun),
            checked_on=today - datetime.timedelta(days=line.checked),
        )
        for line in LINES
        for place in places
        if (place.name in line.places if line.places else place.name not in line.not_at)
        for role in line.roles or ("",)
    )
