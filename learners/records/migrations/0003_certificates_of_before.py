"""Whoever completed a module before has a certificate, too."""

from django.db import migrations

from learners.records.models.certificate import new_code


def issue(apps, schema_editor):
    certificate = apps.get_model("records", "Certificate")
    without = apps.get_model("records", "Completion").objects.filter(certificate=None)
    rows = (
        certificate(completion_id=pk, code=new_code(), issued_at=at)
        for pk, at in without.values_list("pk", "completed_at").iterator()
    )
    batch = []
    for row in rows:
        batch.append(row)
        if len(batch) == 1000:
            certificate.objects.bulk_create(batch)
            batch = []
    certificate.objects.bulk_create(batch)


class Migration(migrations.Migration):
    dependencies = [("records", "0002_certificate")]
    operations = [migrations.RunPython(issue, migrations.RunPython.noop)]
