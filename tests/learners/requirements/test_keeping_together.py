"""Two at once: a note that is being written while another works out, and two who work out."""

import threading
from typing import Any

import pytest
from django.db import connection, transaction

from learners.requirements.keeping import catch_up, differences
from learners.requirements.models import KeptStanding, Stirred
from tests.factories import MembershipFactory, RequirementFactory

pytestmark = [
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer"),
]


def elsewhere(work: Any) -> Any:
    """Do it on a connection of its own, and wait for it."""
    found: list[Any] = []

    def run() -> None:
        try:
            found.append(work())
        finally:
            connection.close()

    thread = threading.Thread(target=run)
    thread.start()
    thread.join(20)
    return found[0]


def test_a_note_that_is_being_written_is_not_lost_to_whoever_works_out_meanwhile() -> None:
    hat = MembershipFactory()
    requirement = RequirementFactory(organisation=hat.organisation)
    here = hat.organisation.pk
    assert elsewhere(lambda: catch_up(here, at_most=None))
    with transaction.atomic():
        requirement.due_days = 1_000
        requirement.save()
        Stirred.objects.create(organisation_id=here, person=hat.person, on=KeptStanding.objects.get().from_on)
        assert elsewhere(lambda: catch_up(here, at_most=None))
        assert elsewhere(lambda: KeptStanding.objects.current().get().state) == "overdue"
    assert catch_up(here, at_most=None)
    assert KeptStanding.objects.current().get().state == "not_started"
    assert not list(differences(here))


def test_whoever_comes_second_takes_the_figures_of_before_and_does_not_wait() -> None:
    hat = MembershipFactory()
    here = hat.organisation.pk
    assert catch_up(here)
    RequirementFactory(organisation=hat.organisation)
    with transaction.atomic():
        assert catch_up(here)
        assert elsewhere(lambda: catch_up(here)) is False
    assert KeptStanding.objects.current().count() == 1
