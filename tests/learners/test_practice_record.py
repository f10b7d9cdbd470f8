"""A learner opens a practice record and reads it."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from learners.attempts.models import RecordAccess, RecordView
from modules.practice.record import SECTIONS
from tests.factories import MembershipFactory, PersonFactory, start_attempt
from tests.factories.modules import block_id
from tests.factories.practice import PracticeRecordFactory, publish_record_again
from tests.learners.at_a_record import QUESTION, VISIT, answer, door, give, module_with, viewer, words

pytestmark = pytest.mark.django_db
LABEL = "Fictional training record"


@pytest.fixture
def record() -> Any:
    return PracticeRecordFactory()


@pytest.fixture
def module(record: Any) -> Any:
    return module_with(record)


@pytest.fixture
def nurse() -> Any:
    return MembershipFactory(person__first_name="Amara").person


@pytest.fixture
def attempt(nurse: Any, module: Any) -> Any:
    return start_attempt(nurse, module, nurse.memberships.get().organisation)


@pytest.fixture
def visitor(signed_in: Any, nurse: Any) -> Any:
    return signed_in(nurse)


# At the door


def test_the_section_shows_the_task_and_the_way_to_the_door(visitor: Any, attempt: Any) -> None:
    page = visitor.get(reverse("attempts:section", args=[attempt.pk, 1]))
    assert "Who should know?" in words(page)
    link = BeautifulSoup(page.text, "html.parser").find("a", href=door(attempt))
    assert link.get_text(strip=True) == "Open the record"


def test_the_door_shows_the_permission_step_and_every_reason(visitor: Any, attempt: Any) -> None:
    page = visitor.get(door(attempt))
    assert "Win has said yes." in words(page)
    for name in ("care", "checking", "curious"):
        assert f"Because {name}" in words(page)
    assert "Amlodipine" not in page.text


@pytest.mark.parametrize(
    ("reason", "heading"),
    [("care", "The record is open"), ("checking", "The record is open, but say more")],
)
def test_a_reason_that_is_not_unsafe_opens_it_with_its_feedback(
    visitor: Any, attempt: Any, reason: str, heading: str
) -> None:
    page = give(visitor, attempt, reason)
    assert page.redirect_chain[-1][0] == viewer(attempt, given=reason)
    assert heading in words(page)
    assert f"On {reason}." in words(page)
    assert RecordAccess.objects.get().opened


def test_an_unsafe_reason_keeps_it_shut_says_why_and_is_kept(visitor: Any, attempt: Any) -> None:
    page = give(visitor, attempt, "curious")
    assert "The record stays shut" in words(page)
    assert "On curious." in words(page)
    access = RecordAccess.objects.get()
    assert (access.reason_id, access.opened) == ("curious", False)
    assert visitor.get(viewer(attempt)).url == door(attempt)
    assert not RecordView.objects.exists()


def test_a_reason_given_twice_or_from_two_tabs_is_kept_once(visitor: Any, attempt: Any) -> None:
    for reason in ("care", "care", "curious", "curious"):
        give(visitor, attempt, reason)
    assert sorted(RecordAccess.objects.values_list("reason_id", flat=True)) == ["care", "curious"]
    assert visitor.get(viewer(attempt)).status_code == 200


def test_no_reason_or_a_made_up_one_is_asked_for_again(visitor: Any, attempt: Any) -> None:
    assert "Choose a reason" in words(visitor.post(door(attempt), {}))
    assert "Choose one of the reasons shown" in words(give(visitor, attempt, "forged"))
    assert not RecordAccess.objects.exists()


def test_an_open_record_asks_for_no_reason_again(visitor: Any, attempt: Any) -> None:
    give(visitor, attempt)
    assert visitor.get(door(attempt)).url == viewer(attempt)
    page = visitor.get(reverse("attempts:section", args=[attempt.pk, 1]))
    assert "Open the record again" in words(page)


def test_feedback_is_shown_only_to_a_reason_that_was_given(visitor: Any, attempt: Any) -> None:
    give(visitor, attempt, "curious")
    assert "On care." not in visitor.get(f"{door(attempt)}?given=care").text


# In the record


def test_the_banner_stands_on_every_screen(visitor: Any, attempt: Any) -> None:
    give(visitor, attempt)
    for screen in ("overview", *SECTIONS, "all", "looked"):
        said = words(visitor.get(viewer(attempt, section=screen)))
        for fact in (
            "Winifred Tansley",
            "Win",
            "82",
            "999 101 2001",
            "Sit on her left",
        ):
            assert fact in said
        assert "Brackwater Hospitals: today's batch has not arrived." in said
        assert "Vale Ambulance: does not share here." in said


def test_the_way_back_to_the_module_is_on_every_screen(visitor: Any, attempt: Any) -> None:
    back = f"{reverse('attempts:section', args=[attempt.pk, 1])}#visit-{VISIT}"
    assert back in visitor.get(door(attempt)).text
    give(visitor, attempt)
    for screen in ("overview", "documents", "all", "looked"):
        assert back in visitor.get(viewer(attempt, section=screen)).text


def test_sections_stand_in_the_order_of_the_standard_with_their_counts(visitor: Any, attempt: Any) -> None:
    give(visitor, attempt)
    soup = BeautifulSoup(visitor.get(viewer(attempt)).text, "html.parser")
    links = [" ".join(link.get_text().split()) for link in soup.select(".app-viewer__nav a")]
    assert links[1:10] == [
        "About me 1 row", "Alerts and allergies 2 rows", "Problems 0 rows", "Medicines 1 row",
        "Recent contacts 0 rows", "Letters and documents 1 row", "Care and support plan 0 rows",
        "Contacts 0 rows", "End of life plan 0 rows",
    ]  # fmt: skip


def test_a_section_shows_its_rows_and_no_other(visitor: Any, attempt: Any) -> None:
    give(visitor, attempt)
    said = words(visitor.get(viewer(attempt, section="documents")))
    for part in ("Letter: start vitamin D", "Current", "3 weeks ago", "Clinic doctor", "Dear GP"):
        assert part in said
    assert "trimethoprim" not in said
    assert "Last came yesterday." in said  # the late feed would be seen here


def test_an_empty_section_does_not_say_that_there_is_nothing(visitor: Any, attempt: Any) -> None:
    give(visitor, attempt)
    said = words(visitor.get(viewer(attempt, section="problems")))
    assert "Nothing is shared here. That does not mean that there is nothing." in said
    assert "Vale Ambulance: does not share here. Ring them." in said


def test_rows_in_conflict_lead_to_one_another(visitor: Any, attempt: Any) -> None:
    give(visitor, attempt)
    medicines, documents = (
        visitor.get(viewer(attempt, section=name)).text for name in ("medicines", "documents")
    )
    assert f'href="{viewer(attempt, section="documents")}#row-letter"' in medicines
    assert 'id="row-letter"' in documents
    assert f'href="{viewer(attempt, section="medicines")}#row-amlodipine"' in documents
    alerts = BeautifulSoup(visitor.get(viewer(attempt, section="alerts")).text, "html.parser")
    assert len(alerts.select(".app-record__conflict")) == 2


@pytest.mark.parametrize(
    ("wanted", "shown"),
    [
        ({}, {"about-hearing", "allergy", "old-allergy", "amlodipine", "letter"}),
        ({"within": "30"}, {"amlodipine", "letter"}),
        ({"within": "365"}, {"about-hearing", "amlodipine", "letter"}),
        ({"source": "Brackwater Hospitals"}, {"old-allergy", "letter"}),
        ({"source": "Brackwater Hospitals", "within": "30"}, {"letter"}),
    ],
)
def test_everything_is_filtered_by_source_and_date(
    visitor: Any, attempt: Any, wanted: dict[str, str], shown: set[str]
) -> None:
    give(visitor, attempt)
    page = visitor.get(viewer(attempt, section="all", **wanted))
    texts = {
        "about-hearing": "I hear better", "allergy": "trimethoprim", "old-allergy": "No known allergies",
        "amlodipine": "Amlodipine 5 mg", "letter": "Letter: start vitamin D",
    }  # fmt: skip
    rows = BeautifulSoup(page.text, "html.parser").select("tbody th")
    found = {name for name, text in texts.items() if any(text in row.get_text() for row in rows)}
    assert found == shown
    assert f"{len(shown)} of 5 rows." in words(page)


def test_a_filter_that_is_not_understood_says_so_and_shows_everything(visitor: Any, attempt: Any) -> None:
    give(visitor, attempt)
    said = words(visitor.get(viewer(attempt, section="all", source="Nowhere", within="x")))
    assert "Choose one of the sources shown" in said
    assert "Choose one of the dates shown" in said
    assert "5 of 5 rows." in said


def test_who_has_looked_begins_with_the_learner(visitor: Any, attempt: Any, nurse: Any) -> None:
    give(visitor, attempt, "curious")
    give(visitor, attempt, "care")
    soup = BeautifulSoup(visitor.get(viewer(attempt, section="looked")).text, "html.parser")
    rows = [" ".join(row.get_text(" ").split()) for row in soup.select("tbody tr")]
    place = nurse.memberships.get().organisation.name
    assert len(rows) == 3
    assert all(part in rows[0] for part in ("Amara Example", "(you)", f"Nurse, {place}", "Because care"))
    assert "Not opened" not in rows[0]
    assert "Because curious Not opened." in rows[1]
    assert "R Iqbal" in rows[2]


def test_somebody_without_an_employer_is_a_learner_in_the_trail(signed_in: Any, module: Any) -> None:
    person = PersonFactory()
    visitor, attempt = signed_in(person), start_attempt(person, module)
    give(visitor, attempt)
    assert "Learner" in words(visitor.get(viewer(attempt, section="looked")))


def test_a_section_that_no_record_has_is_not_found(visitor: Any, attempt: Any) -> None:
    give(visitor, attempt)
    assert visitor.get(viewer(attempt, section="gossip")).status_code == 404


def test_the_record_stays_as_its_edition_froze_it(visitor: Any, attempt: Any, record: Any) -> None:
    publish_record_again(record, person="Somebody Else", permission="<p>Changed.</p>")
    give(visitor, attempt)
    assert "Somebody Else" not in visitor.get(viewer(attempt)).text


# The label


def test_every_state_says_that_the_record_is_fictional(visitor: Any, attempt: Any) -> None:
    at_the_door = [
        visitor.get(door(attempt)),
        visitor.post(door(attempt), {}),
        give(visitor, attempt, "curious"),
    ]
    opened = [give(visitor, attempt, "checking"), give(visitor, attempt, "care")]
    screens = [
        visitor.get(viewer(attempt, section=name)) for name in ("overview", *SECTIONS, "all", "looked")
    ]
    filtered = [
        visitor.get(viewer(attempt, section="all", within="30")),
        visitor.get(viewer(attempt, section="all", source="Nowhere")),
    ]
    in_place = [visitor.get(reverse("attempts:section", args=[attempt.pk, 1])), answer(visitor, attempt)]
    for page in (*at_the_door, *opened, *screens, *filtered, *in_place):
        label = BeautifulSoup(page.text, "html.parser").select_one("main .app-record__fiction")
        assert label is not None, page.request["PATH_INFO"]
        assert label.get_text(strip=True) == LABEL
        assert LABEL in BeautifulSoup(page.text, "html.parser").title.get_text() or page in in_place


# Whose it is


def test_somebody_elses_record_is_not_found(visitor: Any, module: Any) -> None:
    theirs = start_attempt(PersonFactory(), module)
    assert visitor.get(door(theirs)).status_code == 404
    assert visitor.post(door(theirs), {"reason": "care"}).status_code == 404
    assert visitor.get(viewer(theirs)).status_code == 404
    assert not RecordAccess.objects.exists()


@pytest.mark.parametrize("part", [QUESTION, block_id("Look text"), "nothing"])
def test_what_is_no_visit_has_no_record(visitor: Any, attempt: Any, part: str) -> None:
    assert visitor.get(door(attempt, part)).status_code == 404


def test_a_record_opens_no_sooner_than_its_section(visitor: Any, attempt: Any) -> None:
    page = visitor.get(door(attempt, block_id("later")), follow=True)
    assert "This section is not open yet." in page.text
