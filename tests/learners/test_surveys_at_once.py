"""Two at once: two tabs, two commands, two leads who look, and an answer in the last second."""

import threading
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from learners.surveys.actions.answering import Closed, answer
from learners.surveys.actions.mixing import BATCH
from learners.surveys.actions.opening import open_due
from learners.surveys.actions.settling import settle, settle_due
from learners.surveys.models import Answer, Invitation, SurveyFigure, Token, Waiting, Wave
from learners.surveys.sweeping import sweep
from tests.factories import NetworkMembershipFactory
from tests.factories.organisations import days_ago
from tests.factories.surveys import answered, closed, link_to, open_survey, points, staff, survey_in

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


def at_once(*tasks: Callable[[], Any]) -> list[Any]:
    """Run them side by side, each with a connection of its own. What each gave, or raised."""
    begin, found = threading.Barrier(len(tasks)), [None] * len(tasks)

    def work(number: int, task: Callable[[], Any]) -> None:
        begin.wait()
        try:
            found[number] = task()
        except Exception as problem:  # it is looked at below
            found[number] = problem  # type: ignore[call-overload]
        finally:
            connection.close()

    threads = [threading.Thread(target=work, args=each) for each in enumerate(tasks)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return found


@pytest.fixture
def network() -> Any:
    return NetworkMembershipFactory().network


def saying(wave: Wave, hat: Any, point: int = 4) -> Callable[[], bool]:
    return lambda: answer(
        token=link_to(wave, hat.person), answers=points(wave, point), words="", on=timezone.localdate()
    )


def test_of_two_tabs_exactly_one_is_counted(network: Any) -> None:
    (hat,) = staff(network.organisations.get(), 1)
    wave = open_survey(network)
    found = at_once(saying(wave, hat, 1), saying(wave, hat, 5), saying(wave, hat, 3))
    assert sorted(found) == [False, False, True]
    assert Waiting.objects.count() == 1


def test_of_many_who_answer_at_once_each_is_counted_and_mixed(network: Any) -> None:
    hats = staff(network.organisations.get(), BATCH)
    wave = open_survey(network)
    assert at_once(*[saying(wave, hat) for hat in hats]) == [True] * BATCH
    assert (Waiting.objects.count(), Answer.objects.count()) == (0, BATCH)
    assert Token.objects.filter(was_used=True, waits=False).count() == BATCH


def test_an_answer_in_the_moment_of_settling_is_counted_or_refused(network: Any) -> None:
    hats = staff(network.organisations.get(), 9)
    wave = open_survey(network)
    answered(wave, *hats[:8])
    Wave.objects.filter(pk=wave.pk).update(opens_on=days_ago(15), closes_on=days_ago(1))
    late = lambda: answer(  # noqa: E731
        token=link_to(wave, hats[8].person), answers=points(wave), words="", on=days_ago(1)
    )
    said, settled = at_once(late, lambda: settle(wave=wave, on=timezone.localdate()))
    assert settled is True
    assert said is True or isinstance(said, Closed)
    assert Answer.objects.count() == (9 if said is True else 8)
    assert not Waiting.objects.exists()
    assert not Token.objects.filter(was_used=True).exists()


def test_two_who_look_on_the_day_after_settle_it_once(network: Any) -> None:
    hats = staff(network.organisations.get(), 12)
    wave = open_survey(network)
    answered(wave, *hats)
    Wave.objects.filter(pk=wave.pk).update(opens_on=days_ago(15), closes_on=days_ago(1))
    today = timezone.localdate()
    assert sorted(at_once(*[lambda: settle_due(on=today)] * 3)) == [0, 0, 1]
    assert Answer.objects.count() == 12
    assert SurveyFigure.objects.filter(wave=wave, part="all", scale="").count() == 1


def test_two_commands_open_it_once(network: Any) -> None:
    staff(network.organisations.get(), 5)
    survey_in(network)
    today = timezone.localdate()
    assert sorted(at_once(*[lambda: open_due(on=today)] * 3)) == [0, 0, 1]
    assert (Token.objects.count(), Invitation.objects.count()) == (5, 5)


def places(model: Any) -> list[tuple[str, Any]]:
    """Where PostgreSQL keeps each row, and its key, in that order."""
    table, key = model._meta.db_table, model._meta.pk.column
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT ctid::text AS place, "{key}"::text FROM "{table}" ORDER BY ctid')
        return list(cursor.fetchall())


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has nothing to be told.")
def test_postgresql_sweeps_up_what_rows_were_before(network: Any) -> None:
    hats = staff(network.organisations.get(), 20)
    wave = open_survey(network)
    answered(wave, *hats)
    wave = closed(wave)
    order = [key for _, key in places(Answer)]
    assert places(Answer)[0][0] != "(0,1)", "There is room in front that former rows have left."
    assert sweep()
    swept = places(Answer)
    assert [key for _, key in swept] == order
    assert swept[0][0] == "(0,1)"
    assert len(places(Token)) == 20


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has nothing to be told.")
def test_it_sweeps_while_people_answer(network: Any) -> None:
    hats = staff(network.organisations.get(), 6)
    wave = open_survey(network)
    found = at_once(*[saying(wave, hat) for hat in hats], sweep, sweep)
    assert found == [True] * 8
    assert Waiting.objects.count() == 6
