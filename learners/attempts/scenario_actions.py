"""Walking a scenario. What is sent twice, or from two tabs, counts once; the first path is what counts."""

import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from learners.attempts.journal import NotNow, hold, journey
from learners.attempts.models import Attempt, ScenarioRun, ScenarioStep
from learners.records.actions import record_events
from learners.records.models import Verb
from modules.scenarios.graph import Choice, Node, Scenario

MOVED_ON = "You have moved on in this scenario. Here is where you are."


@transaction.atomic
def begin(*, attempt: Attempt, scenario: Scenario, start: str) -> ScenarioRun:
    """Begin a scenario at one of its starts; at another, until something was chosen. After that, carry on.

    Raises NotNow for a node that is no start.
    """
    now = timezone.now()
    hold(attempt, now)
    if start not in {each.node for each in scenario.starts}:
        raise NotNow("Choose where to begin.")
    run, _ = ScenarioRun.objects.get_or_create(
        attempt=attempt,
        scenario_id=scenario.id,
        defaults={"start": start, "cursor": start, "began_at": now},
    )
    if run.start != start and not run.steps.exists():
        run.start = run.cursor = start
        run.save()
    return run


@transaction.atomic
def choose(
    *, attempt: Attempt, scenario: Scenario, node: Node, choice: Choice, session_id: UUID | None = None
) -> None:
    """Choose at a situation. The same choice again, as by a double click, changes nothing.

    Raises NotNow where the learner is somewhere else by now.
    """
    now = timezone.now()
    hold(attempt, now)
    run = _run(attempt, scenario)
    if run.trail and run.trail[-1] == [node.key, choice.id] and run.cursor == choice.next:
        return
    if run.cursor != node.key:
        raise NotNow(MOVED_ON)
    step = _step(run, node, choice, now)
    run.trail = [*run.trail, [node.key, choice.id]]
    run.cursor = choice.next
    if scenario.ending(choice.next) and run.ended_at is None:
        run.ended_at, run.ending = now, choice.next
    run.save()
    event = journey(attempt, session_id).event(
        Verb.SELECTED,
        at=now,
        scenario=scenario.id,
        node=node.key,
        choice=choice.id,
        verdict=choice.verdict,
        next=choice.next,
        counts=step.counts,
    )
    record_events([event])


@transaction.atomic
def go_back(*, attempt: Attempt, scenario: Scenario, node: Node) -> None:
    """Go back to a situation on the present path, to try another way. What was chosen stays on record.

    Raises NotNow for one that is not on the path.
    """
    hold(attempt, timezone.now())
    run = _run(attempt, scenario)
    if run.cursor == node.key:
        return
    keys = [key for key, _ in run.trail]
    if node.key not in keys:
        raise NotNow(MOVED_ON)
    last = len(keys) - 1 - keys[::-1].index(node.key)
    run.trail, run.cursor = run.trail[:last], node.key
    run.save()


def _run(attempt: Attempt, scenario: Scenario) -> ScenarioRun:
    run = attempt.scenario_runs.filter(scenario_id=scenario.id).first()
    if run is None:
        raise NotNow("This scenario has not begun.")
    return run


def _step(run: ScenarioRun, node: Node, choice: Choice, now: datetime.datetime) -> ScenarioStep:
    """Add the step. It counts when it is the first at its situation, and no ending was reached before."""
    before = list(run.steps.values_list("node", flat=True))
    return ScenarioStep.objects.create(
        run=run,
        number=len(before) + 1,
        node=node.key,
        choice=choice.id,
        counts=run.ended_at is None and node.key not in before,
        chosen_at=now,
    )
