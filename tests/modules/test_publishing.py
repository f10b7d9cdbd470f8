"""However publishing is asked for, an unfinished module stays where it is, and a finished one gets its Edition."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from modules.models import Edition, ModulePage
from tests.factories import ModuleFactory
from tests.factories.modules import publish_again
from tests.modules.desk import said
from tests.modules.forms import module_form

pytestmark = pytest.mark.django_db


@pytest.fixture
def unfinished(educator):
    page = ModuleFactory(draft=True, title="Unfinished")
    page.summary = ""
    page.roles.clear()
    page.save()
    page.save_revision(user=educator, clean=False)
    return page


@pytest.fixture
def finished(educator):
    return ModuleFactory(draft=True, editor=educator, title="Finished", slug="before-you-hand-over")


def is_live(page):
    return ModulePage.objects.get(pk=page.pk).live


def publish_in_bulk(desk, *pages, below=""):
    ids = "&".join(f"id={page.pk}" for page in pages)
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    return desk.client.post(f"{url}?{ids}&next=/cms/", {"include_descendants": below})


def schedule(page, user):
    revision = page.get_latest_revision_as_object().save_revision(user=user, clean=False)
    revision.approved_go_live_at = timezone.now() - datetime.timedelta(minutes=1)
    revision.save()
    return revision


def test_the_model_refuses_with_a_message_for_each_field(unfinished):
    with pytest.raises(ValidationError) as refused:
        unfinished.get_latest_revision().publish()
    assert {"summary", "roles"} <= set(refused.value.message_dict)
    assert not is_live(unfinished)


def test_bulk_publishing_is_all_or_nothing_and_says_why(administrator, unfinished, finished, at_desk):
    answer = publish_in_bulk(at_desk(administrator), finished, unfinished)
    assert "“Unfinished” is not ready, so nothing was published. Summary: Say in one or two" in said(answer)
    assert not is_live(finished)
    assert not is_live(unfinished)


def test_bulk_publishing_of_the_catalogue_looks_below_it(administrator, catalogue, unfinished, at_desk):
    assert "“Unfinished” is not ready" in said(publish_in_bulk(at_desk(administrator), catalogue, below="on"))
    assert not is_live(unfinished)


def test_bulk_publishing_makes_editions_in_the_publishers_name(administrator, educator, finished, at_desk):
    publish_in_bulk(at_desk(administrator), finished)
    edition = finished.editions.get()
    assert edition.published_by == administrator
    assert edition.revision.user == educator


def test_half_a_question_is_not_published(administrator, educator, at_desk):
    half = [{"type": "single_choice", "value": {"question": "?", "skill": "when", "why": "", "options": []}}]
    page = ModuleFactory(draft=True, editor=educator, check_questions=half)
    assert "Check at the end: Something in it is not finished." in said(
        publish_in_bulk(at_desk(administrator), page)
    )
    assert not is_live(page)


@pytest.mark.parametrize(("name", "status"), [("unfinished", 400), ("finished", 200)])
def test_the_cms_programming_interface_is_held_to_it(administrator, request, at_desk, name, status):
    module = request.getfixturevalue(name)
    url = reverse("wagtailadmin_api:pages:action", args=[module.pk, "publish"])
    assert at_desk(administrator).client.post(url).status_code == status
    assert is_live(module) is (status == 200)
    assert module.editions.count() == int(status == 200)


def test_scheduled_publishing_leaves_out_the_bad_page_and_goes_on(unfinished, finished, educator, caplog):
    bad = schedule(unfinished, educator)
    schedule(finished, educator)
    call_command("publish_scheduled")
    bad.refresh_from_db()
    assert bad.approved_go_live_at is None
    assert not is_live(unfinished)
    assert is_live(finished)
    assert finished.editions.get().published_by == educator
    assert "Not published as scheduled" in caplog.text


def test_a_schedule_makes_no_edition_before_its_hour(administrator, finished, at_desk):
    tomorrow = timezone.now() + datetime.timedelta(days=1)
    form = module_form(go_live_at=tomorrow.strftime("%Y-%m-%d %H:%M"))
    at_desk(administrator).save(finished, form, "publish")
    assert ModulePage.objects.get(pk=finished.pk).approved_schedule
    assert not Edition.objects.exists()


def test_a_failure_on_the_way_leaves_nothing_live(finished, monkeypatch):
    def fail(**kwargs):
        raise RuntimeError

    monkeypatch.setattr("modules.editions.freeze_edition", fail)
    with pytest.raises(RuntimeError):
        finished.get_latest_revision().publish()
    assert not is_live(finished)


def test_publishing_the_same_draft_again_repeats_neither_note_nor_edition(finished):
    finished.get_latest_revision().publish()
    ModulePage.objects.get(pk=finished.pk).unpublish()
    ModulePage.objects.get(pk=finished.pk).get_latest_revision().publish()
    assert finished.editions.count() == 1
    assert is_live(finished)


def test_the_next_edition_needs_a_note_of_its_own(finished):
    finished.get_latest_revision().publish()
    with pytest.raises(ValidationError, match="last Edition"):
        publish_again(ModulePage.objects.get(pk=finished.pk), note="First Edition.", summary="New.")
    assert finished.editions.count() == 1
