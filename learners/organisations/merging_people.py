"""Where each person goes when one organisation becomes another. Reads only; drafts are not saved."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from django.db.models import QuerySet

from learners.organisations.merging_days import Span, gaps
from learners.organisations.merging_places import Places
from learners.organisations.models import Appointment, Membership, Merger, Pause
from learners.organisations.models.merger import Moved

CARRIED = ("role", "staff_group", "job_title", "employee_number", "assignment_number", "manager_email")


@dataclass(frozen=True)
class Move(Moved):
    """One hat in the predecessor, and the one that is worn instead. `begun` is a draft where the merger makes it.

    Both are the same row where the person has not begun yet: then they begin in the successor.
    """

    ended: Membership
    begun: Membership
    was_made: bool


@dataclass
class People:
    """Everybody who is moved, and what could not be decided.

    A post is a person and an assignment number, or none. On each day a person ends up with one hat for each post.
    """

    moves: list[Move] = field(default_factory=list)
    unsettled: list[Membership] = field(default_factory=list)


def hats_of(merger: Merger) -> QuerySet[Membership]:
    """The hats that go on after the predecessor's last day."""
    return Membership.objects.holding_from(merger.on).filter(organisation=merger.predecessor_id)


class PeopleMover:
    """Decides for each hat: it goes on as a new one, as one that is worn there already, or begins there."""

    def __init__(self, merger: Merger, places: Places) -> None:
        self._merger, self._places = merger, places
        self._worn: dict[tuple[int, str], list[Membership]] = defaultdict(list)
        self._numbers: dict[str, set[int]] = defaultdict(set)
        self._decided = People()

    def decide(self) -> People:
        """Those who have not begun first, then the others by name. Four queries, however many people."""
        self._read_successor()
        hats = list(
            hats_of(self._merger)
            .select_related("person", "role", "team", "site")
            .order_by("person__last_name", "person__first_name", "person", "starts_on", "pk")
        )
        for hat in hats:
            if hat.starts_on >= self._merger.on:
                self._put_off(hat)
        for hat in hats:
            if hat.starts_on < self._merger.on:
                self._move(hat)
        return self._decided

    def _read_successor(self) -> None:
        there = Membership.objects.filter(organisation=self._merger.successor_id)
        people = hats_of(self._merger).values("person")
        for hat in (
            there.holding_from(self._merger.on).filter(person__in=people).select_related("role", "team")
        ):
            self._worn[_post(hat)].append(hat)
        numbered = there.exclude(employee_number="").values_list("employee_number", "person_id")
        for number, person in numbered.distinct().order_by():
            self._numbers[number].add(person)

    def _put_off(self, hat: Membership) -> None:
        """Somebody who begins later: the same hat, in the successor; unless they work there by then."""
        if any(_days(hat).meets(_days(worn)) for worn in self._worn[_post(hat)]):
            self._decided.unsettled.append(hat)
            return
        self._places.team(hat.team_id), self._places.site(hat.site_id)
        self._worn[_post(hat)].append(hat)
        self._decided.moves.append(Move(hat, hat, was_made=False))

    def _move(self, hat: Membership) -> None:
        wanted = Span(self._merger.on, hat.ends_on)
        worn = self._worn[_post(hat)]
        drafts = [self._draft(hat, span) for span in gaps(wanted, map(_days, worn))]
        if not drafts:
            on = next(each for each in worn if _days(each).meets(Span(wanted.first, wanted.first)))
            self._decided.moves.append(Move(hat, on, was_made=False))
        self._decided.moves.extend(Move(hat, draft, was_made=True) for draft in drafts)
        worn.extend(drafts)

    def _draft(self, hat: Membership, span: Span) -> Membership:
        carried = {name: getattr(hat, name) for name in CARRIED}
        if self._is_taken(hat):
            carried["employee_number"] = ""
        return Membership(
            person=hat.person,
            organisation=self._merger.successor,
            team=self._places.team(hat.team_id),
            site=self._places.site(hat.site_id),
            starts_on=span.first,
            ends_on=span.last,
            **carried,
        )

    def _is_taken(self, hat: Membership) -> bool:
        """Whether somebody else has this hat's employee number in the successor."""
        return bool(self._numbers.get(hat.employee_number, set()) - {hat.person_id})


def pauses_of(moves: list[Move], merger: Merger) -> Iterator[Pause]:
    """Drafts of the pauses that go on under the new hats."""
    found: dict[int, list[Pause]] = defaultdict(list)
    for pause in Pause.objects.holding_from(merger.on).filter(membership__in=hats_of(merger).values("pk")):
        found[pause.membership_id].append(pause)
    for move in moves:
        for pause in found[move.ended.pk] if move.was_made else ():
            if _days(pause).meets(_days(move.begun)):
                first, last = _days(pause).within(_days(move.begun))
                yield Pause(membership=move.begun, starts_on=first, ends_on=last)


def appointments_of(merger: Merger) -> list[Appointment]:
    """Drafts of appointments in the successor for those who see the predecessor's people after its last day."""
    going_on = Appointment.objects.holding_from(merger.on).select_related("person")
    held: dict[tuple[int, str], list[Appointment]] = defaultdict(list)
    for each in going_on.filter(organisation=merger.successor_id):
        held[each.person_id, each.capacity].append(each)
    drafts = []
    for each in going_on.filter(organisation=merger.predecessor_id).order_by("starts_on", "pk"):
        there = held[each.person_id, each.capacity]
        wanted = Span(max(each.starts_on, merger.on), each.ends_on)
        for first, last in gaps(wanted, map(_days, there)):
            draft = Appointment(person=each.person, capacity=each.capacity, organisation=merger.successor)
            draft.starts_on, draft.ends_on = first, last
            there.append(draft)
            drafts.append(draft)
    return drafts


def _post(hat: Membership) -> tuple[int, str]:
    return hat.person_id, hat.assignment_number


def _days(row: Membership | Pause | Appointment) -> Span:
    return Span(row.starts_on, row.ends_on)
