"""A person's own learning, read from where each part of it is kept."""

from dataclasses import dataclass
from typing import Any

from learners.attempts.selectors import AttemptState, open_attempt, own_attempts, state_of
from learners.organisations.scope import Scope
from learners.records.models import Completion
from learners.records.selectors import own_completions
from learners.requirements.selectors import PersonStanding, standings_of_person
from learners.requirements.standing import State
from modules.models import Edition, ModulePage


@dataclass(frozen=True)
class MyLearning:
    """What I must do, what I am doing, and what I have done."""

    must: list[PersonStanding]
    doing: list[AttemptState]
    done: list[Completion]

    @property
    def next_attempt(self) -> AttemptState | None:
        """What is under way, the most recent first."""
        return self.doing[0] if self.doing else None

    @property
    def next_module(self) -> PersonStanding | None:
        """What is asked for first and not begun."""
        return next(
            (standing for standing in self.must if standing.standing.state is not State.UNDER_WAY), None
        )


def my_learning(scope: Scope) -> MyLearning:
    """All of a person's learning."""
    doing = [state_of(attempt) for attempt in own_attempts(scope).unfinished()]
    standings = standings_of_person(scope.person, scope.on)
    return MyLearning(
        must=[each for each in standings if each.standing.state not in (State.DONE, State.NOT_REQUIRED)],
        doing=doing,
        done=list(own_completions(scope)),
    )


@dataclass(frozen=True)
class MyModule:
    """One module as it stands for one person."""

    attempt: AttemptState | None
    completion: Completion | None
    changes: list[Edition]
    asked: list[PersonStanding]
    roles: list[int]


def my_module(scope: Scope, page: ModulePage) -> MyModule:
    """Whether I am in the module or have done it, who asks it of me, and what changed since."""
    attempt = open_attempt(scope, page.translation_key)
    completion = own_completions(scope).filter(module_key=page.translation_key).first()
    return MyModule(
        attempt=state_of(attempt) if attempt else None,
        completion=completion,
        changes=_newer(page, completion),
        asked=[each for each in standings_of_person(scope.person, scope.on) if each.module.pk == page.pk],
        roles=[member.role_id for member in scope.own_memberships()],
    )


def _newer(page: ModulePage, completion: Completion | None) -> list[Any]:
    if completion is None:
        return []
    return list(page.editions.filter(published_at__gt=completion.edition.published_at).order_by("-number"))
