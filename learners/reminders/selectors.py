"""Reading who is reminded, and who cannot be."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from learners.organisations.models import Appointment, Membership, Organisation
from learners.organisations.scope import Scope
from learners.people.models import User
from learners.reminders.deciding import AHEAD, Rules
from learners.reminders.models import Digest, Preference, SendingRules
from learners.requirements.models import KeptStanding
from learners.requirements.standing import State

OPEN = [state.value for state in State if state.is_open]
SPOKEN_OF = [*OPEN, State.EXPIRING.value]
LATE = [state.value for state in State if state.is_late]


def mailable() -> QuerySet[User]:
    """People who have an address and are still there."""
    return User.objects.filter(is_active=True, anonymised_at=None).exclude(email="")


def reachable(organisation: Organisation, people: Iterable[int]) -> list[int]:
    """Those of them who belong here today, have an address, and have not said that they want no reminders."""
    here = Membership.objects.in_force(on=timezone.localdate()).filter(
        organisation=organisation, person=OuterRef("pk")
    )
    silent = Preference.objects.filter(person=OuterRef("pk"), own=False)
    found = mailable().filter(Exists(here), ~Exists(silent), pk__in=list(people))
    return list(found.order_by("pk").values_list("pk", flat=True))


def rules_by_organisation(organisations: Iterable[int] | None = None) -> dict[int, Rules]:
    """When each of these (None: all) lets its people be reminded; the usual for those that have not chosen."""
    rows = SendingRules.objects.all()
    chosen = rows if organisations is None else rows.filter(pk__in=list(organisations))
    return defaultdict(Rules, {row.pk: row.as_rules for row in chosen})


def preference_of(person: User) -> Preference:
    """What somebody wants to hear of. Not saved where they never chose."""
    return Preference.objects.filter(person=person).first() or Preference(person=person)


def rules_of(organisation: Organisation) -> SendingRules:
    """When this one sends. Not saved where nobody chose."""
    found = SendingRules.objects.filter(organisation=organisation).first()
    return found or SendingRules(organisation=organisation)


def unreached(scope: Scope, organisation: Organisation) -> QuerySet[Membership]:
    """Of those whom this manager sees: who has something due or late, and whom no e-mail reaches. Why is not told.

    No address, no wish to be reminded, or a mail server that refused the last one: somebody has to tell them.
    """
    due = KeptStanding.objects.current().filter(
        organisation=organisation,
        membership_id=OuterRef("pk"),
        state__in=SPOKEN_OF,
        due__lte=scope.on + AHEAD,
    )
    silent = Preference.objects.filter(person=OuterRef("person"), own=False)
    later = Digest.objects.filter(person=OuterRef("person"), pk__gt=OuterRef("pk"), state=Digest.State.SENT)
    refused = Digest.objects.filter(~Exists(later), person=OuterRef("person"), state=Digest.State.REFUSED)
    cannot = Q(person__email="") | Exists(silent) | Exists(refused)
    found = scope.roster(organisation).filter(cannot, Exists(due))
    return found.order_by("person__last_name", "person__first_name", "pk")


@dataclass(frozen=True)
class Week:
    """What a manager is told of one organisation: numbers of people whom they see there."""

    organisation: Organisation
    late: int
    soon: int
    not_begun: int
    unreached: int

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to say."""
        return not (self.late or self.soon or self.not_begun or self.unreached)


def weeks_of(person: User) -> list[Week]:
    """The figures of each organisation that somebody manages, as far as they see it."""
    scope = Scope.of(person)
    return [
        week for here in scope.organisations().order_by("name") if not (week := _week(scope, here)).is_empty
    ]


def _week(scope: Scope, organisation: Organisation) -> Week:
    rows = KeptStanding.objects.current().filter(organisation=organisation)
    teams = scope.teams(organisation)
    if teams is not None:
        rows = rows.filter(team__in=teams)
    return Week(
        organisation,
        late=_people(rows.filter(state__in=LATE)),
        soon=_people(rows.filter(state__in=SPOKEN_OF, due__gte=scope.on, due__lte=scope.on + AHEAD)),
        not_begun=_people(rows.filter(state=State.NOT_STARTED, joined_on__gte=scope.on - 2 * AHEAD)),
        unreached=unreached(scope, organisation).order_by().values("person").distinct().count(),
    )


def _people(rows: QuerySet[KeptStanding]) -> int:
    return rows.order_by().values("person").distinct().count()


def managers() -> QuerySet[Appointment]:
    """Everybody who sees people of an organisation today."""
    found = Appointment.objects.in_force(on=timezone.localdate()).exclude(organisation=None)
    return found.filter(organisation__in=Organisation.objects.open(on=timezone.localdate()))
