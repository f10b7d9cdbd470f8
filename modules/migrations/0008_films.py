"""Who may add films: those who may add pictures."""

from django.db import migrations

from modules.groups import ADMINISTRATORS, EDUCATORS, permission

# wagtailmedia knows no leave to choose: whoever may change a film may choose it.
FILMS = {EDUCATORS: ("add", "change"), ADMINISTRATORS: ("add", "change")}


def allow_films(apps, schema_editor):
    root = apps.get_model("wagtailcore", "Collection").objects.get(depth=1)
    for name, actions in FILMS.items():
        for action in actions:
            apps.get_model("wagtailcore", "GroupCollectionPermission").objects.get_or_create(
                group=apps.get_model("auth", "Group").objects.get(name=name),
                collection=root,
                permission=permission(apps, "wagtailmedia.media", action),
            )


class Migration(migrations.Migration):
    dependencies = [
        ("modules", "0007_volatile_facts"),
        ("wagtailmedia", "0005_alter_media_options"),
    ]
    operations = [migrations.RunPython(allow_films, migrations.RunPython.noop)]
