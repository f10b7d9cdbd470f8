"""Which capabilities are taught to which roles, and where somebody works for whom nothing is."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils import timezone

from learners.organisations.models import Membership
from modules.models import Capability, ModulePage, Role


@dataclass(frozen=True, slots=True)
class Cell:
    """A capability and a role: the published modules for both (page and title), and whether anybody has the role."""

    capability: str
    role: str
    modules: tuple[tuple[int, str], ...]
    has_people: bool

    @property
    def is_missing(self) -> bool:
        """Whether people have the role, and there is no module."""
        return self.has_people and not self.modules

    @property
    def words(self) -> str:
        """What the cell says."""
        if self.modules:
            return str(len(self.modules))
        return "No module" if self.has_people else "None, and nobody has this role"


@dataclass(frozen=True, slots=True)
class Grid:
    """Roles across, capabilities down."""

    roles: list[str]
    rows: list[tuple[str, list[Cell]]]

    @property
    def missing(self) -> list[Cell]:
        """The cells without a module, though people have the role."""
        return [cell for _, cells in self.rows for cell in cells if cell.is_missing]

    def lines(self) -> Iterator[list[str]]:
        """The grid for a spreadsheet."""
        for capability, cells in self.rows:
            yield [capability, *(cell.words for cell in cells)]


def coverage() -> Grid:
    """The grid as it is today, in four queries."""
    roles, capabilities = list(Role.objects.order_by("position")), list(Capability.objects.all())
    on = timezone.localdate()
    worn = set(Membership.objects.in_force(on=on).order_by().values_list("role_id", flat=True).distinct())
    taught: dict[tuple[int, int], list[tuple[int, str]]] = defaultdict(list)
    live = ModulePage.objects.live().filter(capabilities__isnull=False, roles__isnull=False)
    for capability, role, pk, title in live.order_by("title").values_list(
        "capabilities", "roles", "pk", "title"
    ):
        taught[capability, role].append((pk, title))
    rows = [
        (
            capability.name,
            [
                Cell(capability.name, role.name, tuple(taught[capability.pk, role.pk]), role.pk in worn)
                for role in roles
            ],
        )
        for capability in capabilities
    ]
    return Grid([role.name for role in roles], rows)
