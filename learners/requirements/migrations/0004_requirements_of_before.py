"""What was asked before keeps its one module, and where everybody stands is to be worked out."""

import uuid

from django.db import migrations
from django.utils import timezone


def carry_over(apps, schema_editor):
    Requirement = apps.get_model("requirements", "Requirement")
    for requirement in Requirement.objects.all():
        requirement.modules.add(requirement.module_id)
        requirement.uuid = uuid.uuid4()
        requirement.save(update_fields=["uuid"])
    Stirred = apps.get_model("requirements", "Stirred")
    today = timezone.localdate()
    organisations = Requirement.objects.order_by().values_list("organisation_id", flat=True).distinct()
    Stirred.objects.bulk_create(Stirred(organisation_id=key, on=today) for key in organisations)


class Migration(migrations.Migration):
    dependencies = [("requirements", "0003_audiences_refreshing_and_kept_standings")]
    operations = [migrations.RunPython(carry_over, migrations.RunPython.noop)]
