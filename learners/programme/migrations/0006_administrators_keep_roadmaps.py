"""Administrators keep objectives, and change what milestones are about."""

from django.db import migrations

from modules.groups import ADMINISTRATORS, ALL_ACTIONS, allow


def allow_roadmaps(apps, schema_editor):
    allow(apps, ADMINISTRATORS, "programme.objective", *ALL_ACTIONS)
    allow(apps, ADMINISTRATORS, "programme.milestone", "change")


class Migration(migrations.Migration):
    dependencies = [("programme", "0005_overrides")]
    operations = [migrations.RunPython(allow_roadmaps, migrations.RunPython.noop)]
