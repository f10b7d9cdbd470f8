"""Administrators may add record stores, and change them."""

from django.db import migrations

from modules.groups import ADMINISTRATORS, allow


def allow_administrators(apps, schema_editor):
    allow(apps, ADMINISTRATORS, "statements.destination", "add", "change", "view")


class Migration(migrations.Migration):
    dependencies = [
        ("statements", "0006_several_record_stores"),
        ("modules", "0004_groups_and_clinical_review"),
    ]
    operations = [migrations.RunPython(allow_administrators, migrations.RunPython.noop)]
