"""The survey that every service begins with, and who keeps surveys."""

from django.db import migrations

from learners.surveys.seed import INTRODUCTION, ITEMS, NAME
from modules.groups import ADMINISTRATORS, ALL_ACTIONS, allow


def add_statements(apps, schema_editor):
    instrument = apps.get_model("surveys", "Instrument").objects.create(name=NAME, introduction=INTRODUCTION)
    items = apps.get_model("surveys", "Item")
    for number, (statement, (scale, barrier), is_reversed) in enumerate(ITEMS, start=1):
        items.objects.create(
            instrument=instrument,
            number=number,
            statement=statement,
            scale=scale,
            barrier=barrier,
            is_reversed=is_reversed,
        )


def allow_surveys(apps, schema_editor):
    for model in ("instrument", "wave", "theme"):
        allow(apps, ADMINISTRATORS, f"surveys.{model}", *ALL_ACTIONS)
    allow(apps, ADMINISTRATORS, "surveys.freetext", "view", "delete")


class Migration(migrations.Migration):
    dependencies = [
        ("surveys", "0001_initial"),
        ("modules", "0004_groups_and_clinical_review"),
        ("wagtailadmin", "0001_create_admin_access_permissions"),
    ]
    operations = [
        migrations.RunPython(add_statements, migrations.RunPython.noop),
        migrations.RunPython(allow_surveys, migrations.RunPython.noop),
    ]
