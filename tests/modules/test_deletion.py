"""What learning records name cannot be deleted; the CMS says so and suggests something better."""

import pytest
from django.core.management import call_command
from django.db.models import ProtectedError
from django.urls import reverse
from wagtail.models import Revision

from modules.models import CataloguePage, HomePage, ModulePage, Role
from tests.factories import ModuleFactory, PersonFactory
from tests.factories.modules import publish_again
from tests.modules.desk import said

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(at_desk):
    return at_desk(PersonFactory(administrator=True))


@pytest.fixture
def published(db):
    return ModuleFactory(title="Published once")


@pytest.mark.parametrize("model", [ModulePage, CataloguePage, HomePage])
def test_a_module_with_editions_and_the_pages_above_it_stay(desk, published, model):
    chosen = model.objects.get()
    for answer in (
        desk.get("wagtailadmin_pages:delete", chosen.pk),
        desk.post("wagtailadmin_pages:delete", chosen.pk),
    ):
        assert answer.status_code == 302
        assert "“Published once” (1)" in said(answer)
        assert "Unpublish it instead" in said(answer)
    assert model.objects.filter(pk=chosen.pk).exists()


def test_unpublished_again_it_still_stays(desk, published):
    published.unpublish()
    desk.post("wagtailadmin_pages:delete", published.pk)
    assert ModulePage.objects.exists()


def test_deleting_in_bulk_is_all_or_nothing(desk, published):
    draft = ModuleFactory(draft=True)
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    answer = desk.client.post(f"{url}?id={published.pk}&id={draft.pk}&next=/cms/")
    assert "Unpublish it instead" in said(answer)
    assert ModulePage.objects.count() == 2


def test_a_draft_that_was_never_published_goes(desk):
    draft = ModuleFactory(draft=True)
    desk.post("wagtailadmin_pages:delete", draft.pk)
    assert not ModulePage.objects.exists()


def test_the_database_itself_keeps_a_module_with_editions(published):
    with pytest.raises(ProtectedError):
        published.delete()


def test_purging_revisions_keeps_those_that_editions_pin(published):
    publish_again(published, note="Second.")
    published.refresh_from_db()
    for _ in range(3):
        published.save_revision()
    pinned = set(published.editions.values_list("revision_id", flat=True))
    call_command("purge_revisions")
    kept = set(Revision.objects.for_instance(published).values_list("pk", flat=True))
    assert len(pinned) == 2
    assert pinned < kept
    assert len(kept) == 3  # and the newest draft


def test_a_role_that_a_module_is_for_stays(desk, published):
    role = Role.objects.get(slug="nurse")
    answer = desk.post("wagtailsnippets_modules_role:delete", role.pk)
    assert "“Nurse” cannot be deleted: 1 module page rest on it." in said(answer)
    bulk = reverse("wagtail_bulk_action", args=["modules", "role", "delete"])
    assert "cannot be deleted" in said(desk.client.post(f"{bulk}?id={role.pk}"))
    assert Role.objects.filter(slug="nurse").exists()


def test_a_role_that_nothing_names_goes(desk):
    desk.post("wagtailsnippets_modules_role:delete", Role.objects.get(slug="volunteer").pk)
    assert not Role.objects.filter(slug="volunteer").exists()
