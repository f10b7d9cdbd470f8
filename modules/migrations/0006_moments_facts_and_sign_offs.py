"""Start with a page of moments, the kinds of local facts and sign-offs, and who may write practice records."""

import uuid

from django.db import migrations

from modules.groups import ADMINISTRATORS, ALL_ACTIONS, EDUCATORS, REVIEWERS, allow, permission
from modules.seed import FACT_KINDS, SIGN_OFF_KINDS


def add_terms(apps, schema_editor):
    for position, (slug, name, general) in enumerate(FACT_KINDS, start=1):
        apps.get_model("modules", "FactKind").objects.get_or_create(
            slug=slug, defaults={"name": name, "general": general, "position": position * 10}
        )
    groups = apps.get_model("auth", "Group").objects
    for position, (slug, name, group) in enumerate(SIGN_OFF_KINDS, start=1):
        found, _ = groups.get_or_create(name=group)
        allow(apps, group, "wagtailadmin.admin", "access")
        apps.get_model("modules", "SignOffKind").objects.get_or_create(
            slug=slug, defaults={"name": name, "group": found, "position": position * 10}
        )


def add_moments_page(apps, schema_editor):
    """Below the front page. Historical models have no tree methods: the path is written out."""
    page_model = apps.get_model("wagtailcore", "Page")
    home = apps.get_model("modules", "HomePage").objects.first()
    if home is None:
        return
    below = page_model.objects.filter(path__startswith=home.path, depth=home.depth + 1).order_by("path").last()
    step = int(below.path[-4:], 36) + 1 if below else 1
    digits = ""
    while step:
        step, digit = divmod(step, 36)
        digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"[digit] + digits
    kind = apps.get_model("contenttypes", "ContentType").objects.get_or_create(app_label="modules", model="momentspage")[0]
    taken = set(page_model.objects.filter(path__startswith=home.path, depth=home.depth + 1).values_list("slug", flat=True))
    slug = "moments" if "moments" not in taken else f"moments-{uuid.uuid4().hex[:6]}"
    page = apps.get_model("modules", "MomentsPage").objects.create(
        content_type=kind, locale_id=home.locale_id, live=True, translation_key=uuid.uuid4(), title="Moments",
        draft_title="Moments", slug=slug, path=home.path + digits.rjust(4, "0"), depth=home.depth + 1, numchild=0,
        url_path=f"{home.url_path}{slug}/", show_in_menus=True,
    )
    page_model.objects.filter(pk=home.pk).update(numchild=home.numchild + 1)
    for group, actions in ((EDUCATORS, ("add", "change")), (REVIEWERS, ("change",))):
        for action in actions:
            apps.get_model("wagtailcore", "GroupPagePermission").objects.get_or_create(
                group=apps.get_model("auth", "Group").objects.get(name=group),
                page_id=page.pk,
                permission=permission(apps, "wagtailcore.page", action),
            )


def allow_content(apps, schema_editor):
    """A practice record reaches learners only with an Edition, which has its review: educators may publish one."""
    allow(apps, EDUCATORS, "modules.practicerecord", "add", "change", "publish")
    allow(apps, REVIEWERS, "modules.practicerecord", "view")
    allow(apps, ADMINISTRATORS, "modules.practicerecord", *ALL_ACTIONS, "publish")
    allow(apps, EDUCATORS, "modules.factkind", "view")
    allow(apps, ADMINISTRATORS, "modules.factkind", *ALL_ACTIONS)
    allow(apps, ADMINISTRATORS, "modules.signoffkind", *ALL_ACTIONS)


class Migration(migrations.Migration):
    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("modules", "0005_practice_records_moments_and_more"),
        ("wagtailadmin", "0001_create_admin_access_permissions"),
    ]
    operations = [
        migrations.RunPython(add_terms, migrations.RunPython.noop),
        migrations.RunPython(add_moments_page, migrations.RunPython.noop),
        migrations.RunPython(allow_content, migrations.RunPython.noop),
    ]
