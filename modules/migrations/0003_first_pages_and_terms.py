"""Start every service with the roles, the capabilities, a front page and an empty catalogue."""

import uuid

from django.db import migrations

from modules.seed import CAPABILITIES, ROLES


def add_terms(apps, schema_editor):
    for model, terms in (("Role", ROLES), ("Capability", CAPABILITIES)):
        for position, (slug, name) in enumerate(terms, start=1):
            apps.get_model("modules", model).objects.get_or_create(
                slug=slug, defaults={"name": name, "position": position * 10}
            )


def add_pages(apps, schema_editor):
    """Put ours in the place of Wagtail's welcome page. Historical models have no tree methods: paths are written out."""
    page_model = apps.get_model("wagtailcore", "Page")
    content_types = apps.get_model("contenttypes", "ContentType")
    locale = apps.get_model("wagtailcore", "Locale").objects.get_or_create(language_code="en-gb")[0]
    page_model.objects.filter(path="00010001", depth=2, slug="home").delete()

    def add(model, **fields):
        kind = content_types.objects.get_or_create(app_label="modules", model=model.lower())[0]
        return apps.get_model("modules", model).objects.create(
            content_type=kind, locale=locale, live=True, translation_key=uuid.uuid4(),
            draft_title=fields["title"], **fields,
        )

    home = add("HomePage", title="Home", slug="home", path="00010001", depth=2, numchild=1, url_path="/home/")
    add(
        "CataloguePage", title="Modules", slug="modules", path="000100010001", depth=3, numchild=0,
        url_path="/home/modules/", show_in_menus=True,
    )
    apps.get_model("wagtailcore", "Site").objects.create(
        hostname="localhost", site_name="Shared Records Training", root_page_id=home.pk, is_default_site=True
    )


class Migration(migrations.Migration):
    dependencies = [
        ("modules", "0002_initial"),
        ("wagtailcore", "0098_apitoken"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]
    operations = [
        migrations.RunPython(add_terms, migrations.RunPython.noop),
        migrations.RunPython(add_pages, migrations.RunPython.noop),
    ]
