"""Whatever people wore: one hat for a post on each day, nobody lost, and undoing is the identity."""

import datetime
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from learners.organisations.merging import MergerRefused, apply_merger, undo_merger
from learners.organisations.merging_days import DAY, Span, gaps
from learners.organisations.merging_plan import plan_of
from learners.organisations.models import Membership, Organisation
from tests.factories import MembershipFactory, OrganisationFactory, PersonFactory, TeamFactory
from tests.factories.structure import planned
from tests.learners.test_mergers_undo import everything

FIRST = datetime.date(2026, 3, 20)
ON = datetime.date(2026, 4, 1)
HORIZON = [FIRST + DAY * n for n in range(45)]

days = st.integers(0, 40).map(lambda number: FIRST + DAY * number)
spans = st.tuples(days, st.none() | st.integers(0, 20)).map(
    lambda pair: Span(pair[0], None if pair[1] is None else pair[0] + DAY * pair[1])
)
hats = st.tuples(st.integers(0, 2), st.sampled_from(["old", "new"]), st.sampled_from(["", "1"]), spans)


def holds(span: Span, day: datetime.date) -> bool:
    return span.first <= day and (span.last is None or day <= span.last)


@given(spans, st.lists(spans, max_size=5))
def test_gaps_are_the_days_that_nothing_covers(wanted, covered) -> None:
    found = gaps(wanted, covered)
    for day in [*HORIZON, HORIZON[-1] + DAY * 30]:
        missing = holds(wanted, day) and not any(holds(span, day) for span in covered)
        assert sum(holds(span, day) for span in found) == missing
    assert all(span.last is None or span.first <= span.last for span in found)
    assert all(first.last and first.last + DAY < second.first for first, second in pairwise(found))


@contextmanager
def nothing_stays() -> Iterator[None]:
    """Each example finds an empty house."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.mark.django_db
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(hats, max_size=8))
def test_on_each_day_one_hat_for_a_post_nobody_lost_and_undoing_is_the_identity(db, worn) -> None:
    with nothing_stays():
        old, new, people = OrganisationFactory(), OrganisationFactory(), PersonFactory.create_batch(3)
        posts = wear(worn, {"old": old, "new": new}, people)
        before, merger = everything(), planned(old, new, ON)
        plan = plan_of(merger)
        if plan.unsettled:
            with pytest.raises(MergerRefused):
                apply_merger(merger=merger, reviewed=plan.digest, by=merger.planned_by)
        else:
            assert apply_merger(merger=merger, reviewed=plan.digest, by=merger.planned_by)
            for day in HORIZON:
                check(day, old, posts)
            assert undo_merger(merger=merger, by=merger.planned_by)
        assert everything() == before


def check(day: datetime.date, old: Organisation, posts: list) -> None:
    """Nobody is in the predecessor from the first day, and whoever had a post has one hat for it."""
    rows = Membership.objects.in_force(on=day)
    assert not (day >= ON and rows.filter(organisation=old).exists())
    worn = list(rows.values_list("person", "assignment_number"))
    for person, number in {(person, number) for person, _, number, _ in posts}:
        had = [span for who, _, which, span in posts if (who, which) == (person, number) and holds(span, day)]
        assert worn.count((person.pk, number)) == (bool(had) if day >= ON else len(had))


def wear(worn: list, places: dict[str, Organisation], people: list) -> list:
    """Wear the hats that the laws of a membership allow: at each place, no two of a post on one day."""
    posts: list = []
    for number, (who, where, assignment, span) in enumerate(worn):
        post = (people[who], where, assignment)
        if any(post == other[:3] and span.meets(other[3]) for other in posts):
            continue
        posts.append((*post, span))
        there, name = places[where], f"Team {number % 3}"
        MembershipFactory(
            person=people[who],
            organisation=there,
            assignment_number=assignment,
            starts_on=span.first,
            ends_on=span.last,
            team=there.teams.filter(name=name).first() or TeamFactory(organisation=there, name=name),
        )
    return posts
