"""What a manager's dashboard says, worked out from where people stand."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from learners.dashboards.charts import Segment, segments
from learners.dashboards.figures import Share, Tally
from learners.dashboards.focus import NEW, Focus, finds, has_not_begun, is_new
from learners.requirements.selectors import PersonHere, PersonStanding
from learners.requirements.standing import State
from modules.models import ModulePage


@dataclass(frozen=True)
class ModuleFigures:
    """How those who should do a module stand."""

    module: ModulePage
    tally: Tally

    @property
    def bar(self) -> list[Segment]:
        """The parts of its bar."""
        return segments(self.tally)


@dataclass(frozen=True)
class Headline:
    """How many people a manager should look at for one reason, out of how many."""

    focus: Focus
    share: Share
    unit: str
    hint: str


@dataclass(frozen=True)
class Row:
    """A person in the list, with what is asked of them under each module's heading; None where it is not."""

    person: PersonHere
    cells: Sequence[PersonStanding | None]


@dataclass(frozen=True)
class Board:
    """Some people of an organisation on a day, and the modules that it asks for."""

    people: list[PersonHere]
    modules: list[ModulePage]
    on: datetime.date

    @cached_property
    def asked(self) -> list[PersonHere]:
        """The people of whom something is asked: what every figure counts against."""
        return [person for person in self.people if person.asked]

    @cached_property
    def headlines(self) -> list[Headline]:
        """What needs doing, most urgent first; new starters only where there are any."""
        new = [person for person in self.asked if is_new(person, self.on)]
        not_begun = Share(sum(has_not_begun(person) for person in new), len(new))
        return [
            self._headline(Focus.OVERDUE, "Something asked of them is past its day."),
            self._headline(Focus.DUE_SOON, "Something asked of them is due, today included."),
            Headline(
                Focus.NEW_STARTER, not_begun, "new starters", f"Started here in the last {NEW.days} days."
            ),
        ][: 3 if new else 2]

    def _headline(self, focus: Focus, hint: str) -> Headline:
        found = sum(finds(focus, person, self.on) for person in self.asked)
        return Headline(focus, Share(found, len(self.asked)), "people", hint)

    def figures(self) -> list[ModuleFigures]:
        """How people stand on each module, in the order of the catalogue."""
        states: dict[UUID, list[State]] = defaultdict(list)
        for person in self.people:
            for each in person.asked:
                states[each.module.translation_key].append(each.standing.state)
        return [ModuleFigures(module, Tally.of(states[module.translation_key])) for module in self.modules]

    def find(self, focus: Focus | None, module: UUID | None) -> list[PersonHere]:
        """The people among them whom a manager looks for, by last name."""
        return [person for person in self.people if finds(focus, person, self.on, module)]


def rows(people: Iterable[PersonHere], modules: Sequence[ModulePage]) -> list[Row]:
    """People as rows under the headings of these modules."""
    keys = [module.translation_key for module in modules]
    found = []
    for person in people:
        by_key = {each.module.translation_key: each for each in person.asked}
        found.append(Row(person, [by_key.get(key) for key in keys]))
    return found
