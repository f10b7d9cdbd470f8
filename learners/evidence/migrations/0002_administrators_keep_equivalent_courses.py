"""Administrators keep equivalent courses in the CMS."""

from django.db import migrations

from modules.groups import ADMINISTRATORS, ALL_ACTIONS, allow


def allow_administrators(apps, schema_editor):
    allow(apps, ADMINISTRATORS, "evidence.equivalentcourse", *ALL_ACTIONS)


class Migration(migrations.Migration):
    dependencies = [
        ("evidence", "0001_corrections_and_what_was_learned_elsewhere"),
        ("modules", "0004_groups_and_clinical_review"),
    ]
    operations = [migrations.RunPython(allow_administrators, migrations.RunPython.noop)]
