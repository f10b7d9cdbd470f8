"""Editions live for years: what was stored before still renders, whatever has become of its blocks since.

Each file in stored/ holds the streams of a module as they were stored at its time, with placeholders for keys. Never
change one: when a block changes, add a file.
"""

import json
from pathlib import Path
from typing import Any

import pytest
from wagtail.images.models import Image
from wagtail.images.tests.utils import get_test_image_file

from modules.models import FactKind, InformationCategory, ModulePage, Role
from modules.outline import Passage
from modules.questions.question import Question
from modules.reading import outline_of_page
from tests.factories.films import captions, media
from tests.factories.practice import PracticeRecordFactory
from training.demo.answering import right_answer

pytestmark = pytest.mark.django_db

STORED = sorted((Path(__file__).parent / "stored").glob("*.json"))


@pytest.fixture
def keys(settings: Any, tmp_path: Path) -> dict[str, Any]:
    """What the placeholders stand for."""
    settings.MEDIA_ROOT = tmp_path
    record = PracticeRecordFactory()
    return {
        "{record}": record.pk,
        "{row}": record.plain.entries[0].ref,
        "{image}": Image.objects.create(title="ward", file=get_test_image_file()).pk,
        "{media}": media().pk,
        "{captions}": captions().pk,
        "{fact}": FactKind.objects.get(slug="downtime").pk,
        "{information}": InformationCategory.objects.get(slug="allergies").pk,
        "{role}": Role.objects.get(slug="nurse").pk,
    }


def filled(value: Any, keys: dict[str, Any]) -> Any:
    """Stored data with keys in the place of the placeholders."""
    if isinstance(value, dict):
        return {name: filled(each, keys) for name, each in value.items()}
    if isinstance(value, list):
        return [filled(each, keys) for each in value]
    return keys.get(value, value) if isinstance(value, str) else value


def kinds_in(value: Any) -> set[str]:
    """The kinds of blocks that stored data names."""
    if isinstance(value, dict):
        own = {value["type"]} if "type" in value else set()
        return own.union(*(kinds_in(each) for each in value.values()))
    return set().union(*(kinds_in(each) for each in value)) if isinstance(value, list) else set()


@pytest.mark.parametrize("path", STORED, ids=lambda path: path.stem)
def test_what_was_stored_still_renders_and_can_be_answered(path: Path, keys: dict[str, Any]) -> None:
    page = ModulePage(title="Stored", **filled(json.loads(path.read_text()), keys))
    outline = outline_of_page(page)
    for section in outline.sections:
        assert section.title
        for part in section.parts:
            if isinstance(part, Passage):
                assert part.html.strip(), part.id
    for question in outline.questions():
        assert isinstance(question, Question)
        assert question.form_fields()
        assert question.review({})
        assert question.mark(right_answer(question)).is_right
    for scenario in (each for section in outline.sections for each in section.scenarios):
        assert scenario.start_for("nurse")
    assert outline.asked <= len(outline.check)


def test_the_newest_file_holds_every_kind_of_block() -> None:
    content = (
        ModulePage._meta.get_field("sections").stream_block.child_blocks["section"].child_blocks["content"]
    )
    check = ModulePage._meta.get_field("check_questions").stream_block
    wanted = set(content.child_blocks) | set(check.child_blocks)
    assert wanted - kinds_in(json.loads(STORED[-1].read_text())) == set()
