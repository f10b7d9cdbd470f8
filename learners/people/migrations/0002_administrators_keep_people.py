"""Administrators add and change people. Nobody deletes them."""

from django.db import migrations

from modules.groups import ADMINISTRATORS, allow


def allow_administrators(apps, schema_editor):
    allow(apps, ADMINISTRATORS, "people.user", "add", "change")


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0001_initial"),
        ("modules", "0004_groups_and_clinical_review"),
    ]
    operations = [migrations.RunPython(allow_administrators, migrations.RunPython.noop)]
