"""Search over moments, modules and cards."""

from typing import Any

import pytest
from django.test import Client

from modules.search import search
from tests.factories import ModuleFactory
from tests.factories.modules import block_id
from tests.factories.places import MomentFactory

pytestmark = pytest.mark.django_db


def card(*lines: tuple[str, str]) -> list[dict[str, Any]]:
    return [
        {"type": "card_line", "id": block_id(text), "value": {"heading": heading, "text": text}}
        for heading, text in lines
    ]


@pytest.fixture(autouse=True)
def content() -> None:
    ModuleFactory(
        title="Leaving hospital",
        slug="leaving-hospital",
        summary="Find the package that exists.",
        card_title="Discharge card",
        card=card(("Ask", "Who gives the thickener tonight?")),
    )
    ModuleFactory(title="Hidden discharge", draft=True)
    MomentFactory(title="Before I discharge somebody")


def test_it_finds_moments_modules_and_cards_by_their_words() -> None:
    found = search("discharge")
    assert [page.title for page in found.moments] == ["Before I discharge somebody"]
    assert [page.title for page in found.modules] == ["Leaving hospital"]
    assert [page.title for page in found.cards] == ["Leaving hospital"]


def test_a_word_on_a_card_finds_the_card() -> None:
    assert [page.title for page in search("thickener").cards] == ["Leaving hospital"]


def test_a_module_whose_card_says_nothing_of_it_brings_no_card() -> None:
    found = search("package")
    assert found.modules
    assert not found.cards


@pytest.mark.parametrize(
    "query",
    ["", "   ", "\0", "'; drop table", '"', "***", "a" * 500, "nothingofthekind", "NOT", "(", "AND OR"],
)
def test_any_query_gets_an_answer(query: str) -> None:
    page = Client().get("/search/", {"q": query})
    assert page.status_code == 200
    assert "Hidden discharge" not in page.text
