"""Specialists sign off after the clinical review, wherever there is one."""

import django.db.models.deletion
from django.db import migrations, models


def add_task(apps, schema_editor):
    steps = apps.get_model("wagtailcore", "WorkflowTask").objects
    reviews = apps.get_model("modules", "ClinicalReviewTask").objects.values_list("pk", flat=True)
    workflows = list(steps.filter(task__in=list(reviews)).values_list("workflow_id", flat=True).distinct())
    if not workflows:
        return
    kind, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label="modules", model="specialistsignofftask"
    )
    task = apps.get_model("modules", "SpecialistSignOffTask").objects.create(name="Sign-offs", content_type=kind)
    for workflow in workflows:
        last = steps.filter(workflow=workflow).aggregate(last=models.Max("sort_order"))["last"]
        steps.create(workflow_id=workflow, task_id=task.pk, sort_order=(last or 0) + 1)


class Migration(migrations.Migration):
    dependencies = [
        ("modules", "0008_films"),
        ("wagtailcore", "0098_apitoken"),
    ]
    operations = [
        migrations.CreateModel(
            name="SpecialistSignOffTask",
            fields=[
                ("task_ptr", models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to="wagtailcore.task")),
            ],
            options={
                "verbose_name": "specialist sign-off",
                "verbose_name_plural": "specialist sign-offs",
            },
            bases=("wagtailcore.task",),
        ),
        migrations.RunPython(add_task, migrations.RunPython.noop),
    ]
