"""A section that may distress says so first, and can be skipped."""

from typing import Any

import pytest
from django.urls import reverse

from learners.attempts.actions import finish_section, skip_section
from learners.attempts.journal import NotNow
from learners.attempts.models import SectionRead
from tests.factories import MembershipFactory, ModuleFactory, start_attempt
from tests.factories.modules import one_question, section

pytestmark = pytest.mark.django_db

WARNING = "<p>This section is about dying. Talk to somebody.</p>"


@pytest.fixture
def attempt(signed_in: Any) -> Any:
    member = MembershipFactory()
    signed_in(member.person)
    sections = [section("Hard", one_question("hard"), warning=WARNING), section("Easy")]
    return start_attempt(member.person, ModuleFactory(sections=sections), member.organisation)


@pytest.fixture
def here(attempt: Any) -> str:
    return reverse("attempts:section", args=[attempt.pk, 1])


def test_the_warning_comes_first_and_the_section_after_it(client: Any, here: str) -> None:
    page = client.get(here).text
    assert "about dying" in page
    assert "About Hard" not in page
    client.post(here, {"next": "show"})
    page = client.get(here).text
    assert "About Hard" in page
    assert "Skip this section" not in page


def test_skipping_leads_on_and_leaves_its_question_unanswered(client: Any, attempt: Any, here: str) -> None:
    answer = client.post(here, {"next": "skip"})
    assert answer.url == reverse("attempts:section", args=[attempt.pk, 2])
    assert SectionRead.objects.get().was_skipped
    assert not attempt.responses.exists()
    client.post(here, {"next": "skip"})  # twice
    assert SectionRead.objects.count() == 1


def test_what_was_skipped_can_still_be_read(client: Any, here: str) -> None:
    client.post(here, {"next": "skip"})
    client.post(here, {"next": "show"})
    assert "About Hard" in client.get(here).text


def test_only_a_section_with_a_warning_can_be_skipped(attempt: Any) -> None:
    easy = attempt.edition.outline.sections[1]
    with pytest.raises(NotNow):
        skip_section(attempt=attempt, section=easy)
    skip_section(attempt=attempt, section=attempt.edition.outline.sections[0])
    with pytest.raises(NotNow):
        skip_section(attempt=attempt, section=easy)
    finish_section(attempt=attempt, section=easy)
