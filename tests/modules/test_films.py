"""A film reaches learners with its captions and its transcript, or not at all."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from wagtail.test.utils.form_data import rich_text, streamfield
from wagtailmedia.models import Media

from modules.blocks.film import NO_CAPTIONS, NO_TRANSCRIPT
from modules.blocks.text import RICH_TEXT
from modules.models import ModulePage
from modules.outline import Video
from modules.reading import outline_of_page
from tests.factories import ModuleFactory
from tests.factories.films import captions, film, media, webm
from tests.factories.modules import publish_again
from tests.factories.modules import section as raw_section
from tests.modules.desk import said
from tests.modules.forms import draft_form, module_form, section

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def uploads(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def draft(educator):
    return ModuleFactory(draft=True, editor=educator, slug="before-you-hand-over")


def written(transcript="<p>A nurse looks.</p>", **more):
    """A film in the form."""
    told = {"title": "The letter", "transcript": rich_text(transcript, features=RICH_TEXT)}
    return "video", told | {"media": "", "captions": ""} | more


def complete(**more):
    return written(**({"media": str(media().pk), "captions": str(captions().pk)} | more))


def with_film(form, block):
    return form(sections=streamfield([section("Watch", block)]))


def newest(page):
    return ModulePage.objects.get(pk=page.pk).get_latest_revision_as_object()


def faults_of(answer):
    """What the form says beside the fields of its film."""
    error = answer.context["form"].errors.as_data()["sections"][0]
    in_content = error.block_errors[0].block_errors["content"]
    return in_content.block_errors[0].block_errors


def test_a_film_comes_back_as_it_was_written(at_desk, educator, draft):
    assert "submitted" in said(at_desk(educator).save(draft, with_film(module_form, complete()), "submit"))
    found = outline_of_page(newest(draft)).sections[0].parts[0]
    assert isinstance(found, Video)
    assert (found.title, found.type) == ("The letter", "video/webm")
    assert found.url.startswith("/media/media/film")
    assert found.captions_url.endswith(".vtt")
    assert "A nurse looks." in found.transcript


def test_a_draft_may_lack_everything_but_its_place(at_desk, educator, draft):
    answer = at_desk(educator).save(draft, with_film(draft_form, written(transcript="")))
    assert "updated" in said(answer)
    assert newest(draft).sections[0].value["content"][0].block_type == "video"
    preview = newest(draft).make_preview_request(preview_mode="learner").render().content.decode()
    assert "This film is no longer here." in preview


@pytest.mark.parametrize("action", ["submit", "publish"])
@pytest.mark.parametrize("missing", ["media", "captions"])
def test_what_is_missing_is_said_beside_its_field(at_desk, administrator, draft, action, missing):
    answer = at_desk(administrator).save(draft, with_film(module_form, complete(**{missing: ""})), action)
    assert set(faults_of(answer)) == {missing}
    assert "This field is required." in answer.content.decode()
    assert not ModulePage.objects.get(pk=draft.pk).live


def test_without_a_transcript_it_is_not_published(at_desk, administrator, draft):
    answer = at_desk(administrator).save(draft, with_film(module_form, complete(transcript="")), "publish")
    assert NO_TRANSCRIPT in answer.content.decode() or "This field is required." in answer.content.decode()
    assert set(faults_of(answer)) == {"transcript"}
    assert not ModulePage.objects.get(pk=draft.pk).live


@pytest.mark.parametrize(
    ("content", "name", "fits"),
    [
        (b"WEBVTT\n", "captions.vtt", True),
        (b"\xef\xbb\xbfWEBVTT - Win\n", "CAPTIONS.VTT", True),
        (b"WEBVTT\n", "captions.txt", False),
        (b"1\n00:00:01,000 --> 00:00:02,000\nSubRip\n", "captions.vtt", False),
        (b"", "captions.vtt", False),
    ],
)
def test_captions_are_a_file_that_browsers_read(at_desk, administrator, draft, content, name, fits):
    block = complete(captions=str(captions(content, name).pk))
    at_desk(administrator).save(draft, with_film(draft_form, block))  # a draft may hold any
    answer = at_desk(administrator).save(draft, with_film(module_form, block), "publish")
    assert (NO_CAPTIONS in (answer.content.decode() if answer.status_code == 200 else "")) is not fits
    assert ModulePage.objects.get(pk=draft.pk).live is fits


def test_captions_whose_file_is_lost_are_refused(at_desk, administrator, draft):
    lost = captions()
    block = complete(captions=str(lost.pk))
    lost.file.storage.delete(lost.file.name)
    answer = at_desk(administrator).save(draft, with_film(module_form, block), "publish")
    assert NO_CAPTIONS in answer.content.decode()


def test_no_other_way_of_publishing_lets_it_through(educator):
    page = ModuleFactory(draft=True, editor=educator)
    page.sections = [raw_section("Watch", film("film", transcript="<p></p>"))]
    revision = page.save_revision(user=educator)
    with pytest.raises(Exception, match="not finished"):
        revision.publish()


def test_an_edition_outlives_its_files():
    page = ModuleFactory(sections=[raw_section("Watch", film("film"))])
    Media.objects.all().delete()
    found = page.editions.get().outline.sections[0].parts[1]
    assert (found.url, found.title) == ("", "The letter was already there")
    assert "opens the shared record" in found.transcript


def test_a_new_edition_leaves_the_film_of_the_old_one_alone():
    page = ModuleFactory(sections=[raw_section("Watch", film("film"))])
    publish_again(page, sections=[raw_section("Watch", film("film", title="Another"))])
    titles = [edition.outline.sections[0].parts[1].title for edition in page.editions.order_by("number")]
    assert titles == ["The letter was already there", "Another"]


@pytest.mark.parametrize("mode", ["learner", "answers"])
def test_the_preview_shows_it(client, administrator, mode):
    page = ModuleFactory(draft=True, sections=[raw_section("Watch", film("film"))])
    latest = page.get_latest_revision_as_object()
    html = latest.make_preview_request(preview_mode=mode).render().content.decode()
    assert "<video" in html
    assert "autoplay" not in html
    assert "A nurse opens the shared record." in html


def test_educators_add_films_and_reviewers_do_not(at_desk, educator, reviewer, administrator):
    for person, may in ((educator, True), (administrator, True), (reviewer, False)):
        answer = at_desk(person).get("wagtailmedia:add", "video")
        assert (answer.status_code == 200) is may


def replaced(desk, chosen):
    """Another file, sent in the film's form."""
    another = SimpleUploadedFile("another.webm", webm(1), "video/webm")
    sent = {"title": "New title", "file": another, "duration": "0", "width": "", "height": "", "tags": ""}
    answer = desk.post("wagtailmedia:edit", chosen.pk, **sent)
    chosen.refresh_from_db()
    return answer


def test_the_film_of_an_edition_is_not_replaced(at_desk, educator):
    ModuleFactory(title="Look", sections=[raw_section("Watch", film("film"))])
    chosen = Media.objects.get()
    answer = replaced(at_desk(educator), chosen)
    assert "“Look, Edition 1” shows this film" in answer.content.decode()
    assert chosen.filename == "film.webm"


def test_a_film_that_no_edition_shows_is_replaced(at_desk, educator):
    ModuleFactory(draft=True, sections=[raw_section("Watch", film("film"))])
    chosen = Media.objects.get()
    replaced(at_desk(educator), chosen)
    assert chosen.filename == "another.webm"


def test_an_educator_chooses_a_colleagues_film(at_desk, educator):
    found = media()
    answer = at_desk(educator).get("wagtailmedia:chooser_typed", "video")
    assert "A film" in answer.content.decode()
    assert at_desk(educator).get("wagtailmedia:media_chosen", found.pk).status_code == 200
