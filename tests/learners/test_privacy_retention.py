"""People who left long ago lose their names by themselves."""

import datetime
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from learners.people.models import User
from learners.privacy.actions.anonymising import anonymise
from learners.privacy.checks import check_retention
from learners.privacy.retention import cutoff, past_retention
from tests.factories import AppointmentFactory, MembershipFactory, PersonFactory
from tests.factories.privacy import ErasureRequestFactory, LegalHoldFactory, LookFactory

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
EIGHT_YEARS_AGO = cutoff(TODAY, 8)
LONG_AGO = EIGHT_YEARS_AGO - datetime.timedelta(days=1)
NOT_YET = EIGHT_YEARS_AGO


def moment(day: datetime.date) -> datetime.datetime:
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time(12)))


def left(on: datetime.date, **person: Any) -> Any:
    """Somebody whose only membership ended on a day."""
    made = MembershipFactory(starts_on=datetime.date(2010, 1, 1), ends_on=on)
    User.objects.filter(pk=made.person_id).update(**person)
    return made.person


def retire(*args: str) -> str:
    out = StringIO()
    call_command("retire_people", *args, stdout=out)
    return out.getvalue()


def due() -> set[Any]:
    return set(past_retention(TODAY))


def test_eight_years_after_the_last_day_and_not_before() -> None:
    left(NOT_YET)
    gone = left(LONG_AGO)
    assert due() == {gone}


def test_the_operator_may_choose_another_time(settings: Any) -> None:
    settings.RETENTION_YEARS = 2
    gone = left(cutoff(TODAY, 2) - datetime.timedelta(days=1))
    left(cutoff(TODAY, 2))
    assert due() == {gone}


@pytest.mark.parametrize(("years", "is_wrong"), [(8, False), (1, False), (0, True), (-1, True)])
def test_a_time_that_cannot_be_meant_is_refused(settings: Any, years: int, is_wrong: bool) -> None:
    settings.RETENTION_YEARS = years
    assert bool(check_retention()) is is_wrong


def test_a_leap_day_counts_to_the_day_before() -> None:
    assert cutoff(datetime.date(2028, 2, 29), 8) == datetime.date(2020, 2, 29)
    assert cutoff(datetime.date(2028, 2, 29), 1) == datetime.date(2027, 2, 28)


@pytest.mark.parametrize(
    "tie",
    [
        lambda person: MembershipFactory(person=person),
        lambda person: MembershipFactory(person=person, ends_on=NOT_YET, starts_on=LONG_AGO),
        lambda person: AppointmentFactory(person=person, ends_on=NOT_YET, starts_on=LONG_AGO),
        lambda person: LegalHoldFactory(person=person),
        lambda person: User.objects.filter(pk=person.pk).update(last_login=moment(NOT_YET)),
        lambda person: User.objects.filter(pk=person.pk).update(is_superuser=True),
    ],
    ids=[
        "works elsewhere",
        "left later elsewhere",
        "was appointed later",
        "held",
        "signed in",
        "has all permissions",
    ],
)
def test_another_tie_keeps_the_name(tie: Any) -> None:
    person = left(LONG_AGO, last_login=moment(LONG_AGO))
    assert due() == {person}
    tie(person)
    assert due() == set()


def test_who_never_belonged_counts_from_the_making_of_the_account() -> None:
    old, young = PersonFactory(date_joined=moment(LONG_AGO)), PersonFactory()
    assert due() == {old}
    assert young not in due()


def test_a_lifted_hold_holds_nobody() -> None:
    person = left(LONG_AGO)
    LegalHoldFactory(person=person, lifted=True)
    assert due() == {person}


def test_a_dry_run_counts_and_changes_nothing() -> None:
    left(LONG_AGO)
    assert "Would anonymise: 1." in retire("--dry-run")
    assert not User.objects.exclude(anonymised_at=None).exists()


def test_the_command_takes_all_batch_by_batch_and_goes_on_where_it_stopped() -> None:
    people = {left(LONG_AGO).pk for _ in range(5)}
    stays = left(NOT_YET)
    assert "Anonymised: 2." in retire("--batch", "2", "--most", "2")
    assert "Anonymised: 3." in retire("--batch", "2")
    assert "Anonymised: 0." in retire()
    assert set(User.objects.exclude(anonymised_at=None).values_list("pk", flat=True)) == people
    stays.refresh_from_db()
    assert stays.email


def test_a_request_that_waited_is_settled_with_it() -> None:
    request = ErasureRequestFactory(person=left(LONG_AGO))
    retire()
    request.refresh_from_db()
    assert (request.state, request.decided_by) == ("done", None)


def test_one_who_cannot_be_is_passed_over_named_by_key_and_tried_again(
    monkeypatch: Any, caplog: pytest.LogCaptureFixture
) -> None:
    first, second = left(LONG_AGO), left(LONG_AGO)

    def fail_for_first(*, person: Any, **kwargs: Any) -> bool:
        if person.pk == first.pk:
            raise RuntimeError(f"The key ({person.email}) is wrong.")
        return anonymise(person=person, **kwargs)

    target = "learners.privacy.management.commands.retire_people.anonymise"
    with monkeypatch.context() as patched:
        patched.setattr(target, fail_for_first)
        with pytest.raises(CommandError):
            retire("--batch", "1")
    assert f"Person {first.pk} could not be anonymised" in caplog.text
    assert first.email not in caplog.text
    second.refresh_from_db()
    assert second.anonymised_at
    assert "Anonymised: 1." in retire()


def test_old_looks_go_with_it() -> None:
    LookFactory(at=timezone.now() - datetime.timedelta(days=800))
    assert "Old looks deleted: 1." in retire()
