"""Keep the database of today for the tests of tomorrow: `python -m tests.migrations.snapshot NAME`.

Do it once before a landing that adds migrations. The file is a small SQLite database, compressed.
"""

import gzip
import os
import sqlite3
import sys
import tempfile
from pathlib import Path

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
    """People at every stage: one who has finished, one half-way, one who failed, and their manager."""
    from learners.people.models import User
    from tests import factories

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


if __name__ == "__main__":
    main(sys.argv[1])
