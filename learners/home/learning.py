"""A person's own learning, read from where each part of it is kept."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from learners.attempts.selectors import AttemptState, open_attempt, own_attempts, state_of
from learners.home.offering import Offer, offer_of
from learners.organisations.scope import Scope
from learners.records.models import Completion
from learners.records.selectors import own_completions
from learners.requirements.selectors import PersonStanding, standings_of_person
from learners.requirements.standing.states import APART, State
from modules.models import Edition, ModulePage


@dataclass(frozen=True)
class Asked:
    """A module that somebody still has to do: once, however many of their organisations ask for it."""

    module: ModulePage
    standings: list[PersonStanding]
    attempt: AttemptState | None
    offer: Offer | None = None

    @property
    def first(self) -> PersonStanding:
        """The organisation that wants it soonest."""
        return self.standings[0]


@dataclass(frozen=True)
class MyLearning:
    """What I must do, what runs out soon, what is not asked of me now, what I am doing, and what I have done."""

    must: list[Asked]
    soon: list[Asked]
    apart: list[PersonStanding]
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
    done = list(own_completions(scope))
    standings = standings_of_person(scope.person, scope.on)
    must = _asked([each for each in standings if each.standing.is_open], doing, done)
    named = {asked.module.translation_key for asked in must}
    soon = [each for each in standings if each.standing.state is State.EXPIRING]
    return MyLearning(
        must=must,
        soon=_asked([each for each in soon if each.module.translation_key not in named], doing, done),
        apart=[each for each in standings if each.standing.state in APART],
        doing=doing,
        done=done,
    )


def _asked(standings: list[PersonStanding], doing: list[AttemptState], done: list[Completion]) -> list[Asked]:
    """Each module once, what is most urgent first, with the part of it that is enough for who did it before."""
    under_way = {state.attempt.module_key: state for state in doing}
    asked: dict[UUID, list[PersonStanding]] = {}
    for each in standings:
        asked.setdefault(each.module.translation_key, []).append(each)
    return [
        Asked(found[0].module, found, under_way.get(key), _offer(found, done)) for key, found in asked.items()
    ]


def _offer(found: list[PersonStanding], done: list[Completion]) -> Offer | None:
    return offer_of(found[0].module, done, found) if any(each.standing.done for each in found) else None


@dataclass(frozen=True)
class MyModule:
    """One module as it stands for one person."""

    attempt: AttemptState | None
    completion: Completion | None
    changes: list[Edition]
    asked: list[PersonStanding]
    roles: list[int]
    offer: Offer | None


def my_module(scope: Scope, page: ModulePage) -> MyModule:
    """Whether I am in the module or have done it, who asks it of me, and what changed since."""
    attempt = open_attempt(scope, page.translation_key)
    done = list(own_completions(scope).filter(module_key=page.translation_key))
    completion = done[0] if done else None
    asked = [each for each in standings_of_person(scope.person, scope.on) if each.module.pk == page.pk]
    return MyModule(
        attempt=state_of(attempt) if attempt else None,
        completion=completion,
        changes=_newer(page, completion),
        asked=asked,
        offer=offer_of(page, done, asked) if done else None,
        roles=[member.role_id for member in scope.own_memberships()],
    )


def _newer(page: ModulePage, completion: Completion | None) -> list[Any]:
    if completion is None:
        return []
    return list(page.editions.filter(published_at__gt=completion.edition.published_at).order_by("-number"))
