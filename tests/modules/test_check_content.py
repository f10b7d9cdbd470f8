"""`check_content` lists what is wrong with everything published, and fails when it must."""

import datetime
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from modules.content_checks.pages import check_outcomes, check_pictures, check_scenarios
from modules.models import ModulePage
from tests.factories import ModuleFactory
from tests.factories.modules import block_id, line, one_question, section
from tests.factories.places import LocalFactFactory, MomentFactory, VolatileFactFactory

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate


def question(name: str, outcome: int = 1) -> dict[str, Any]:
    raw = one_question(name)
    raw["value"]["outcome"] = outcome
    return raw


def module(**fields: Any) -> ModulePage:
    """A module with nothing to mend."""
    return ModuleFactory(
        **({"sections": [section("Story")], "check_questions": [question("check")]} | fields)
    )


def text(html: str) -> list[dict[str, Any]]:
    return [section("Story", {"type": "text", "id": block_id(html), "value": html})]


def checked(*arguments: str) -> tuple[int, str]:
    """The exit status, and what was printed."""
    out = StringIO()
    try:
        call_command("check_content", *arguments, stdout=out)
    except CommandError as error:
        return error.returncode, out.getvalue()
    return 0, out.getvalue()


def test_what_is_right_passes_even_strictly() -> None:
    module()
    MomentFactory()
    LocalFactFactory()
    assert checked("--strict") == (0, "Nothing to mend.\n")


@pytest.mark.parametrize(
    ("html", "says"),
    [
        ("<p>Ring <b>020 7946</b> 0018.</p>", "telephone"),
        ("<p>Number 943 476 5919.</p>", "NHS number"),
        ("<p>GDPR stops us sharing.</p>", "does not stop"),
        ('<p><a href="htp://nowhere">Look</a></p>', "no address"),
        ('<p><a linktype="page" id="999999">Look</a></p>', "not published"),
        ('<p><a linktype="document" id="999999">Read</a></p>', "not there"),
    ],
)
def test_what_no_text_may_hold_is_found_with_its_place(html: str, says: str) -> None:
    module(title="Leaving hospital", sections=text(html))
    status, printed = checked()
    assert status == 1
    assert says in printed
    assert "Leaving hospital" in printed
    assert "Story" in printed


def test_a_link_to_a_page_that_was_taken_back_is_found() -> None:
    other = module()
    module(sections=text(f'<p><a linktype="page" id="{other.pk}">Look</a></p>'))
    assert checked()[0] == 0
    other.unpublish()
    assert checked()[0] == 1


@pytest.mark.parametrize("overdue", [module, MomentFactory, lambda **_: LocalFactFactory(overdue=True)])
def test_whatever_is_past_its_review_is_found(overdue: Any) -> None:
    overdue(review_by=TODAY() - datetime.timedelta(days=1))
    status, printed = checked()
    assert (status, "checked again" in printed) == (1, True)


@pytest.mark.parametrize(("days", "usual", "strict"), [(-1, 0, 0), (10, 0, 1), (31, 1, 1)])
def test_a_fact_that_moves_is_a_warning_for_a_month_and_then_an_error(
    days: int, usual: int, strict: int
) -> None:
    page = module()
    page.volatile_facts.add(VolatileFactFactory(review_by=TODAY() - datetime.timedelta(days=days)))
    page.change_note = "It rests on a fact that moves."
    page.save_revision().publish()
    assert checked()[0] == usual
    assert checked("--strict")[0] == strict


def test_drafts_and_what_was_taken_back_are_left_alone() -> None:
    module(sections=text("<p>Number 943 476 5919.</p>")).unpublish()
    ModuleFactory(draft=True, sections=text("<p>Number 943 476 5919.</p>"))
    assert checked()[0] == 0


def test_an_outcome_that_no_question_is_about_is_a_warning() -> None:
    page = module(outcomes=[line("Look"), line("Act")])
    assert ["Act" in found.message for found in check_outcomes(page, TODAY())] == [True]
    assert checked()[0] == 0
    assert checked("--strict")[0] == 1


def test_a_picture_without_words_is_found() -> None:
    from wagtail.images.models import Image
    from wagtail.images.tests.utils import get_test_image_file

    image = Image.objects.create(title="ward", file=get_test_image_file())
    value = {"image": {"image": image.pk, "decorative": False, "alt_text": " "}, "caption": ""}
    page = ModulePage(sections=[section("Story", {"type": "picture", "id": block_id("p"), "value": value})])
    assert len(list(check_pictures(page, TODAY()))) == 1


def test_a_situation_that_nobody_reaches_is_found_by_its_name() -> None:
    choice = {"text": "Go", "verdict": "good", "feedback": "Good.", "next": "end", "hits": [], "misses": []}
    node: dict[str, Any] = {"title": "A", "text": "<p>A</p>", "record": None, "rows": []}
    choices = [{"type": "item", "id": str(n), "value": choice | {"text": f"Go {n}"}} for n in range(2)]
    ending = {
        "key": "end",
        "title": "End",
        "kind": "good",
        "person": "<p>Well.</p>",
        "next_worker": "<p>Saw.</p>",
    }
    value = {
        "title": "Calls",
        "introduction": "<p>Here.</p>",
        "starts": [{"node": "first", "label": "You are here", "roles": []}],
        "nodes": [node | {"key": key, "choices": choices} for key in ("first", "island")],
        "endings": [ending],
    }
    page = ModulePage(sections=[section("Story", {"type": "scenario", "id": block_id("s"), "value": value})])
    messages = [found.message for found in check_scenarios(page, TODAY())]
    assert len(messages) == 1
    assert messages[0].startswith("island:")
