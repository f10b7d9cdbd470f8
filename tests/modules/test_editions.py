"""An Edition is a module as it was published, and stays so."""

import pytest
from django.db import IntegrityError
from wagtail.actions.copy_page import CopyPageAction
from wagtail.models import Locale

from modules.editions import freeze_edition, outline_of
from modules.models import Edition, ModulePage
from tests.factories import ModuleFactory
from tests.factories.modules import block_id, one_question, publish_again, section

pytestmark = pytest.mark.django_db


@pytest.fixture
def module(db):
    return ModuleFactory(title="First title", sections=[section("Story")])


def test_publishing_freezes_one(module):
    edition = module.editions.get()
    assert (edition.number, edition.title, edition.change_note) == (1, "First title", "First Edition.")
    assert edition.revision == module.live_revision
    assert edition.module_key == module.translation_key


def test_freezing_twice_is_once(module):
    first = module.editions.get()
    assert freeze_edition(page=module, revision=first.revision) == first
    assert Edition.objects.count() == 1


def test_numbers_follow_on(module):
    publish_again(module, note="Second.")
    publish_again(ModulePage.objects.get(), note="Third.")
    assert list(module.editions.values_list("number", flat=True)) == [1, 2, 3]
    assert module.editions.newest().change_note == "Third."
    assert [edition.number for edition in module.history] == [3, 2, 1]


def test_a_draft_makes_none(module):
    module.save_revision()
    assert Edition.objects.count() == 1


def test_an_old_edition_keeps_its_content(module):
    old = module.editions.get()
    publish_again(
        module, note="Second.", title="Second title", sections=[section("Another", one_question("new"))]
    )
    for edition in (old, Edition.objects.get(pk=old.pk)):
        assert outline_of(edition).title == "First title"
        assert [part.title for part in outline_of(edition).sections] == ["Story"]
        assert outline_of(edition).question(block_id("new")) is None
    newest = module.editions.newest()
    assert outline_of(newest).title == "Second title"
    assert outline_of(newest).question(block_id("new")).prompt


def test_blocks_keep_their_ids_from_one_edition_to_the_next(module):
    publish_again(module, note="Second.", summary="Reworded.")
    first, second = (outline_of(edition) for edition in module.editions.all())
    assert [part.id for part in first.sections] == [part.id for part in second.sections]
    assert [question.id for question in first.questions()] == [question.id for question in second.questions()]


def test_a_copy_is_another_module_without_editions(module):
    copy = CopyPageAction(module, update_attrs={"slug": "copy", "title": "Copy"}, keep_live=False).execute()
    assert copy.translation_key != module.translation_key
    assert copy.editions.count() == 0
    assert not copy.live


def test_a_copy_that_is_published_at_once_begins_with_its_own_first_edition(module):
    publish_again(module, note="Second.")
    copy = CopyPageAction(ModulePage.objects.get(), update_attrs={"slug": "copy"}).execute()
    edition = copy.editions.get()
    assert edition.number == 1
    assert edition.module_key == copy.translation_key != module.translation_key


def test_a_translation_shares_the_modules_identity(module):
    welsh = Locale.objects.create(language_code="cy")
    translated = module.copy_for_translation(welsh, copy_parents=True)
    assert translated.translation_key == module.translation_key
    assert translated.editions.count() == 0


def test_the_database_gives_each_number_once(module):
    edition = module.editions.get()
    edition.pk, edition.revision = None, module.save_revision()
    with pytest.raises(IntegrityError):
        edition.save(force_insert=True)
