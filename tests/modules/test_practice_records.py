"""An educator writes a practice record in the CMS, and asks questions about it."""

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.urls import reverse
from wagtail.test.utils.form_data import streamfield

from modules.models import ModulePage, PracticeRecord
from modules.practice.record import SECTIONS
from modules.questions.find_in_record import FindInRecord
from modules.reading import outline_of_page
from tests.factories import ModuleFactory, PersonFactory
from tests.factories.modules import section as raw_section
from tests.factories.practice import (
    PracticeRecordFactory,
    entry,
    find_question,
    publish_record_again,
    reason,
    tick,
    visit,
)
from tests.modules import record_forms as forms
from tests.modules.desk import said, wrong
from tests.modules.forms import module_form, section

pytestmark = pytest.mark.django_db

SNIPPET = "wagtailsnippets_modules_practicerecord"
PUBLISH = {"action-publish": "on"}
LABEL = "Fictional training record"


@pytest.fixture
def desk(at_desk, educator):
    return at_desk(educator)


@pytest.fixture
def record(db):
    return PracticeRecordFactory()


def write(desk, **more):
    return desk.post(f"{SNIPPET}:add", **(forms.record_form() | more))


def edit(desk, record, form, **more):
    return desk.post(f"{SNIPPET}:edit", record.pk, **(form | more))


# Writing one


def test_an_educator_writes_a_new_patient_and_uses_them_in_a_module(desk, at_desk, administrator, catalogue):
    assert "published" in said(write(desk, **PUBLISH))
    record = PracticeRecord.objects.get()
    assert record.live
    content = section("Look", forms.record_visit(record), forms.find(record))
    form = module_form(sections=streamfield([content]), check_questions=streamfield([forms.find(record)]))
    add = ("wagtailadmin_pages:add", "modules", "modulepage", catalogue.pk)
    at_desk(administrator).post(*add, **(form | PUBLISH))
    outline = ModulePage.objects.get().editions.newest().outline
    shown, asked = outline.sections[0].parts
    assert shown.record.person == "Idris Penhallow"
    assert [row.ref for row in shown.record.entries] == ["warfarin", "letter"]
    assert isinstance(asked, FindInRecord)
    assert asked.answered_in == ("documents",)
    assert outline.check[0].record.key == shown.record.key


def test_what_was_written_comes_back_as_plain_data(desk):
    write(desk, **PUBLISH)
    record = PracticeRecord.objects.get().plain
    letter = record.entry("letter")
    assert (letter.section, letter.days_ago, letter.conflicts_with) == ("documents", 21, "warfarin")
    assert "In full." in letter.detail
    assert [row.ref for row in record.contradicting(record.entry("warfarin"))] == ["letter"]
    assert [each.opens for each in record.reasons] == [True, False]
    assert record.feeds[0].is_troubled
    assert record.flags[0].title == "Hearing"


def test_a_draft_may_be_unfinished(desk):
    response = desk.post(f"{SNIPPET}:add", **forms.unfinished_form())
    assert response.status_code == 302, wrong(response)
    record = PracticeRecord.objects.get()
    assert not record.live
    assert record.plain.entries == ()


def test_a_draft_may_have_rows_half_written(desk):
    half = streamfield([forms.row("medicines", "", what="", days_ago="")])
    response = desk.post(f"{SNIPPET}:add", **forms.record_form(entries=half))
    assert response.status_code == 302, wrong(response)
    record = PracticeRecord.objects.get()
    assert record.plain.matching()[0].days_ago == 0
    assert LABEL in record.make_preview_request().render().content.decode()


TWICE = [forms.row("alerts", "same"), forms.row("contacts", "same")]
NAMED_TWICE = "Two rows have this short name. Give each its own."


@pytest.mark.parametrize(
    ("rows", "place", "block", "message"),
    [
        (TWICE, 0, "ref", NAMED_TWICE),
        (TWICE, 1, "ref", NAMED_TWICE),
        (
            [forms.row("alerts", "one", conflicts_with="two")],
            0,
            "conflicts_with",
            "No row of this record has this short name.",
        ),
        (
            [forms.row("alerts", "one", conflicts_with="one")],
            0,
            "conflicts_with",
            "A row cannot contradict itself.",
        ),
        ([forms.row("alerts", "Not a name")], 0, "ref", "Use small letters, digits and hyphens."),
    ],
)
def test_rows_that_cannot_be_are_refused_at_their_block(desk, rows, place, block, message):
    answer = desk.post(f"{SNIPPET}:add", **(forms.record_form(entries=streamfield(rows)) | PUBLISH))
    error = answer.context["form"].errors.as_data()["entries"][0].block_errors[place].block_errors[block]
    assert error.messages == [message]
    assert message in answer.content.decode()
    assert not PracticeRecord.objects.exists()


def test_a_record_that_nobody_could_open_is_refused_beside_its_reasons(desk):
    shut = streamfield([forms.why("curious", "unsafe"), forms.why("bored", "unsafe")])
    answer = desk.post(f"{SNIPPET}:add", **(forms.record_form(reasons=shut) | PUBLISH))
    assert set(wrong(answer)) == {"reasons"}
    assert "At least one must open the record." in answer.content.decode()
    assert desk.post(f"{SNIPPET}:add", **forms.record_form(reasons=shut)).status_code == 302  # as a draft


