"""Two who write the lines of one organisation at the same time: each sees what the other did."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import connection, transaction
from django.utils import timezone

from learners.attempts.models import Attempt
from learners.attempts.visibility import Hat, keep_shown, variant_for
from learners.sharing.actions.visibility import CannotDo, check_line, keep_line
from learners.sharing.actions.visibility_files import apply_file, preview_file
from learners.sharing.models import Visibility, VisibilityFile
from learners.sharing.selectors.matrix import plain_of
from modules.outline import VisibilityNeeded
from tests.factories import AppointmentFactory, ModuleFactory, PersonFactory, start_attempt
from tests.factories.modules import section
from tests.factories.organisations import days_ago
from tests.factories.sharing import information, switched_on
from tests.factories.visibility import visibility_block

pytestmark = [
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer at a time"),
]
PATIENCE = 2  # seconds in which the second would have written, if nothing held it back


@pytest.fixture
def administrator() -> Any:
    return AppointmentFactory(capacity="administrator").person


@pytest.fixture
def organisation(administrator: Any) -> Any:
    return administrator.appointments.get().organisation


def one_in_the_middle(first: Callable[[], Any], second: Callable[[], Any]) -> Any:
    """Let `second` begin when `first` has written and not committed yet. What `second` gave, or was refused with."""
    wrote = threading.Event()

    def slow() -> None:
        try:
            with transaction.atomic():
                first()
                wrote.set()
                threading.Event().wait(PATIENCE)
        finally:
            wrote.set()
            connection.close()

    def quick() -> Any:
        wrote.wait(60)
        try:
            return second()
        except CannotDo as refused:
            return str(refused)
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        done = [pool.submit(slow), pool.submit(quick)]
        done[0].result(timeout=60)
        return done[1].result(timeout=60)


def line(organisation: Any, **given: Any) -> Visibility:
    values = {"source": "GP record", "starts_on": days_ago(9), "checked_on": days_ago(1)}
    return Visibility(organisation=organisation, information=information(), **(values | given))


def test_a_file_does_not_overwrite_a_line_that_is_saved_meanwhile(
    administrator: Any, organisation: Any
) -> None:
    kept = switched_on(organisation)
    file = preview_file(organisation=organisation, lines=[], name="all.csv", by=administrator)

    def save() -> None:
        kept.how = "periodic"
        keep_line(line=kept, by=administrator)

    said = one_in_the_middle(save, lambda: apply_file(file=file, by=administrator))
    assert "changed since" in said
    found = Visibility.objects.get()
    assert (found.how, found.ends_on) == ("periodic", None)


@pytest.mark.parametrize("what", ["checked", "saved"])
def test_what_is_written_while_a_file_is_applied_comes_after_it(
    administrator: Any, organisation: Any, what: str
) -> None:
    there = switched_on(organisation)
    wanted = [plain_of(line(organisation, checked_on=days_ago(5), starts_on=there.starts_on))]
    file = preview_file(organisation=organisation, lines=wanted, name="all.csv", by=administrator)
    today = timezone.localdate()

    def second() -> None:
        if what == "checked":
            check_line(line=there, on=today, by=administrator)
        else:
            there.checked_on = today
            keep_line(line=there, by=administrator)

    one_in_the_middle(lambda: apply_file(file=file, by=administrator), second)
    assert VisibilityFile.objects.get().state == "applied"
    assert Visibility.objects.get().checked_on == today


def test_of_two_lines_that_say_the_same_one_is_refused(administrator: Any, organisation: Any) -> None:
    said = one_in_the_middle(
        lambda: keep_line(line=line(organisation), by=administrator),
        lambda: keep_line(line=line(organisation, starts_on=days_ago(3)), by=administrator),
    )
    assert "There is such a line already" in said
    assert Visibility.objects.count() == 1


def test_a_double_click_applies_a_file_once(administrator: Any, organisation: Any) -> None:
    wanted = [plain_of(line(organisation))]
    file = preview_file(organisation=organisation, lines=wanted, name="all.csv", by=administrator)
    again = one_in_the_middle(
        lambda: apply_file(file=file, by=administrator), lambda: apply_file(file=file, by=administrator)
    )
    assert again.state == "applied"
    assert Visibility.objects.count() == 1


def test_whoever_writes_lines_holds_up_nobody_who_joins(administrator: Any, organisation: Any) -> None:
    def join() -> None:
        try:
            AppointmentFactory(organisation=organisation)
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as pool, transaction.atomic():
        keep_line(line=line(organisation), by=administrator)
        pool.submit(join).result(timeout=30)


def test_two_tabs_at_once_keep_each_what_they_showed() -> None:
    blocks = [visibility_block(name="one"), visibility_block(name="two")]
    attempt = start_attempt(PersonFactory(), ModuleFactory(sections=[section("Before I ring", *blocks)]))
    one, two = (each for each in attempt.outline.sections[0].parts if isinstance(each, VisibilityNeeded))
    same, today = Attempt.objects.get(pk=attempt.pk), timezone.localdate()
    one_in_the_middle(
        lambda: keep_shown(attempt=attempt, variants={one.id: variant_for(one, Hat(), today, {})}),
        lambda: keep_shown(attempt=same, variants={two.id: variant_for(two, Hat(), today, {})}),
    )
    assert set(Attempt.objects.get(pk=attempt.pk).shown_visibility) == {one.id, two.id}
