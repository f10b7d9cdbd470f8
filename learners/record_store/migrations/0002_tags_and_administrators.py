"""Tell apart the statements of one microsecond, and let administrators keep the store's clients."""

from django.db import migrations

from modules.groups import ADMINISTRATORS, allow

SEQUENCE = "record_store_tag"


def make_sequence(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(f"CREATE SEQUENCE {SEQUENCE}")


def drop_sequence(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(f"DROP SEQUENCE {SEQUENCE}")


def allow_administrators(apps, schema_editor):
    allow(apps, ADMINISTRATORS, "record_store.client", "add", "change", "view")
    allow(apps, ADMINISTRATORS, "record_store.statement", "view", "retry")


class Migration(migrations.Migration):
    dependencies = [
        ("record_store", "0001_record_store"),
        ("modules", "0004_groups_and_clinical_review"),
    ]
    operations = [
        migrations.RunPython(make_sequence, drop_sequence),
        migrations.RunPython(allow_administrators, migrations.RunPython.noop),
    ]