def test_a_real_looking_nhs_number_is_refused_even_in_a_draft(desk):
    answer = desk.post(f"{SNIPPET}:add", **forms.record_form(nhs_number="943 476 5919"))
    assert "from the test range" in wrong(answer)["nhs_number"][0]


def test_no_way_of_publishing_lets_an_unfinished_record_out(record):
    with pytest.raises(ValidationError, match="reasons"):
        publish_record_again(record, reasons=[reason("curious", "unsafe"), reason("bored", "unsafe")])
    with pytest.raises(ValidationError, match="entries"):
        publish_record_again(record, entries=[entry("one", "alerts", "x"), entry("one", "alerts", "y")])
    record.refresh_from_db()
    assert len(record.plain.reasons) == 3


# Looking at it


def test_the_preview_shows_every_section_and_says_that_it_is_fictional(record):
    soup = BeautifulSoup(record.make_preview_request().render().content, "html.parser")
    text = " ".join(soup.main.get_text(" ").split())
    assert LABEL in text
    headings = [heading.get_text(strip=True) for heading in soup.find_all("h2")]
    assert [name for name in headings if name in SECTIONS.values()] == list(SECTIONS.values())
    for part in (
        "Amlodipine 5 mg",
        "Dear GP",
        "Win has said yes.",
        "Because curious",
        "R Iqbal",
        "Ring them.",
    ):
        assert part in text
    links = {link["href"] for link in soup.main.select(".app-record__conflict a")}
    assert links == {"#row-letter", "#row-amlodipine", "#row-allergy", "#row-old-allergy"}
    assert all(soup.find(id=link.removeprefix("#")) for link in links)


def test_a_modules_preview_shows_the_way_in_and_the_question(record):
    module = ModuleFactory(
        draft=True, sections=[raw_section("Look", visit("v", record), find_question("q", record))]
    )
    html = module.make_preview_request(preview_mode="answers").render().content.decode()
    assert html.count(LABEL) == 2
    assert "Letter: start vitamin D" in html


def test_a_modules_preview_stands_a_record_that_is_not_chosen_yet():
    module = ModuleFactory(draft=True)
    block = {"type": "record_visit", "id": "a", "value": {"record": None, "task": "<p>Look.</p>"}}
    asked = {
        "question": "Which?",
        "skill": "act",
        "why": "",
        "record": None,
        "options": [tick("x", row="gone")],
    }
    module.sections = [raw_section("Look", block, {"type": "find_in_record", "id": "b", "value": asked})]
    html = module.make_preview_request(preview_mode="learner").render().content.decode()
    assert "No record is chosen yet" in html
    assert "No row is called “gone”" in html


def test_the_listing_names_people_and_finds_them(desk, record):
    PracticeRecordFactory(person="Idris Penhallow", nhs_number="999 104 5309", draft=True)
    assert "Idris Penhallow" in desk.get(f"{SNIPPET}:list").content.decode()
    found = desk.get(f"{SNIPPET}:list", q="Winifred").content.decode()
    assert "Winifred Tansley" in found
    assert "Idris Penhallow" not in found


# Who may


def test_a_reviewer_reads_and_changes_nothing(at_desk, reviewer, record):
    desk = at_desk(reviewer)
    assert "Winifred Tansley" in desk.get(f"{SNIPPET}:list").content.decode()
    shown = desk.get(f"{SNIPPET}:inspect", record.pk).content.decode()
    assert "Letter: start vitamin D" in shown
    assert LABEL in shown
    for answer in (write(desk), edit(desk, record, forms.record_form())):
        assert answer.status_code in (302, 403)
    assert [each.person for each in PracticeRecord.objects.all()] == ["Winifred Tansley"]


def test_educators_change_a_record_and_learners_keep_their_edition(desk, record):
    module = ModuleFactory(sections=[raw_section("Look", visit("v", record))])
    assert "published" in said(edit(desk, record, forms.record_form(), **PUBLISH))
    assert outline_of_page(module).sections[0].parts[1].record.person == "Idris Penhallow"
    assert module.editions.newest().outline.sections[0].parts[1].record.person == "Winifred Tansley"


def test_a_record_that_an_edition_shows_cannot_be_deleted(at_desk, record):
    ModuleFactory(sections=[raw_section("Look", visit("v", record))])
    desk = at_desk(PersonFactory(administrator=True))
    assert "cannot be deleted" in said(desk.post(f"{SNIPPET}:delete", record.pk))
    bulk = reverse("wagtail_bulk_action", args=["modules", "practicerecord", "delete"])
    assert "cannot be deleted" in said(desk.client.post(f"{bulk}?id={record.pk}"))
    assert PracticeRecord.objects.exists()


def test_a_record_that_nothing_shows_goes(at_desk, record):
    at_desk(PersonFactory(administrator=True)).post(f"{SNIPPET}:delete", record.pk)
    assert not PracticeRecord.objects.exists()
