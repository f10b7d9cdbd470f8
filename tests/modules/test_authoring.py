"""An educator writes a module in the CMS."""

import pytest
from wagtail.test.utils.form_data import streamfield

from modules.completeness import REQUIRED
from modules.models import ModulePage
from modules.reading import outline_of_page
from tests.modules.desk import said, wrong
from tests.modules.forms import (
    callout,
    draft_form,
    excerpt,
    module_form,
    multiple,
    option,
    section,
    single,
    text,
    true_false,
)

pytestmark = pytest.mark.django_db
ADD = ("wagtailadmin_pages:add", "modules", "modulepage")


@pytest.fixture
def draft(at_desk, educator, catalogue):
    at_desk(educator).post(*ADD, catalogue.pk, **draft_form())
    return ModulePage.objects.get()


def newest(draft):
    return ModulePage.objects.get(pk=draft.pk).get_latest_revision_as_object()


def test_a_draft_with_a_title_alone_is_saved(at_desk, educator, catalogue):
    response = at_desk(educator).post(*ADD, catalogue.pk, **draft_form("Only a title"))
    page = ModulePage.objects.get()
    assert page.title == "Only a title"
    assert not page.live
    assert "created" in said(response)


def test_a_draft_may_hold_half_a_question_and_an_empty_record(at_desk, educator, draft):
    form = draft_form(
        sections=streamfield([section("", excerpt(nhs_number="", person=""))]),
        check_questions=streamfield(
            [single(option("yes")), multiple(option("")), true_false(option("late"))]
        ),
    )
    at_desk(educator).save(draft, form)
    assert len(newest(draft).check_questions) == 3
    assert newest(draft).sections[0].value["content"][0].block_type == "record_excerpt"


def test_every_kind_of_block_comes_back_as_it_was_written(at_desk, educator, draft):
    content = section("Where to look", text(), callout("Ask"), excerpt(), single(), multiple(), true_false())
    checks = [single(), multiple(), true_false()]
    form = module_form(sections=streamfield([content]), check_questions=streamfield(checks))
    assert "submitted" in said(at_desk(educator).save(draft, form, "submit"))
    outline = outline_of_page(newest(draft))
    assert [question.type for question in outline.check] == ["single_choice", "multiple_choice", "true_false"]
    assert outline.check[0].right == outline.check[0].options[0].id
    assert [option.text for option in outline.check[1].options if option.is_right] == ["a", "b"]
    assert outline.check[2].verdicts[1].is_right
    assert len(outline.sections[0].questions) == 3
    html = " ".join(getattr(part, "html", "") for part in outline.sections[0].parts)
    assert "Look early." in html
    assert "Fictional training record" in html
    assert "999 101 2001" in html


@pytest.mark.parametrize("action", ["submit", "publish"])
def test_an_unfinished_module_comes_back_with_a_message_beside_each_field(
    at_desk, administrator, draft, action
):
    answer = at_desk(administrator).save(draft, draft_form("Half a module"), action)
    errors = wrong(answer)
    for name in set(REQUIRED) - {"minutes"}:
        assert errors[name] == [REQUIRED[name]]
    html = answer.content.decode()
    assert 'value="Half a module"' in html
    assert REQUIRED["summary"] in html
    assert REQUIRED["roles"] in html
    assert not ModulePage.objects.get().live


def test_what_was_typed_is_kept_when_something_is_missing(at_desk, educator, draft):
    answer = at_desk(educator).save(
        draft, module_form(summary="", outcomes=streamfield([("line", "Kept words")])), "submit"
    )
    assert wrong(answer) == {"summary": [REQUIRED["summary"]]}
    assert "Kept words" in answer.content.decode()


def test_each_role_needs_its_benefit(at_desk, educator, draft, roles):
    both = [str(roles["nurse"].pk), str(roles["doctor"].pk)]
    errors = wrong(at_desk(educator).save(draft, module_form(roles=both), "submit"))
    assert errors["how_it_helps"] == ["Say how the record helps these roles too: Doctor."]


def test_too_long_a_summary_is_not_called_missing(at_desk, educator, draft):
    errors = wrong(at_desk(educator).save(draft, module_form(summary="x" * 401), "submit"))
    assert "at most 400 characters" in errors["summary"][0]


@pytest.mark.parametrize(
    ("question", "message"),
    [
        (single(option("yes"), option("no")), "Mark exactly one option as right: 0 are."),
        (
            single(option("yes", right=True), option("no", right=True)),
            "Mark exactly one option as right: 2 are.",
        ),
        (single(option("Yes", right=True), option(" yes")), "Two options say the same."),
        (single(option("yes", right=True)), "The minimum number of items is 2"),
        (multiple(option("a"), option("b"), option("c")), "Mark at least one option as right."),
        (multiple(option("a", right=True), option("A"), option("c")), "Two options say the same."),
        (true_false(option("late"), option("never")), "Mark exactly one option as right: 0 are."),
        (true_false(option("late", right=True), option("Late")), "Two options say the same."),
    ],
)
def test_an_unfair_question_is_refused_beside_its_options(at_desk, educator, draft, question, message):
    answer = at_desk(educator).save(draft, module_form(check_questions=streamfield([question])), "submit")
    nested = answer.context["form"].errors.as_data()["check_questions"][0].block_errors[0].block_errors
    assert set(nested) <= {"options", "reasons"}
    assert message in answer.content.decode()


def test_a_real_looking_nhs_number_is_refused_even_in_a_draft(at_desk, educator, draft):
    form = draft_form(sections=streamfield([section("S", excerpt(nhs_number="943 476 5919"))]))
    assert "from the test range" in at_desk(educator).save(draft, form).content.decode()


def test_a_change_note_says_something_new_each_time(at_desk, administrator, draft):
    desk = at_desk(administrator)
    assert "published" in said(desk.save(draft, module_form(), "publish"))
    errors = wrong(desk.save(draft, module_form(summary="New."), "publish"))
    assert errors == {
        "change_note": ["This is what the last Edition said. Say in one line what changed since."]
    }
    desk.save(draft, module_form(summary="New.", change_note="The summary.", change="minor"), "publish")
    assert list(draft.editions.values_list("number", "change", "change_note")) == [
        (1, "material", "First Edition."),
        (2, "minor", "The summary."),
    ]


def test_the_editor_shows_the_history(at_desk, administrator, draft):
    desk = at_desk(administrator)
    assert (
        "None yet. Publishing makes the first."
        in desk.get("wagtailadmin_pages:edit", draft.pk).content.decode()
    )
    desk.save(draft, module_form(), "publish")
    html = desk.get("wagtailadmin_pages:edit", draft.pk).content.decode()
    assert "Edition 1" in html
    assert "First Edition." in html
    assert "Nobody: published without clinical review" in html


def test_the_editor_shows_the_reading_age_of_what_was_saved(at_desk, administrator, draft):
    desk = at_desk(administrator)
    desk.save(draft, module_form(), "publish")
    html = desk.get("wagtailadmin_pages:edit", draft.pk).content.decode()
    assert "Save a draft to see its reading age" not in html
    assert "Sentences over 20 words" in html


def test_an_educator_extends_the_capabilities_but_not_the_roles(at_desk, educator):
    desk, new = at_desk(educator), {"name": "Falls", "slug": "falls", "position": "90", "description": ""}
    assert "created" in said(desk.post("wagtailsnippets_modules_capability:add", **new))
    assert "permission" in said(desk.post("wagtailsnippets_modules_role:add", **new))
