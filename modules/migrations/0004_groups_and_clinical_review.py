"""Who may do what in the CMS, and the clinical review between a draft and learners."""

from django.db import migrations

from modules.groups import ADMINISTRATORS, ALL_ACTIONS, EDUCATORS, REVIEWERS, allow, permission

PAGES = {
    ("CataloguePage", EDUCATORS): ("add", "change"),
    ("CataloguePage", REVIEWERS): ("change",),
    ("HomePage", ADMINISTRATORS): ("add", "change", "publish", "lock", "unlock"),
}
FILES = {
    EDUCATORS: ("add", "choose"),
    REVIEWERS: ("choose",),
    ADMINISTRATORS: ("add", "change", "choose"),
}


def remove_defaults(apps, schema_editor):
    """Wagtail's own groups and workflow let whoever may publish approve their own work."""
    for model in ("Workflow", "GroupApprovalTask"):
        apps.get_model("wagtailcore", model).objects.filter(name="Moderators approval").delete()
    apps.get_model("auth", "Group").objects.filter(name__in=["Moderators", "Editors"]).delete()


def add_groups(apps, schema_editor):
    groups = {
        name: apps.get_model("auth", "Group").objects.get_or_create(name=name)[0]
        for name in (EDUCATORS, REVIEWERS, ADMINISTRATORS)
    }
    for name in groups:
        allow(apps, name, "wagtailadmin.admin", "access")
    for (model, name), actions in PAGES.items():
        page = apps.get_model("modules", model).objects.get()
        for action in actions:
            apps.get_model("wagtailcore", "GroupPagePermission").objects.get_or_create(
                group=groups[name], page_id=page.pk, permission=permission(apps, "wagtailcore.page", action)
            )
    root = apps.get_model("wagtailcore", "Collection").objects.get(depth=1)
    for name, actions in FILES.items():
        for model in ("wagtailimages.image", "wagtaildocs.document"):
            for action in actions:
                apps.get_model("wagtailcore", "GroupCollectionPermission").objects.get_or_create(
                    group=groups[name], collection=root, permission=permission(apps, model, action)
                )


def allow_content(apps, schema_editor):
    allow(apps, EDUCATORS, "modules.capability", "add", "change")
    allow(apps, ADMINISTRATORS, "modules.capability", *ALL_ACTIONS)
    allow(apps, ADMINISTRATORS, "modules.role", *ALL_ACTIONS)
    allow(apps, ADMINISTRATORS, "modules.siteidentity", "change")


def add_review(apps, schema_editor):
    """Every page below the root goes through the clinical review."""
    kind, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label="modules", model="clinicalreviewtask"
    )
    task = apps.get_model("modules", "ClinicalReviewTask").objects.create(name="Clinical review", content_type=kind)
    task.groups.set(apps.get_model("auth", "Group").objects.filter(name=REVIEWERS))
    workflow = apps.get_model("wagtailcore", "Workflow").objects.create(name="Clinical review")
    apps.get_model("wagtailcore", "WorkflowTask").objects.create(workflow=workflow, task_id=task.pk, sort_order=0)
    root = apps.get_model("wagtailcore", "Page").objects.get(depth=1)
    apps.get_model("wagtailcore", "WorkflowPage").objects.update_or_create(
        page=root, defaults={"workflow": workflow}
    )


class Migration(migrations.Migration):
    dependencies = [
        ("modules", "0003_first_pages_and_terms"),
        ("wagtailadmin", "0001_create_admin_access_permissions"),
        ("wagtailcore", "0098_apitoken"),
        ("wagtaildocs", "0014_alter_document_file_size"),
        ("wagtailimages", "0027_image_description"),
    ]
    operations = [
        migrations.RunPython(remove_defaults, migrations.RunPython.noop),
        migrations.RunPython(add_groups, migrations.RunPython.noop),
        migrations.RunPython(allow_content, migrations.RunPython.noop),
        migrations.RunPython(add_review, migrations.RunPython.noop),
    ]
