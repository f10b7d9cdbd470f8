"""Administrators put agreements' plain fields right, and keep their documents."""

from django.db import migrations

from modules.groups import ADMINISTRATORS, ALL_ACTIONS, allow


def allow_agreements(apps, schema_editor):
    allow(apps, ADMINISTRATORS, "sharing.agreement", "change")
    allow(apps, ADMINISTRATORS, "sharing.agreementdocument", *ALL_ACTIONS)


class Migration(migrations.Migration):
    dependencies = [
        ("sharing", "0002_notices_of_reviews"),
        ("modules", "0013_categories_of_information"),
        ("wagtailadmin", "0001_create_admin_access_permissions"),
    ]
    operations = [migrations.RunPython(allow_agreements, migrations.RunPython.noop)]
