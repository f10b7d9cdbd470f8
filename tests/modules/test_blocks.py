"""Every block says what it is, shows what it looks like, and reads well on its page."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.blocks import ListBlock, StreamBlock, StructBlock
from wagtail.fields import StreamField
from wagtail.images.models import Image
from wagtail.images.tests.utils import get_test_image_file

from modules.models import ModulePage
from modules.reading import outline_of_page
from tests.factories import ModuleFactory

STREAMS = [field.stream_block for field in ModulePage._meta.get_fields() if isinstance(field, StreamField)]


def in_choosers(block):
    """Every block that a chooser offers, however deep."""
    if isinstance(block, ListBlock):
        yield from in_choosers(block.child_block)
    elif isinstance(block, (StreamBlock, StructBlock)):
        for child in block.child_blocks.values():
            if isinstance(block, StreamBlock):
                yield child
            yield from in_choosers(child)


OFFERED = [pytest.param(child, id=child.name) for stream in STREAMS for child in in_choosers(stream)]


@pytest.fixture
def content():
    return ModulePage._meta.get_field("sections").stream_block.child_blocks["section"].child_blocks["content"]


@pytest.mark.parametrize("block", OFFERED)
def test_it_has_a_description_and_a_preview(block, educator, at_desk):
    assert block.get_description().endswith(".")
    assert block.is_previewable
    url = reverse("wagtailadmin_block_preview")
    answer = at_desk(educator).client.get(url, {"id": block.definition_prefix})
    assert answer.status_code == 200
    soup = BeautifulSoup(answer.content, "html.parser")
    assert soup.find("link", href=lambda href: "site.css" in href)
    assert soup.main.get_text(strip=True)


def test_passages_and_questions_stand_apart_in_the_chooser(content):
    groups = {group: [block.name for block in blocks] for group, blocks in content.grouped_child_blocks()}
    assert groups == {
        "To read": ["text", "callout", "picture", "video", "local_fact", "visibility", "record_excerpt"],
        "To do": ["record_visit", "scenario"],
        "To answer": [
            "single_choice",
            "multiple_choice",
            "true_false",
            "certainty",
            "match",
            "order",
            "categorise",
            "find_in_record",
            "best_source",
            "short_reason",
        ],
    }


def test_a_question_type_is_offered_wherever_questions_are(content):
    check = ModulePage._meta.get_field("check_questions").stream_block
    pool = check.child_blocks["pool"].child_blocks["questions"]
    assert set(check.child_blocks) - {"pool"} == set(pool.child_blocks) <= set(content.child_blocks)


def rendered(content, name, value):
    block = content.child_blocks[name]
    return BeautifulSoup(block.render(block.to_python(value)), "html.parser")


def test_a_record_excerpt_says_that_it_is_fictional(content):
    row = {"what": "Allergy", "status": "Active", "date": "2019", "author_role": "GP", "source": "A surgery"}
    shown = {
        "title": "Record",
        "person": "Win",
        "nhs_number": "999 101 2001",
        "age": 82,
        "rows": [row],
        "note": "Old.",
    }
    soup = rendered(content, "record_excerpt", shown)
    assert "Fictional training record" in soup.get_text()
    assert [cell.get_text(strip=True) for cell in soup.find_all("th", scope="col")] == [
        "What", "Status", "Date", "Recorded by", "Source",
    ]  # fmt: skip
    assert "GP" in soup.tbody.get_text()
    assert soup.caption.get_text(strip=True) == "Record"


def test_a_callout_has_a_heading_and_its_text(content):
    soup = rendered(content, "callout", {"kind": "important", "title": "Ask first", "text": "<p>Always.</p>"})
    assert soup.find(["h2", "h3"]).get_text(strip=True) == "Ask first"
    assert "Always." in soup.get_text()


@pytest.fixture
def image(db, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return Image.objects.create(title="stock-photo-12.png", file=get_test_image_file(size=(1200, 800)))


def picture(content, image, **more):
    chosen = {"image": image.pk, "decorative": False, "alt_text": "Two people at a screen"} | more
    return rendered(content, "picture", {"image": chosen, "caption": "A ward"})


def test_a_picture_fits_the_screen_and_keeps_its_place(content, image):
    found = picture(content, image)
    assert found.img["alt"] == "Two people at a screen"
    assert found.img["loading"] == "lazy"
    assert int(found.img["width"]) <= 960
    assert found.img["height"]
    assert [part.split()[1] for part in found.img["srcset"].split(", ")] == ["320w", "640w", "960w"]
    assert found.figcaption.get_text() == "A ward"


def test_a_decorative_picture_has_empty_alternative_text(content, image):
    assert picture(content, image, decorative=True, alt_text="")("img")[0]["alt"] == ""


def test_a_picture_that_is_gone_leaves_the_rest_readable(content, image):
    image_id = image.pk
    image.delete()
    section = {
        "title": "S",
        "content": [{"type": "picture", "value": {"image": {"image": image_id}, "caption": ""}}],
    }
    page = ModuleFactory(draft=True)
    page.sections = [{"type": "section", "value": section}]
    assert "<img" not in outline_of_page(page).sections[0].parts[0].html
