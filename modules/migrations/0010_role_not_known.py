"""Somebody whose job title nobody has placed yet has a role all the same, and sees what is for everybody."""

from django.db import migrations

from modules.seed import ROLES


def add_role(apps, schema_editor):
    position, name = next((number, name) for number, (slug, name) in enumerate(ROLES, start=1) if slug == "not-known")
    apps.get_model("modules", "Role").objects.get_or_create(
        slug="not-known", defaults={"name": name, "position": position * 10}
    )


class Migration(migrations.Migration):
    dependencies = [("modules", "0009_specialist_sign_off")]
    operations = [migrations.RunPython(add_role, migrations.RunPython.noop)]
