"""Every module of the demonstration is published by the CMS's own rules, and its questions can be answered."""

import random
from typing import Any

import pytest

from modules.models import ModulePage, MomentPage
from tests.factories import PersonFactory
from training.demo.answering import right_answer, wrong_answer
from training.demo.content import MODULES, MOMENTS
from training.demo.publishing import publish_module, publish_moments

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("content", MODULES, ids=lambda content: content.slug)
def test_it_is_published_and_its_questions_can_be_answered_rightly_and_wrongly(content: Any) -> None:
    outline = publish_module(content, by=PersonFactory()).editions.get().outline
    chance = random.Random(999)
    questions = list(outline.questions())
    assert len(questions) >= 9
    for question in questions:
        assert question.mark(right_answer(question)).is_right, question.prompt
        if question.is_scored:
            assert not question.mark(wrong_answer(question, chance)).is_right, question.prompt
    assert outline.card
    assert outline.confidence
    assert len(outline.actions) >= 4
    assert any(section.scenarios for section in outline.sections)
    assert {question.outcome for question in questions} == set(range(1, len(outline.outcomes) + 1))


def test_moments_lead_to_their_modules() -> None:
    for content in MODULES:
        publish_module(content, by=PersonFactory())
    publish_moments(MOMENTS, by=PersonFactory())
    assert MomentPage.objects.live().count() == len(MOMENTS)
    assert not MomentPage.objects.filter(module=None).exists()
    assert ModulePage.objects.live().count() == len(MODULES)
