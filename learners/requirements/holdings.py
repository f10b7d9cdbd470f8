"""What managers see of how somebody stands."""

import datetime
from collections import defaultdict
from typing import Any

from learners.holdings import Lines, Sight, register
from learners.requirements.selectors import standings_of_person


def _asked(person: Any, on: datetime.date) -> Lines:
    """Each module that an organisation asks for: how the person stands, and why, in the words that managers read."""
    lines: dict[int, list[str]] = defaultdict(list)
    for each in standings_of_person(person, on):
        state = each.standing.state.label
        lines[each.organisation.pk].append(f"{each.module.title}: {state}. {each.standing.why}")
    return lines


register(Sight(title="Modules asked of you, and how you stand", lines=_asked))
