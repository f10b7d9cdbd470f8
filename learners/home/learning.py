"""A person's own learning, read from where each part of it is kept."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from learners.attempts.selectors import AttemptState, open_attempt, own_attempts, state_of
from learners.organisations.scope import Scope
from learners.records.models import Completion
from learners.records.selectors import own_completions
from learners.requirements.selectors import PersonStanding, standings_of_person
from modules.models import Edition, ModulePage


@dataclass(frozen=True)
class Asked:
    """A module that somebody still has to do: once, however many of their organisations ask for it."""

    module: ModulePage
    standings: list[PersonStanding]
    attempt: AttemptState | None

    @property
    def first(self) -> PersonStanding:
        """The organisation that wants it soonest."""
        return self.standings[0]


@dataclass(frozen=True)
class MyLearning:
    """What I must do, what I am doing, and what I have done."""

    must: list[Asked]
    doing: list[AttemptState]
    done: list[Completion]

    @property
    def next_attempt(self) -> AttemptState | None:
        """What is under way, the most recent first."""
        return self.doing[0] if self.doing else None

    @property
    def next_module(self) -> Asked | None:
        """What is asked for first and not begun."""
        return next((asked for asked in self.must if asked.attempt is None), None)


def my_learning(scope: Scope) -> MyLearning:
    """All of a person's learning."""
    doing = [state_of(attempt) for attempt in own_attempts(scope).unfinished()]
    return MyLearning(
        must=_must(standings_of_person(scope.person, scope.on), doing),
        doing=doing,
        done=list(own_completions(scope)),
    )


def _must(standings: list[PersonStanding], doing: list[AttemptState]) -> list[Asked]:
    """What is open, what is most urgent first, each module once."""
    under_way = {state.attempt.module_key: state for state in doing}
    asked: dict[UUID, list[PersonStanding]] = {}
    for each in standings:
        if each.standing.is_open:
            asked.setdefault(each.module.translation_key, []).append(each)
    return [Asked(found[0].module, found, under_way.get(key)) for key, found in asked.items()]


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
