"""Administrators may read statements, and send refused ones again."""

from django.db import migrations

from modules.groups import ADMINISTRATORS, allow


def allow_administrators(apps, schema_editor):
    allow(apps, ADMINISTRATORS, "statements.statement", "view", "retry")


class Migration(migrations.Migration):
    dependencies = [
        ("statements", "0001_initial"),
        ("modules", "0004_groups_and_clinical_review"),
    ]
    operations = [migrations.RunPython(allow_administrators, migrations.RunPython.noop)]
