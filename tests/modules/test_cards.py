"""Prompt cards: one page for everybody, of what is published and nothing else."""

from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.template.loader import render_to_string
from django.urls import reverse
from wagtail.models import PageViewRestriction

from modules.cards import card_data, module_with_card
from modules.documents import pdf
from modules.outline import Card
from tests.factories import ModuleFactory
from tests.factories.modules import block_id, publish_again
from tests.fakes.pdf_text import text_of

pytestmark = pytest.mark.django_db


def card_line(heading: str, text: str) -> dict[str, Any]:
    return {"type": "card_line", "id": block_id(heading), "value": {"heading": heading, "text": text}}


@pytest.fixture
def module() -> Any:
    lines = [card_line("Look when", "Somebody new comes."), card_line("Ask", "“May I look?” <b> & #1")]
    return ModuleFactory(slug="ask-first", card_title="Before you ring", card=lines)


def card_of(client: Any, slug: str = "ask-first") -> Any:
    return client.get(reverse("card", args=[slug]))


def test_anybody_reads_a_card(client, module):
    answer = card_of(client)
    assert answer.status_code == 200
    for words in ("Before you ring", "Look when", "Somebody new comes.", "“May I look?” &lt;b&gt; &amp; #1"):
        assert words in answer.text
    assert reverse("card_pdf", args=["ask-first"]) in answer.text
    assert module.url in answer.text


def test_anybody_gets_it_on_paper(client, module):
    answer = client.get("/cards/ask-first.pdf")
    assert answer.headers["Content-Type"] == "application/pdf"
    text = " ".join(text_of(answer.content).split())
    for words in ("Before you ring", "Look when Somebody new comes.", "“May I look?” <b> & #1"):
        assert words in text


def test_a_card_without_a_title_has_the_modules(client):
    ModuleFactory(title="Look twice", slug="look-twice", card=[card_line("Look", "Twice.")])
    assert "<title>Look twice: prompt card" in card_of(client, "look-twice").text


def test_the_card_is_the_newest_editions_and_no_draft(client, module):
    publish_again(module, card_title="Second")
    draft = module.get_latest_revision_as_object()
    draft.card_title = "Third"
    draft.save_revision()
    assert card_of(client).context["card"].title == "Second"


def test_an_earlier_edition_keeps_its_card(module):
    publish_again(module, card_title="Second")
    assert module.editions.get(number=1).outline.card.title == "Before you ring"


@pytest.mark.parametrize("slug", ["nowhere", "%00", "ask-first.pdf"])
def test_a_card_of_nothing_is_not_found(client, module, slug):
    assert client.get(f"/cards/{slug}/").status_code == 404


def test_no_card_of_a_draft_or_of_what_was_taken_down_or_without_lines(client, module):
    ModuleFactory(slug="draft", draft=True, card=[card_line("Look", "Twice.")])
    ModuleFactory(slug="bare")
    module.unpublish()
    for slug in ("draft", "bare", "ask-first"):
        assert card_of(client, slug).status_code == 404
        assert client.get(f"/cards/{slug}.pdf").status_code == 404


def test_no_card_of_a_page_that_its_editors_keep_to_some(module):
    PageViewRestriction.objects.create(page=module, restriction_type="login")
    assert module_with_card("ask-first") is None


def test_the_module_leads_to_its_card_where_it_has_one(client, module):
    assert 'href="/cards/ask-first/"' in client.get(module.url).text
    assert "/cards/" not in client.get(ModuleFactory().url).text


def test_the_search_leads_to_it(client, module):
    assert 'href="/cards/ask-first/"' in client.get("/search/?q=ring").text


def test_a_slug_in_another_alphabet_has_its_address(client):
    ModuleFactory(slug="siân-ŵyn", card=[card_line("Look", "Twice.")])
    assert card_of(client, "siân-ŵyn").status_code == 200


def test_a_learners_own_action_stands_on_their_card():
    card = Card("Before you ring", (("Look when", "Somebody new comes."),))
    mine = {"card": card, "action": "I will look first", "user": AnonymousUser()}
    assert "My next shift" in render_to_string("modules/card_lines.html", mine)
    assert "My next shift" not in render_to_string("modules/card_lines.html", {"card": card})
    made = pdf("card", card_data(card, site="Training", action="I will look first"))
    assert "I will look first" in text_of(made)
