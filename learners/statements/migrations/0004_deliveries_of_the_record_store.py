"""Deliveries are of the record store's statements; whoever could read and retry the old ones can the new ones."""

import django.db.models.deletion
from django.db import migrations, models


def move_permissions(apps, schema_editor):
    Permission = apps.get_model("auth", "Permission")
    ContentType = apps.get_model("contenttypes", "ContentType")
    kind, _ = ContentType.objects.get_or_create(app_label="record_store", model="statement")
    for old in Permission.objects.filter(content_type__app_label="statements", content_type__model="statement"):
        new, _ = Permission.objects.get_or_create(
            content_type=kind, codename=old.codename, defaults={"name": old.name}
        )
        for group in old.group_set.all():
            group.permissions.add(new)
    logs = apps.get_model("wagtailcore", "ModelLogEntry").objects
    logs.filter(content_type__app_label="statements", content_type__model="statement").update(content_type=kind)
    ContentType.objects.filter(app_label="statements", model="statement").delete()


class Migration(migrations.Migration):
    dependencies = [
        ("statements", "0003_statements_move_to_the_record_store"),
        ("wagtailcore", "0094_alter_page_locale"),
    ]
    operations = [
        migrations.AlterField(
            model_name="delivery",
            name="statement",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="deliveries",
                to="record_store.statement",
            ),
        ),
        migrations.DeleteModel(name="Statement"),
        migrations.RunPython(move_permissions, migrations.RunPython.noop),
    ]
