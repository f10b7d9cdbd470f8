"""Administrators may see whose a statement is."""

from django.db import migrations

from modules.groups import ADMINISTRATORS, allow


def allow_administrators(apps, schema_editor):
    allow(apps, ADMINISTRATORS, "record_store.statement", "name")


class Migration(migrations.Migration):
    dependencies = [("record_store", "0002_tags_and_administrators")]
    operations = [
        migrations.AlterModelOptions(
            name="statement",
            options={
                "default_permissions": ("view",),
                "ordering": ("-seq",),
                "permissions": [
                    ("retry_statement", "Can retry statement"),
                    ("name_statement", "Can see whose statement it is"),
                ],
            },
        ),
        migrations.RunPython(allow_administrators, migrations.RunPython.noop),
    ]
