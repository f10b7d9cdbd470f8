"""Keep the database of today for the tests of tomorrow: `python -m tests.migrations.snapshot NAME`.

Do it once before a landing that adds migrations. The file is a small SQLite database, compressed.
"""

import gzip
import os
import sqlite3
import sys
import tempfile
from pathlib import Path
from typing import Any

LANDED = Path(__file__).parent / "landed"


def main(name: str) -> None:
    """Migrate an empty database, fill it, and write it to landed/NAME.sqlite3.gz."""
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "snapshot.sqlite3"
        os.environ |= {
            "DATABASE_URL": f"sqlite:///{database}",
            "DJANGO_SETTINGS_MODULE": "training.settings.test",
        }
        import django

        django.setup()
        from django.core.management import call_command

        call_command("migrate", verbosity=0)
        populate()
        whole = Path(folder) / "whole.sqlite3"  # one file, without the journal beside it
        with sqlite3.connect(database) as connection:
            connection.execute("VACUUM INTO ?", [str(whole)])
        (LANDED / f"{name}.sqlite3.gz").write_bytes(gzip.compress(whole.read_bytes(), mtime=0))


def populate() -> None:
    """People at every stage: one who has finished, one half-way, one who failed, their manager; and the rest."""
    from learners.people.models import User
    from tests import factories
    from tests.factories.world import everything

    module = factories.ModuleFactory(title="A module from before", slug="before")
    membership = factories.MembershipFactory(person=factories.PersonFactory(email="done@example.org"))
    organisation = membership.organisation
    factories.RequirementFactory(organisation=organisation, module=module)
    factories.NetworkMembershipFactory(organisation=organisation)
    factories.AppointmentFactory(
        organisation=organisation, person=factories.PersonFactory(email="manager@example.org")
    )
    factories.finish_attempt(membership.person, module, organisation)
    for email in ("half-way@example.org", "failed@example.org"):
        person = factories.PersonFactory(email=email)
        factories.MembershipFactory(organisation=organisation, person=person)
        factories.start_attempt(person, module, organisation)
    failed = User.objects.get(email="failed@example.org").attempts.get()
    factories.read_all(failed)
    factories.sit_check(failed, right=False)
    populate_practice(membership)
    populate_staff_list()
    everything()


def populate_staff_list() -> None:
    """An organisation whose administrator brought in a staff list, and made a join code by which somebody came."""
    from tests import factories
    from tests.factories.joining import JoiningFactory
    from tests.factories.rosters import applied, bob, line

    trust = factories.OrganisationFactory(name="Zeta Trust", ods_code="RZZ")
    factories.AppointmentFactory(
        organisation=trust,
        capacity="administrator",
        person=factories.PersonFactory(email="keeper@example.org"),
    )
    applied(trust, line(), bob())
    JoiningFactory(code__organisation=trust)


def populate_practice(membership: Any) -> None:
    """Somebody who opened a record, walked a scenario, took a certificate and wrote about it; and a local fact."""
    from django.utils import timezone

    from learners.attempts.record_actions import give_reason, look
    from learners.reflection.models import NextShift, Reflection
    from modules.models import Role
    from tests import factories
    from tests.factories.modules import section
    from tests.factories.places import LocalFactFactory, MomentFactory, fact_block
    from tests.factories.practice import PracticeRecordFactory, visit
    from tests.factories.questions import one_of_each
    from tests.factories.scenarios import scenario_for

    walked = scenario_for(Role.objects.get(slug="care-worker").pk)
    parts = [fact_block(), visit("visit", PracticeRecordFactory()), walked, *one_of_each()]
    module = factories.ModuleFactory(
        title="Practice from before", slug="practice", sections=[section("Try it", *parts)]
    )
    MomentFactory(slug="moment-before", module=module)
    LocalFactFactory(organisation=membership.organisation)
    attempt = factories.start_attempt(membership.person, module, membership.organisation)
    record = attempt.edition.outline.sections[0].parts[2].record
    give_reason(attempt=attempt, record=record, reason=next(each for each in record.reasons if each.opens))
    look(attempt=attempt, record=record, sections=record.sections[:2])
    factories.read_all(attempt)
    factories.sit_check(attempt)
    completion = membership.person.completions.get(module_key=module.translation_key)
    now = timezone.now()
    Reflection.objects.create(completion=completion, text="I looked.", written_at=now)
    NextShift.objects.create(attempt=attempt, action="Look first.", is_own=True, chosen_at=now)


if __name__ == "__main__":
    main(sys.argv[1])
