"""Some four hundred fictional people, and the eight whom a visitor can sign in as."""

import datetime
import random
from dataclasses import dataclass

from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group

from learners.organisations.models import Appointment, Membership, Network, Organisation
from learners.people.models import User
from modules.models import Role
from training.demo.network import EMPLOYERS, JOB_TITLES, Employer

NUMBERS = {employer.name: employer.numbers for employer in EMPLOYERS}
PASSWORD = "fennings vale 2026"  # noqa: S105 - the demonstration's, printed for everybody to see

FIRST = (
    "Aaliyah Abena Agnes Ahmed Aidan Alina Amir Anders Anika Bethan Bogdan Callista Carys Chidi Claudia Dafydd Deepa "
    "Diego Edith Efua Elif Emeka Esme Farah Fergus Freya Gethin Grace Hamza Hana Harriet Imani Ines Isaac Jamila Joan "
    "Kaveh Keir Kofi Lakshmi Leila Lewis Magda Malik Marta Mei Milan Nadia Nia Noor Olu Orla Pavel Petra Qasim Rahel "
    "Reza Rhys Sadie Sanjay Sefa Siobhan Tariq Tess Uma Vikram Wanda Yasmin Yusuf Zofia"
).split()
LAST = (
    "Abara Achterby Adewole Ainsley Alder Bancroft Bielska Bramwell Chakrabarti Cotterell Dalgleish Demir Eastwood "
    "Eriksen Farooqi Fenwick Galloway Ghosh Haddad Hollins Ibekwe Iqbal Jankowska Jessop Kamara Kettle Laithwaite "
    "Lindgren Mbatha Merrick Nowak Nwosu Oakshott Okonedo Pargeter Patel Quayle Quist Rahimi Rowntree Sandhu Sefton "
    "Tamang Thackray Udo Underhay Varga Verity Wainwright Wojcik Yeboah Yilmaz Zaman Zielinska"
).split()


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody whom a visitor to the demonstration can sign in as."""

    who: str
    email: str
    name: tuple[str, str]
    groups: tuple[str, ...] = ()
    works: tuple[tuple[str, str, str, str], ...] = ()  # organisation, role, staff group, team
    manages: str = ""
    keeps: str = ""  # whose staff list
    leads: bool = False


VISITORS = (
    Visitor(
        "clinician with two employers", "clinician@example.org", ("Amara", "Oyelaran"),
        works=(
            ("Brackwater Hospitals", "nurse", "nursing", "Ward 6"),
            ("St Aelred's Hospice", "hospice", "nursing", "Hospice at home"),
        ),
    ),
    Visitor(
        "care worker", "care.worker@example.org", ("Danuta", "Sobol"),
        works=(("Kindly Home Care", "care-worker", "social_care", "North round"),),
    ),
    Visitor(
        "manager", "manager@example.org", ("Gwilym", "Prosser"),
        works=(("Brackwater Hospitals", "manager", "administrative", "Discharge team"),),
        manages="Brackwater Hospitals",
    ),
    Visitor(
        "organisation administrator", "roster.admin@example.org", ("Odile", "Marchbanks"),
        keeps="Brackwater Hospitals",
    ),
    Visitor("network lead", "network.lead@example.org", ("Ruth", "Amankwah"), leads=True),
    Visitor("educator", "educator@example.org", ("Priya", "Raghunathan"), groups=("Educators",)),
    Visitor("clinical reviewer", "reviewer@example.org", ("Tomos", "Bellweather"), groups=("Clinical reviewers",)),
    Visitor("administrator", "administrator@example.org", ("Ingrid", "Falk"), groups=("Administrators",)),
)  # fmt: skip


def make_visitors(*, network: Network, since: datetime.date) -> dict[str, User]:
    """The people whom a visitor can sign in as, by e-mail."""
    password = make_password(PASSWORD)
    made = {}
    for visitor in VISITORS:
        person = User.objects.create(
            email=visitor.email, first_name=visitor.name[0], last_name=visitor.name[1], password=password
        )
        person.groups.set(Group.objects.filter(name__in=visitor.groups))
        for organisation, role, staff_group, team in visitor.works:
            _hire(person, Organisation.objects.get(name=organisation), (role, staff_group), team, since)
        _appoint(person, visitor, network, since)
        made[visitor.email] = person
    return made


def _appoint(person: User, visitor: Visitor, network: Network, since: datetime.date) -> None:
    for capacity, name in (("manager", visitor.manages), ("administrator", visitor.keeps)):
        if name:
            employer = Organisation.objects.get(name=name)
            Appointment.objects.create(
                person=person, capacity=capacity, organisation=employer, starts_on=since
            )
    if visitor.leads:
        Appointment.objects.create(person=person, capacity="network_lead", network=network, starts_on=since)


def make_staff(*, chance: random.Random, today: datetime.date) -> None:
    """Everybody else. Most have been there for years, some started in the last weeks, a few have left."""
    number = 0
    for employer in EMPLOYERS:
        for _ in range(employer.people):
            number += 1
            _make_member(employer, number, chance, today)


def _make_member(employer: Employer, number: int, chance: random.Random, today: datetime.date) -> None:
    first, last = chance.choice(FIRST), chance.choice(LAST)
    person = User.objects.create(
        email=f"{first}.{last}.{number}@example.org".lower(),
        first_name=first,
        last_name=last,
        password=make_password(None),
    )
    is_new = chance.random() < 0.12
    days = chance.randint(3, 50) if is_new else chance.randint(90, 4000)
    starts_on = today - datetime.timedelta(days=days)
    left = (
        None if is_new or chance.random() > 0.03 else today - datetime.timedelta(days=chance.randint(1, 30))
    )
    team = chance.choice(employer.teams) if employer.teams else ""
    organisation = Organisation.objects.get(name=employer.name)
    _hire(person, organisation, chance.choice(employer.roles), team, starts_on, left)


def _hire(
    person: User,
    organisation: Organisation,
    role: tuple[str, str],
    team: str,
    starts_on: datetime.date,
    ends_on: datetime.date | None = None,
) -> None:
    place = organisation.teams.filter(name=team).first()
    prefix = NUMBERS.get(organisation.name, "")
    Membership.objects.create(
        person=person,
        organisation=organisation,
        role=Role.objects.get(slug=role[0]),
        staff_group=role[1],
        team=place,
        site=place.site if place else None,
        job_title=JOB_TITLES.get(role[0], "") if prefix else "",
        employee_number=f"{prefix}{person.pk:06}" if prefix else "",
        starts_on=starts_on,
        ends_on=ends_on,
    )
