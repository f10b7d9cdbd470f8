"""Whoever did a module before does only what has changed, or a refresher."""

from typing import Any

import pytest
from django.urls import reverse

from learners.attempts.actions import start
from learners.attempts.completing import confirm
from learners.attempts.journal import NotNow
from learners.attempts.models import Attempt, Extent
from learners.attempts.player import Stage, place
from learners.attempts.selectors import progress_of
from learners.records.models import Completion, LearningEvent, Verb
from modules.models import ModulePage
from tests.factories import MembershipFactory, ModuleFactory, finish_attempt, sit_check
from tests.factories.attempts import read_section
from tests.factories.modules import block_id, many_question, one_question, publish_again, section

pytestmark = pytest.mark.django_db

NEW_SECTION = [section("Story"), section("Where to look", one_question("in place")), section("New habits")]


@pytest.fixture
def nurse() -> Any:
    return MembershipFactory()


@pytest.fixture
def module(nurse: Any) -> ModulePage:
    page = ModuleFactory()
    finish_attempt(nurse.person, page, nurse.organisation)
    return page


def begin(nurse: Any, module: ModulePage, extent: Extent) -> Attempt:
    return start(module=module, organisation=nurse.organisation, by=nurse.person, extent=extent)


def stage_of(attempt: Attempt) -> Stage:
    attempt.refresh_from_db()
    return place(attempt.outline, progress_of(attempt)).stage


def test_where_a_section_changed_it_alone_is_read_and_confirmed(nurse: Any, module: ModulePage) -> None:
    publish_again(module, sections=NEW_SECTION)
    attempt = begin(nurse, module, Extent.CHANGES)
    assert [each.title for each in attempt.outline.sections] == ["New habits"]
    with pytest.raises(NotNow):
        confirm(attempt=attempt)
    read_section(attempt, attempt.outline.sections[0])
    assert stage_of(attempt) == Stage.CONFIRM
    confirm(attempt=attempt)
    confirm(attempt=attempt)
    done = Completion.objects.filter(registration=attempt.pk).get()
    assert done.only_changes
    assert done.score is None
    assert done.edition.number == 2
    assert stage_of(attempt) == Stage.FINISHED


def test_where_a_question_changed_it_alone_is_asked(nurse: Any, module: ModulePage) -> None:
    check = [many_question("check 2"), one_question("check 1", "Asked anew?")]
    publish_again(module, check_questions=check)
    attempt = begin(nurse, module, Extent.CHANGES)
    assert stage_of(attempt) == Stage.CHECK
    assert sit_check(attempt, right=False).passed is False
    sitting = sit_check(attempt)
    assert sitting.question_ids == [block_id("check 1")]
    done = Completion.objects.filter(registration=attempt.pk).get()
    assert (done.only_changes, done.score) == (True, 1)


def test_the_history_says_that_it_was_a_part(nurse: Any, module: ModulePage) -> None:
    publish_again(module, sections=NEW_SECTION)
    attempt = begin(nurse, module, Extent.CHANGES)
    read_section(attempt, attempt.outline.sections[0])
    confirm(attempt=attempt)
    events = LearningEvent.objects.filter(registration=attempt.pk)
    told = {event.verb: event.detail.get("extent") for event in events}
    assert told[Verb.LAUNCHED] == told[Verb.COMPLETED] == "changes"


@pytest.mark.parametrize("extent", [Extent.CHANGES, Extent.REFRESHER])
def test_who_never_did_the_module_does_all_of_it(nurse: Any, extent: Extent) -> None:
    module = ModuleFactory()
    publish_again(module, sections=NEW_SECTION)
    assert begin(nurse, module, extent).is_whole


def test_new_wording_asks_nothing(nurse: Any, module: ModulePage) -> None:
    publish_again(module, change="minor", sections=NEW_SECTION)
    assert begin(nurse, module, Extent.CHANGES).is_whole


def test_three_right_answers_renew_a_completion(nurse: Any, module: ModulePage) -> None:
    attempt = begin(nurse, module, Extent.REFRESHER)
    sitting = sit_check(attempt)
    assert len(sitting.question_ids) == 3
    done = Completion.objects.filter(registration=attempt.pk).get()
    assert (done.only_changes, done.evidence) == (False, "marked")


def test_a_second_refresher_asks_first_what_the_first_one_did_not(nurse: Any, module: ModulePage) -> None:
    first = sit_check(begin(nurse, module, Extent.REFRESHER))
    second = sit_check(begin(nurse, module, Extent.REFRESHER))
    assert len({*first.question_ids, *second.question_ids}) == 5


def test_what_was_missed_is_read_again_and_then_asked_again(nurse: Any, module: ModulePage) -> None:
    attempt = begin(nurse, module, Extent.REFRESHER)
    for _ in range(4):  # however often: nobody is locked out
        assert not sit_check(attempt, right=False).passed
        while stage_of(attempt) == Stage.SECTION:
            unread = place(attempt.outline, progress_of(attempt)).number
            read_section(attempt, attempt.outline.sections[unread - 1])
    assert attempt.section_ids
    assert sit_check(attempt).passed


def test_an_author_may_want_the_whole_module_again(nurse: Any, module: ModulePage) -> None:
    publish_again(module, change="minor", refresher="whole")
    assert begin(nurse, ModulePage.objects.get(), Extent.REFRESHER).is_whole


def test_a_refresher_does_not_stand_in_for_what_is_new(nurse: Any, module: ModulePage) -> None:
    publish_again(module, sections=NEW_SECTION)
    assert begin(nurse, module, Extent.REFRESHER).is_whole


def test_the_pages_lead_through_what_changed(nurse: Any, module: ModulePage, client: Any) -> None:
    publish_again(module, sections=NEW_SECTION, note="Ask before you look.")
    client.force_login(nurse.person)
    page = client.get(module.get_url()).text
    assert "Only what has changed" in page
    assert "Ask before you look." in page
    started = reverse("attempts:start", args=[module.translation_key])
    shown = client.post(started, {"extent": "changes"}, follow=True)
    assert "New habits" in shown.text
    asked = client.post(shown.redirect_chain[-1][0], follow=True)
    assert "Have you understood what changed?" in asked.text
    ended = client.post(asked.redirect_chain[-1][0], follow=True)
    assert "You are up to date" in ended.text
    assert "Do what has changed" not in client.get(module.get_url()).text
