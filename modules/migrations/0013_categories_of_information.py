"""The categories of information that agreements and modules name, and who keeps them."""

from django.db import migrations

from modules.groups import ADMINISTRATORS, ALL_ACTIONS, EDUCATORS, allow
from modules.seed import INFORMATION


def add_categories(apps, schema_editor):
    kept = apps.get_model("modules", "InformationCategory")
    for position, (slug, name, general) in enumerate(INFORMATION, start=1):
        kept.objects.get_or_create(slug=slug, defaults={"name": name, "general": general, "position": position * 10})


def allow_content(apps, schema_editor):
    allow(apps, EDUCATORS, "modules.informationcategory", "view")
    allow(apps, ADMINISTRATORS, "modules.informationcategory", *ALL_ACTIONS)


class Migration(migrations.Migration):
    dependencies = [("modules", "0012_information")]
    operations = [
        migrations.RunPython(add_categories, migrations.RunPython.noop),
        migrations.RunPython(allow_content, migrations.RunPython.noop),
    ]
