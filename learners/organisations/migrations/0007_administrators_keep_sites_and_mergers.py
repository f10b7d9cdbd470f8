"""Administrators keep sites and pauses, and may merge organisations."""

from django.db import migrations

from modules.groups import ADMINISTRATORS, ALL_ACTIONS, allow


def allow_administrators(apps, schema_editor):
    for model in ("site", "pause"):
        allow(apps, ADMINISTRATORS, f"organisations.{model}", *ALL_ACTIONS)
    allow(apps, ADMINISTRATORS, "organisations.organisation", "merge")


class Migration(migrations.Migration):
    dependencies = [("organisations", "0006_sites_trees_mergers_and_staff_numbers")]
    operations = [
        migrations.AlterModelOptions(
            name="organisation",
            options={
                "ordering": ("name",),
                "permissions": [("merge_organisation", "Can merge organisation")],
            },
        ),
        migrations.RunPython(allow_administrators, migrations.RunPython.noop),
    ]
