"""Planning the digests of a day: person by person, in batches, so that memory stays flat however many there are."""

import datetime
import uuid
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from django.db import transaction
from django.db.models import Exists, Max, OuterRef, Q, QuerySet

from learners.organisations.models import Organisation
from learners.reminders.deciding import AHEAD, Chosen, Item, Rules, Told, decide, is_weekly_due
from learners.reminders.models import Digest, Mention, Nudge, Preference
from learners.reminders.selectors import OPEN, SPOKEN_OF, mailable, managers, rules_by_organisation
from learners.requirements.keeping import catch_up
from learners.requirements.models import KeptStanding

BATCH = 500

type Say = Callable[[str], None]


def plan(at: datetime.datetime, say: Say = lambda words: None) -> int:
    """Plan what is to be sent at a moment (in local time); how many digests. Planning again plans only what is new."""
    rules = rules_by_organisation()
    if not _anybody_sends(rules, at):
        return 0
    carry_over(at)
    planned = 0
    here = Organisation.objects.open(on=at.date()).order_by("pk")
    for organisation in list(here.values_list("pk", flat=True)):
        catch_up(organisation, at_most=None)
    for people in _pages(managers().order_by("person_id").values_list("person_id", flat=True), "person_id"):
        planned += _plan(people, at, rules)
    for number, organisation in enumerate(list(here.values_list("pk", flat=True)), 1):
        if rules[organisation].allow(at):
            for people in _candidates(organisation, at.date()):
                planned += _plan(people, at, rules)
        if number % 100 == 0:
            say(f"{number} organisations read, {planned} digests planned.")
    return planned


@transaction.atomic
def carry_over(at: datetime.datetime) -> None:
    """What was left of earlier days. A plan that nobody took up is dropped, and made anew today.

    Of what was handed over, nobody knows whether it went: it is sent again as today's, with the same Message-ID.
    """
    old = Digest.objects.unsent().filter(day__lt=at.date())
    old.filter(state=Digest.State.PLANNED).delete()
    todays = Digest.objects.filter(person=OuterRef("person"), day=at.date())
    newer = old.filter(person=OuterRef("person"), pk__gt=OuterRef("pk"))
    unsure = old.filter(~Exists(todays), ~Exists(newer), lease_until__lte=at)
    keys = list(
        unsure.select_for_update(skip_locked=True, of=("self",)).values_list("pk", flat=True)[:10_000]
    )
    Digest.objects.filter(pk__in=keys).update(day=at.date())


def _anybody_sends(rules: Mapping[int, Rules], at: datetime.datetime) -> bool:
    return Rules().allow(at) or any(each.allow(at) for each in rules.values())


def _candidates(organisation: int, day: datetime.date) -> Iterator[list[int]]:
    """People of an organisation of whom something is due or late, or who are to be nudged."""
    due = KeptStanding.objects.current().filter(
        organisation=organisation, state__in=SPOKEN_OF, due__lte=day + AHEAD
    )
    nudges = Nudge.objects.filter(organisation=organisation, digest=None, taken_back_at=None)
    for rows in (due, nudges):
        yield from _pages(rows.order_by("person_id").values_list("person_id", flat=True), "person_id")


def _pages(rows: QuerySet[Any, int], name: str) -> Iterator[list[int]]:
    """Distinct keys in order, a page at a time, by a query each: a cursor would be held open over our own writing."""
    last = 0
    while page := list(rows.filter(**{f"{name}__gt": last}).distinct()[:BATCH]):
        yield page
        last = page[-1]


@transaction.atomic
def _plan(people: list[int], at: datetime.datetime, rules: Mapping[int, Rules]) -> int:
    """The digests of a few people, all or none. Whoever has one today gets no other."""
    day = at.date()
    todays = Digest.objects.filter(person=OuterRef("pk"), day=day)
    waiting = Digest.objects.unsent().filter(person=OuterRef("pk"))
    free = set(
        mailable().filter(~Exists(todays), ~Exists(waiting), pk__in=people).values_list("pk", flat=True)
    )
    wants = _wants(free)
    nudges = _nudges(free)
    items = {each: found for each, found in _items(free, nudges, day).items() if wants[each][0]}
    chosen = {person: decide(found, rules, at) for person, found in items.items()}
    weekly = _weekly({person for person in free if wants[person][1]}, at, rules)
    weekly -= {person for person in weekly & set(items) if _waits(items[person], chosen[person], rules, at)}
    return _write(
        {person: found for person in free if (found := chosen.get(person, [])) or person in weekly},
        weekly, nudges, day,
    )  # fmt: skip


