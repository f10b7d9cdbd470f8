"""People by the thousand, for measuring."""

import pytest
from django.core.management import CommandError, call_command

from learners.organisations.models import Membership, NetworkMembership, Organisation
from learners.people.models import User
from training.demo.population import populate

pytestmark = pytest.mark.django_db


def test_everybody_works_somewhere_and_some_in_two_places() -> None:
    made = populate(400, 10, largest=100)
    assert User.objects.count() == 400
    assert Membership.objects.count() == 420
    assert Membership.objects.filter(organisation=made[0], employee_number__lt="100").exists()
    assert NetworkMembership.objects.count() == Organisation.objects.count() == 10
    for membership in Membership.objects.select_related("team")[:50]:
        membership.full_clean(exclude=["person"])
    assert not User.objects.first().has_usable_password()


def test_it_can_be_run_twice() -> None:
    populate(10, 2)
    populate(10, 2)
    assert User.objects.count() == 20


def test_the_command_keeps_out_of_a_service_that_is_in_use(settings, capsys) -> None:
    with pytest.raises(CommandError, match="DEMO_MODE"):
        call_command("populate", "--people", "10", "--organisations", "2")
    settings.DEMO_MODE = True
    call_command("populate", "--people", "10", "--organisations", "2")
    assert "10 people" in capsys.readouterr().out
    with pytest.raises(CommandError, match="at least one"):
        call_command("populate", "--people", "0")
