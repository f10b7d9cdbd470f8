"""The lines of the matrix, for those who keep them: as they stand, as plain data, and beside what is agreed."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from django.db.models import Q
from django.utils.formats import date_format

from learners.organisations.models import Network, Organisation
from learners.organisations.models.dated import DatedQuerySet
from learners.organisations.scope import Scope
from learners.rosters.reading.cells import clean
from learners.sharing.matrix_csv import EVERY_ROLE, Line, Words, guarded
from learners.sharing.matrix_plan import Outcome, Step
from learners.sharing.models import Visibility
from learners.sharing.selectors.scope import Agreed, shared_among
from learners.sharing.selectors.visibility import Seen, Sight, visible_among
from modules.models import InformationCategory, Role

CHECK_AGAIN_AFTER = datetime.timedelta(days=180)


@dataclass(frozen=True, slots=True)
class Row:
    """A category, and who sees it: names by what they see. Where all see the same, `all_alike` is that."""

    information: InformationCategory
    names: dict[Sight, list[str]] = field(default_factory=dict)
    all_alike: Sight | None = None

    @property
    def today(self) -> list[str]:
        """Who sees it today."""
        return self.names.get(Sight.TODAY, [])

    @property
    def coming(self) -> list[str]:
        """To whom it is coming."""
        return self.names.get(Sight.COMING, [])

    @property
    def not_here(self) -> list[str]:
        """Who will not find it."""
        return self.names.get(Sight.NOT_HERE, [])

    @property
    def unknown(self) -> list[str]:
        """Of whom nobody has said."""
        return self.names.get(Sight.UNKNOWN, [])


@dataclass(frozen=True, slots=True)
class Kept:
    """A line as its page shows it."""

    line: Visibility
    has_begun: bool
    is_agreed: bool  # whether an agreement covers it now, for anybody whom it is for
    is_stale: bool


def matrix_of(organisation: Organisation, on: datetime.date) -> list[Row]:
    """Category by category, which roles see it. A fixed number of queries."""
    roles = list(Role.objects.all())
    seen = visible_among([organisation], roles, on)
    return _rows([(str(role), seen[organisation.pk, role.pk]) for role in roles])


def matrix_of_network(organisations: Iterable[Organisation], on: datetime.date) -> list[Row]:
    """Category by category, which organisations see it, at the best of their roles. A fixed number of queries."""
    found, roles = list(organisations), list(Role.objects.all())
    seen = visible_among(found, roles, on)
    names: dict[InformationCategory, dict[Sight, list[str]]] = {}
    differing = set()
    for organisation in found:
        for same in zip(*(seen[organisation.pk, role.pk] for role in roles), strict=True):
            sights, information = {each.sight for each in same}, same[0].information
            best = min(sights, key=list(Sight).index)
            some = best in (Sight.TODAY, Sight.COMING) and len(sights) > 1
            name = f"{organisation} (some roles)" if some else str(organisation)
            names.setdefault(information, {}).setdefault(best, []).append(name)
            if some:
                differing.add(information)
    return [
        Row(information, by_sight, None if information in differing else _alike(by_sight))
        for information, by_sight in names.items()
    ]


def _alike(names: dict[Sight, list[str]]) -> Sight | None:
    """What all of them see, where they do."""
    return next(iter(names)) if len(names) == 1 else None


def _rows(hats: list[tuple[str, list[Seen]]]) -> list[Row]:
    """Of hats with what each sees, one row for each category."""
    found = []
    for at, first in enumerate(hats[0][1] if hats else []):
        names: dict[Sight, list[str]] = {}
        for name, seen in hats:
            names.setdefault(seen[at].sight, []).append(name)
        found.append(Row(first.information, names, _alike(names)))
    return found


def lines_of(organisation: Organisation) -> DatedQuerySet[Visibility]:
    """An organisation's lines, with what each names."""
    return Visibility.objects.filter(organisation=organisation).select_related("information", "role")


def current_lines(organisation: Organisation, on: datetime.date) -> DatedQuerySet[Visibility]:
    """Those that hold on a day or will."""
    rows = lines_of(organisation).holding_from(on)
    return rows.order_by("information__position", "information__name", "role__position", "starts_on", "pk")


def kept_lines(organisation: Organisation, on: datetime.date) -> list[Kept]:
    """The lines that hold on a day or will, with what is to be done about each."""
    roles: list[Role | None] = [None, *Role.objects.all()]
    agreed = shared_among([organisation], roles, on)
    now: dict[int, set[int | None]] = {}
    for (_, role), said in agreed.items():
        for information, scoped in said.items():
            if scoped.agreed is Agreed.NOW:
                now.setdefault(information, set()).add(role)
    return [_kept(line, now.get(line.information_id, set()), on) for line in current_lines(organisation, on)]


