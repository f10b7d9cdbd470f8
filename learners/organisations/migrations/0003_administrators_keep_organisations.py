"""Administrators keep networks, organisations and who belongs to them."""

from django.db import migrations

from modules.groups import ADMINISTRATORS, ALL_ACTIONS, allow

KEPT = ("organisation", "team", "membership", "appointment", "network", "networkmembership")


def allow_administrators(apps, schema_editor):
    for model in KEPT:
        allow(apps, ADMINISTRATORS, f"organisations.{model}", *ALL_ACTIONS)


class Migration(migrations.Migration):
    dependencies = [
        ("organisations", "0002_initial"),
        ("modules", "0004_groups_and_clinical_review"),
    ]
    operations = [migrations.RunPython(allow_administrators, migrations.RunPython.noop)]