def _waits(items: list[Item], chosen: Chosen, rules: Mapping[int, Rules], at: datetime.datetime) -> bool:
    """Whether something waits only for a better hour of this day: then the figures of the week wait with it."""
    return not chosen and bool(decide(items, rules, at.replace(hour=12)))


def _wants(people: set[int]) -> dict[int, tuple[bool, bool]]:
    rows = Preference.objects.filter(person__in=people).values_list("person_id", "own", "weekly")
    return defaultdict(lambda: (True, True), {person: (own, weekly) for person, own, weekly in rows})


type Nudges = dict[tuple[int, int], int]


def _nudges(people: set[int]) -> Nudges:
    """Nudges that wait, by person and organisation."""
    rows = Nudge.objects.filter(person__in=people, digest=None, taken_back_at=None)
    return {
        (person, here): key for key, person, here in rows.values_list("pk", "person_id", "organisation_id")
    }


def _items(people: set[int], nudges: Nudges, day: datetime.date) -> dict[int, list[Item]]:
    """Whatever could be spoken of to these people, with what was said of it before."""
    told = _told(people)
    near = Q(state__in=SPOKEN_OF, due__lte=day + AHEAD)
    nudged = Q(state__in=OPEN, organisation__in={here for _, here in nudges})
    rows = KeptStanding.objects.current().filter(near | nudged, person__in=people).exclude(due=None)
    found: dict[int, list[Item]] = defaultdict(list)
    for person, here, module, state, due in rows.values_list(
        "person_id", "organisation_id", "module_key", "state", "due"
    ):
        asked = state in OPEN and (person, here) in nudges
        if due and (asked or due <= day + AHEAD):
            before = tuple(told.get((person, here, module, due), ()))
            found[person].append(Item(here, str(module), due, before, asked))
    return found


def _told(people: set[int]) -> dict[tuple[int, int, uuid.UUID, datetime.date], list[Told]]:
    found = defaultdict(list)
    rows = Mention.objects.filter(digest__person__in=people).values_list(
        "digest__person_id", "organisation_id", "module_key", "due", "occasion", "digest__day"
    )
    for person, here, module, due, occasion, day in rows:
        found[person, here, module, due].append(Told(occasion, day))
    return found


def _weekly(people: set[int], at: datetime.datetime, rules: Mapping[int, Rules]) -> set[int]:
    """Managers who have not had their figures this week, and one of whose organisations sends now."""
    rows = managers().filter(person__in=people).values_list("person_id", "organisation_id")
    open_to = {person for person, here in rows if rules[here].allow(at)}
    last = dict(
        Digest.objects.filter(person__in=open_to, weekly=True)
        .values_list("person_id")
        .annotate(last=Max("day"))
    )
    return {person for person in open_to if is_weekly_due(last.get(person), at.date())}


def _write(chosen: dict[int, Chosen], weekly: set[int], nudges: Nudges, day: datetime.date) -> int:
    """Write digests, what each speaks of, and which nudges it takes up. Where another writes the same, it is theirs."""
    token = uuid.uuid4()
    Digest.objects.bulk_create(
        [Digest(person_id=person, day=day, weekly=person in weekly, plan=token) for person in chosen],
        ignore_conflicts=True,
    )
    ours = dict(Digest.objects.filter(plan=token).values_list("person_id", "pk"))
    said = [(person, item, occasion) for person in ours for item, occasion in chosen[person]]
    Mention.objects.bulk_create(
        Mention(
            digest_id=ours[person],
            organisation_id=item.organisation,
            module_key=item.module,
            due=item.due,
            occasion=occasion,
        )
        for person, item, occasion in said
    )
    for person, here in {(person, item.organisation) for person, item, _ in said if item.asked}:
        Nudge.objects.filter(pk=nudges[person, here], digest=None, taken_back_at=None).update(
            digest=ours[person]
        )
    return len(ours)
