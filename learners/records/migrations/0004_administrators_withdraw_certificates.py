"""Administrators may read certificates, and withdraw them."""

from django.db import migrations

from modules.groups import ADMINISTRATORS, allow


def allow_administrators(apps, schema_editor):
    allow(apps, ADMINISTRATORS, "records.certificate", "view", "withdraw")


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0003_certificates_of_before"),
        ("modules", "0004_groups_and_clinical_review"),
    ]
    operations = [
        migrations.AlterModelOptions(
            name="certificate",
            options={
                "default_permissions": ("view",),
                "permissions": [("withdraw_certificate", "Can withdraw certificate")],
            },
        ),
        migrations.RunPython(allow_administrators, migrations.RunPython.noop),
    ]
