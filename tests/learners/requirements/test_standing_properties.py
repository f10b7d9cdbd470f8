"""What holds of every standing, whatever happened."""

import datetime
from collections import Counter

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from learners.requirements.standing import Completed, History, State, standing
from tests.learners.requirements.facts import Situation, completions, situations

DAY = datetime.timedelta(days=1)


@given(situations())
def test_everybody_stands_somewhere_for_a_reason(situation: Situation) -> None:
    found = standing(*situation)
    assert found == standing(*situation)
    assert found.why.endswith(".")
    assert "  " not in found.why
    assert "None" not in found.why
    waits = found.state is State.NOT_YET_OPEN and found.requirement.waits_for
    assert (found.due is None) == bool(found.state is State.NOT_REQUIRED or waits)


@given(situations())
def test_nothing_contradicts(situation: Situation) -> None:
    found, on = standing(*situation), situation.on
    assert found.changes_on is None or found.changes_on > on
    assert found.expires is None or (found.state.is_met and found.expires >= on)
    if found.state in (State.EXPIRING, State.COMPLIANT, State.EXPIRED):
        assert found.done
    if found.state.is_late:
        assert found.due
        assert found.due < on
    elif found.state.is_open:
        assert found.due
        assert found.due >= on
    if found.done:
        assert found.refused is None
        assert found.done.on <= on


@settings(max_examples=100)
@given(situations(), st.data())
def test_a_standing_stays_as_it_is_until_the_day_on_which_it_changes(
    situation: Situation, data: st.DataObject
) -> None:
    now = standing(*situation)
    if now.state is State.NOT_REQUIRED:
        return
    last = (now.changes_on or situation.on + 900 * DAY) - DAY
    later = data.draw(st.dates(situation.on, last))
    then = standing(*situation[:3], later)
    for name in ("state", "due", "expires", "changes_on", "began_on", "done", "change"):
        assert getattr(then, name) == getattr(now, name), name


@settings(max_examples=100)
@given(situations(), st.data())
def test_one_more_completion_never_makes_it_worse(situation: Situation, data: st.DataObject) -> None:
    more = data.draw(completions(situation.on))
    requirement, membership, history, on = situation
    before = standing(*situation)
    longer = History(history.starts, (*history.completions, more), history.exemptions)
    after = standing(requirement, membership, longer, on)
    if more.edition is None or _has_editions(history.completions):
        assert after.state.rank >= before.state.rank
        assert not (before.state.is_met and after.state.is_open)


def _has_editions(completions: tuple[Completed, ...]) -> bool:
    """Whether the Edition of each is known: where it is not, the newest is taken for granted."""
    return all(each.edition for each in completions)


@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(situations(), max_size=6))
def test_states_part_those_of_whom_it_is_asked(several: list[Situation]) -> None:
    counts = Counter(standing(*each).state for each in several)
    counted = sum(number for state, number in counts.items() if state.counts)
    apart = sum(counts[state] for state in (State.NOT_YET_OPEN, State.PAUSED, State.EXEMPT))
    assert counted + apart + counts[State.NOT_REQUIRED] == len(several)
    met = sum(number for state, number in counts.items() if state.is_met)
    still_open = sum(number for state, number in counts.items() if state.is_open)
    assert met + still_open == counted
