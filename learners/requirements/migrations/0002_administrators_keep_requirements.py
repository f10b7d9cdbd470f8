"""Administrators say what an organisation asks of its people."""

from django.db import migrations

from modules.groups import ADMINISTRATORS, ALL_ACTIONS, allow


def allow_administrators(apps, schema_editor):
    allow(apps, ADMINISTRATORS, "requirements.requirement", *ALL_ACTIONS)


class Migration(migrations.Migration):
    dependencies = [
        ("requirements", "0001_initial"),
        ("modules", "0004_groups_and_clinical_review"),
    ]
    operations = [migrations.RunPython(allow_administrators, migrations.RunPython.noop)]
