"""The early-project checklist and the guides for teams, and who keeps them."""

from django.db import migrations

from learners.programme.seed import CHECKLIST, GUIDES
from modules.groups import ADMINISTRATORS, ALL_ACTIONS, EDUCATORS, allow


def add_lists(apps, schema_editor):
    items = apps.get_model("programme", "ChecklistItem")
    for number, (facet, statement, is_critical) in enumerate(CHECKLIST, start=1):
        items.objects.create(facet=facet, number=number, statement=statement, is_critical=is_critical)
    guides = apps.get_model("programme", "Guide")
    for barrier, title, words in GUIDES:
        guides.objects.create(barrier=barrier, title=title, words=words)


def allow_lists(apps, schema_editor):
    for model in ("checklistitem", "guide", "workflowchange", "champion"):
        allow(apps, ADMINISTRATORS, f"programme.{model}", *ALL_ACTIONS)
    allow(apps, EDUCATORS, "programme.guide", "add", "change")


class Migration(migrations.Migration):
    dependencies = [
        ("programme", "0003_checklist_and_culture"),
        ("modules", "0013_categories_of_information"),
        ("wagtailadmin", "0001_create_admin_access_permissions"),
    ]
    operations = [
        migrations.RunPython(add_lists, migrations.RunPython.noop),
        migrations.RunPython(allow_lists, migrations.RunPython.noop),
    ]
