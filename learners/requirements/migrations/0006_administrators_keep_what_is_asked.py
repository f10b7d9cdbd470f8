"""Administrators keep go-live days, adoptions, exemptions and assignments in the CMS."""

from django.db import migrations

from modules.groups import ADMINISTRATORS, ALL_ACTIONS, allow


def allow_administrators(apps, schema_editor):
    for name in ("golive", "adoption", "exemption", "assignment"):
        allow(apps, ADMINISTRATORS, f"requirements.{name}", *ALL_ACTIONS)


class Migration(migrations.Migration):
    dependencies = [("requirements", "0005_several_modules_to_a_requirement")]
    operations = [migrations.RunPython(allow_administrators, migrations.RunPython.noop)]