def _kept(line: Visibility, roles: set[int | None], on: datetime.date) -> Kept:
    """A line for every role is agreed where any role is."""
    is_agreed = bool(roles) if line.role_id is None else line.role_id in roles
    return Kept(line, line.starts_on <= on, is_agreed, on - line.checked_on > CHECK_AGAIN_AFTER)


def plain_of(line: Visibility) -> Line:
    """A line as a file has it."""
    return Line(
        information=line.information.slug,
        role=line.role.slug if line.role else "",
        how=line.how,
        source=clean(line.source),
        starts_on=line.starts_on,
        ends_on=line.ends_on,
        checked_on=line.checked_on,
    )


def twin_of(line: Visibility, on: datetime.date) -> Visibility | None:
    """Another line about the same, from the same source, with a day in common.

    One that is over is none, whatever days it had, unless it began on the same day.
    """
    rows = lines_of(line.organisation).exclude(pk=line.pk)
    same = rows.filter(information=line.information_id, role=line.role_id, source=line.source)
    counts = Q(ends_on=None) | Q(ends_on__gte=on) | Q(starts_on=line.starts_on)
    return same.overlapping(line.starts_on, line.ends_on).filter(counts).first()


def there_already(twin: Visibility) -> str:
    """Why a line is refused."""
    return f"There is such a line already, from {twin.days_in_words}. Change that one, or choose other days."


def words() -> Words:
    """What a file may call things: by name or by slug, and for every role nothing or “Every role”."""
    return words_for(InformationCategory.objects.all(), Role.objects.all())


def words_for(information: Iterable[InformationCategory], roles: Iterable[Role]) -> Words:
    """The same, for these."""
    return Words(
        information=_by_words(information),
        roles={**_by_words(roles), EVERY_ROLE.casefold(): ""},
        hows={
            word.casefold(): value for value, label in Visibility.How.choices for word in (value, str(label))
        },
    )


def _by_words(terms: Iterable[InformationCategory | Role]) -> dict[str, str]:
    """Slugs, by themselves and by names; where one's name is another's slug, it is a name."""
    found = list(terms)
    by_slug = {each.slug.casefold(): each.slug for each in found}
    return by_slug | {clean(each.name).casefold(): each.slug for each in found}


def network_rows(scope: Scope, network: Network, on: datetime.date) -> list[Row]:
    """The matrix of the organisations that are in a network today."""
    return matrix_of_network(scope.organisations_of(network).order_by("name"), on)


def file_rows(organisation: Organisation, on: datetime.date) -> Iterator[list[str]]:
    """The lines that hold on a day or will, as rows of a file."""
    return map(file_row, current_lines(organisation, on))


def file_row(line: Visibility) -> list[str]:
    """A line as a row of a file, from which it can be read again."""
    days = [f"{day:%d/%m/%Y}" if day else "" for day in (line.starts_on, line.ends_on, line.checked_on)]
    words = (line.information.name, str(line.role or EVERY_ROLE), str(line.get_how_display()), line.source)
    return [*(guarded(clean(word)) for word in words), *days]


@dataclass(frozen=True, slots=True)
class Said:
    """A step of a plan in words. `changes` names what is changed, with before and after.

    `is_gone`: it had not begun, and is taken out.
    """

    outcome: str
    information: str
    role: str
    line: Line
    changes: list[tuple[str, str, str]]
    is_gone: bool


NAMES = {"how": "How fresh", "starts_on": "First day", "ends_on": "Last day", "checked_on": "Last checked"}


def steps_in_words(steps: Iterable[Step]) -> list[Said]:
    """What a file does, without what stays the same."""
    information = dict(InformationCategory.objects.values_list("slug", "name"))
    roles = dict(Role.objects.values_list("slug", "name")) | {"": EVERY_ROLE}
    return [
        Said(step.outcome.value, information.get(line.information, line.information), roles.get(line.role, line.role),
             line, _changes(step), step.after is None)
        for step in steps
        if step.outcome is not Outcome.SAME and (line := step.after or step.before)
    ]  # fmt: skip


def _changes(step: Step) -> list[tuple[str, str, str]]:
    if step.before is None or step.after is None:
        return []
    both = [(label, getattr(step.before, name), getattr(step.after, name)) for name, label in NAMES.items()]
    return [(label, _word(before), _word(after)) for label, before, after in both if before != after]


def _word(value: str | datetime.date | None) -> str:
    if isinstance(value, datetime.date):
        return date_format(value, "j F Y")
    return str(Visibility.How(value).label) if value else "no day yet"
