"""Eight weeks of learning: each person goes through the same actions as a learner at a browser, at an earlier time."""

import datetime
import random
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from learners.attempts import actions, checking
from learners.attempts.models import Attempt
from learners.attempts.record_actions import give_reason, look
from learners.attempts.scenario_actions import begin, choose
from learners.organisations.models import Membership, Organisation
from modules.models import ModulePage
from modules.outline import RecordVisit, Section
from modules.questions.question import Question
from modules.scenarios.graph import Scenario
from training.demo.answering import right_answer, wrong_answer
from training.demo.clock import at
from training.demo.people import VISITORS

WEEKS = 8


@dataclass
class Learner:
    """One person with a clock of their own."""

    person: Any
    organisation: Organisation
    chance: random.Random
    now: datetime.datetime
    knows: float  # the chance of a right answer

    def wait(self, low: int, high: int) -> None:
        """Let some seconds pass."""
        self.now += datetime.timedelta(seconds=self.chance.randint(low, high))

    def answer(self, question: Question) -> dict[str, Any]:
        """An answer: right as often as this person knows."""
        if self.chance.random() < self.knows:
            return right_answer(question, sure=self.chance.choice(["fairly", "very"]))
        return wrong_answer(question, self.chance)

    def read(self, attempt: Attempt, sections: int) -> None:
        """Go through some sections."""
        for section in attempt.edition.outline.sections[:sections]:
            self.wait(35, 110)
            self.open_records(attempt, section)
            for scenario in section.scenarios:
                self.walk(attempt, scenario)
            for question in section.questions:
                with at(self.now):
                    actions.answer_in_place(attempt=attempt, question=question, answer=self.answer(question))
                self.wait(10, 40)
            with at(self.now):
                actions.finish_section(attempt=attempt, section=section)

    def open_records(self, attempt: Attempt, section: Section) -> None:
        """Open the practice records of a section, for a good reason, and look at some of each."""
        for part in section.parts:
            if isinstance(part, RecordVisit) and self.chance.random() < 0.9:
                good = next(reason for reason in part.record.reasons if reason.opens)
                seen = part.record.sections[: self.chance.randint(2, len(part.record.sections))]
                with at(self.now):
                    give_reason(attempt=attempt, record=part.record, reason=good)
                    look(attempt=attempt, record=part.record, sections=seen)
                self.wait(20, 60)

    def walk(self, attempt: Attempt, scenario: Scenario) -> None:
        """Walk a scenario to an ending: by good choices as often as this person knows."""
        with at(self.now):
            run = begin(attempt=attempt, scenario=scenario, start=scenario.starts[0].node)
        key = run.cursor
        for _ in range(40):
            node = scenario.node(key)
            if node is None:
                return
            good = [choice for choice in node.choices if choice.is_good]
            knows = self.chance.random() < self.knows
            choice = good[0] if good and knows else self.chance.choice(node.choices)
            self.wait(8, 30)
            with at(self.now):
                choose(attempt=attempt, scenario=scenario, node=node, choice=choice)
            key = choice.next

    def sit(self, attempt: Attempt) -> bool:
        """Take the check. Returns whether it was passed."""
        with at(self.now):
            begun = checking.begin_sitting(attempt=attempt)
        for question in attempt.edition.outline.check:
            if question.id not in begun.question_ids:
                continue
            self.wait(10, 45)
            with at(self.now):
                checking.answer_in_sitting(attempt=attempt, question=question, answer=self.answer(question))
        self.wait(5, 30)
        with at(self.now):
            sitting = checking.hand_in(attempt=attempt)
        self.knows += (1 - self.knows) / 2  # feedback teaches
        return bool(sitting.passed)

    def take(self, module: ModulePage, *, stop_after: int | None = None, tries: int = 2) -> None:
        """Take a module: as far as a section, or to the end with some tries at the check."""
        with at(self.now):
            attempt = actions.start(module=module, organisation=self.organisation, by=self.person)
        self.read(attempt, stop_after if stop_after is not None else len(attempt.edition.outline.sections))
        if stop_after is None:
            for _ in range(tries):
                if self.sit(attempt):
                    return


def make_history(*, modules: list[ModulePage], keen: dict[str, float], chance: random.Random) -> None:
    """Let everybody learn who was keen enough, each at some time within the last weeks."""
    now = timezone.now()
    memberships = Membership.objects.filter(ends_on=None)
    memberships = memberships.exclude(person__email__in=[visitor.email for visitor in VISITORS])
    for member in memberships.select_related("person", "organisation").order_by("pk"):
        if chance.random() > keen[member.organisation.name]:
            continue
        earliest = max(now - datetime.timedelta(weeks=WEEKS), _day(member.starts_on))
        span = (now - datetime.timedelta(hours=3) - earliest).total_seconds()
        begins = earliest + datetime.timedelta(seconds=span * chance.random())
        learner = Learner(
            member.person, member.organisation, chance, _waking(begins), chance.uniform(0.72, 0.99)
        )
        _learn(learner, modules, now)


def _learn(learner: Learner, modules: list[ModulePage], now: datetime.datetime) -> None:
    for module in modules:
        fate = learner.chance.random()
        if learner.now > now - datetime.timedelta(hours=2):
            return
        if fate < 0.1:  # called away, and did not come back
            learner.take(module, stop_after=learner.chance.randint(0, 5))
            return
        learner.take(module)
        if fate > 0.78:  # one module is enough for now
            return
        learner.now = _waking(learner.now + datetime.timedelta(days=learner.chance.randint(0, 9)))


def _day(day: datetime.date) -> datetime.datetime:
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time(8)))


def _waking(moment: datetime.datetime) -> datetime.datetime:
    """Most people learn by day; nights are for night shifts."""
    return moment.replace(hour=8 + moment.hour % 12) if moment.hour in (0, 1, 4, 5, 6) else moment
