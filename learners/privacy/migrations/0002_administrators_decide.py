"""Administrators keep requests to be forgotten, and legal holds."""

from django.db import migrations

from modules.groups import ADMINISTRATORS, allow


def allow_administrators(apps, schema_editor):
    allow(apps, ADMINISTRATORS, "privacy.erasurerequest", "add", "view", "decide")
    allow(apps, ADMINISTRATORS, "privacy.legalhold", "add", "view", "lift")


class Migration(migrations.Migration):
    dependencies = [
        ("privacy", "0001_looks_requests_and_holds"),
        ("modules", "0004_groups_and_clinical_review"),
    ]
    operations = [migrations.RunPython(allow_administrators, migrations.RunPython.noop)]
