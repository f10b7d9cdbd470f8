"""A country's worth of people, for measuring: no names worth reading, but the shape of the real thing."""

import datetime
import uuid
from collections.abc import Callable, Iterator
from itertools import batched

from django.db import transaction
from django.utils import timezone

from learners.organisations.models import (
    Kind,
    Membership,
    Network,
    NetworkMembership,
    Organisation,
    StaffGroup,
    Team,
)
from learners.people.models import User
from learners.rosters.applying import unusable_password
from learners.rosters.bulk import insert, refresh_statistics
from modules.models import Role

AT_ONCE = 50_000  # people in one COPY
NETWORKS = 42  # as many as England has integrated care systems
TEAMS = 20  # in each organisation
SECOND_HATS = 20  # one in so many works for a second organisation
KINDS = (Kind.ACUTE, Kind.COMMUNITY, Kind.MENTAL_HEALTH, Kind.GP_PRACTICE, Kind.CARE_HOME, Kind.COUNCIL)
GROUPS = (StaffGroup.NURSING, StaffGroup.MEDICAL, StaffGroup.ALLIED_HEALTH, StaffGroup.SOCIAL_CARE)


def populate(
    people: int, organisations: int, *, largest: int = 0, tell: Callable[[int], None] = lambda made: None
) -> list[Organisation]:
    """Make so many people in so many organisations, in networks. The first organisation has `largest` of them.

    Written in batches, each a transaction of its own: memory stays the same however many there are.
    """
    made = _organisations(organisations)
    teams = _teams(made)
    roles = list(Role.objects.order_by("pk").values_list("pk", flat=True))
    on = timezone.localdate()
    done = 0
    for numbers in batched(range(people), AT_ONCE):
        with transaction.atomic():
            keys = _people(numbers)
            _memberships(zip(numbers, keys, strict=True), made, teams, roles, on, largest)
        done += len(numbers)
        tell(done)
    refresh_statistics([User, Membership])
    return made


@transaction.atomic
def _organisations(count: int) -> list[Organisation]:
    mark = uuid.uuid4().hex[:6].upper()  # so that it can be run twice
    made = Organisation.objects.bulk_create(
        Organisation(name=f"Organisation {mark} {n:04}", kind=KINDS[n % len(KINDS)]) for n in range(count)
    )
    since = timezone.localdate() - datetime.timedelta(days=1_000)
    networks = Network.objects.bulk_create(
        Network(name=f"Network {mark} {n:02}", slug=f"network-{mark.lower()}-{n:02}")
        for n in range(min(NETWORKS, count))
    )
    NetworkMembership.objects.bulk_create(
        NetworkMembership(network=networks[n % len(networks)], organisation=organisation, starts_on=since)
        for n, organisation in enumerate(made)
    )
    return made


@transaction.atomic
def _teams(organisations: list[Organisation]) -> list[list[int]]:
    """The keys of each organisation's teams."""
    rows = [(organisation.pk, f"Team {n:02}") for organisation in organisations for n in range(TEAMS)]
    return [list(some) for some in batched(insert(Team, ("organisation_id", "name"), rows), TEAMS)]


def _people(numbers: tuple[int, ...]) -> list[int]:
    at, mark = timezone.now(), uuid.uuid4().hex[:8]
    rows = [
        (f"First{n % 997}", f"Last{n % 9973}", f"p{n}.{mark}@example.org", unusable_password(), at)
        for n in numbers
    ]
    return insert(User, ("first_name", "last_name", "email", "password", "date_joined"), rows)


def _memberships(
    people: Iterator[tuple[int, int]],
    organisations: list[Organisation],
    teams: list[list[int]],
    roles: list[int],
    on: datetime.date,
    largest: int,
) -> None:
    rows = []
    for number, person in people:
        first = 0 if number < largest else number % len(organisations)
        places = [first] if number % SECOND_HATS else [first, (first + 1) % len(organisations)]
        starts_on = on - datetime.timedelta(days=number % 2_000)
        for place in dict.fromkeys(places):
            rows.append(
                (
                    person,
                    organisations[place].pk,
                    roles[number % len(roles)],
                    GROUPS[number % len(GROUPS)],
                    teams[place][number % TEAMS],
                    str(number),
                    starts_on,
                )
            )
    fields = (
        "person_id",
        "organisation_id",
        "role_id",
        "staff_group",
        "team_id",
        "employee_number",
        "starts_on",
    )
    insert(Membership, fields, rows)
