"""Administrators keep what is true here."""

from django.db import migrations

from modules.groups import ADMINISTRATORS, ALL_ACTIONS, allow


def allow_facts(apps, schema_editor):
    allow(apps, ADMINISTRATORS, "organisations.localfact", *ALL_ACTIONS)


class Migration(migrations.Migration):
    dependencies = [
        ("organisations", "0004_localfact"),
        ("modules", "0006_moments_facts_and_sign_offs"),
    ]
    operations = [migrations.RunPython(allow_facts, migrations.RunPython.noop)]
