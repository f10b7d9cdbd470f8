"""Administrators keep the employers' accounts that sign people in."""

from django.db import migrations

from modules.groups import ADMINISTRATORS, ALL_ACTIONS, allow


def allow_providers(apps, schema_editor):
    allow(apps, ADMINISTRATORS, "single_sign_on.identityprovider", *ALL_ACTIONS)


class Migration(migrations.Migration):
    dependencies = [
        ("single_sign_on", "0001_initial"),
        ("modules", "0006_moments_facts_and_sign_offs"),
    ]
    operations = [migrations.RunPython(allow_providers, migrations.RunPython.noop)]
