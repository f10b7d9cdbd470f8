"""Whatever holds something of a person is said to hold it: a new table without a word on it fails."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps
from django.db.models import Model

from learners.holdings import Fate, holdings, nothing
from learners.people.models import User

OURS = "learners."


def fields_to(model: type[Model]) -> Iterator[Any]:
    """Every field by which a row of any app points at a row of this model."""
    for other in apps.get_models(include_auto_created=True):
        for field in other._meta.get_fields():
            if not field.auto_created and field.related_model is model and not field.many_to_many:
                yield field


def path(field: Any) -> str:
    return f"{field.model._meta.label}.{field.name}"


def said(kind: str) -> set[str]:
    return {name for holding in holdings() for name in getattr(holding, kind)}


def test_every_field_that_names_a_person_is_held_by_somebody() -> None:
    found = {path(field) for field in fields_to(User)}
    assert found - said("about") - said("by") == set(), "Say in the app's holdings what these are."
    assert (said("about") | said("by")) - found == set(), "These are gone: take them out of the holdings."


def test_every_table_of_ours_that_hangs_on_somebodys_rows_is_held_by_somebody() -> None:
    known = {name.rpartition(".")[0] for name in said("about")} | said("parts")
    hanging = {
        field.model._meta.label
        for name in known
        for field in fields_to(apps.get_model(name))
        if field.model.__module__.startswith(OURS)
        or field.model._meta.app_label in ("account", "socialaccount")
    }
    assert hanging - known == set(), "Say in the app's holdings what these are."


def test_what_a_holding_names_is_there() -> None:
    for name in said("parts"):
        apps.get_model(name)


@pytest.mark.parametrize("holding", holdings(), ids=lambda each: each.key)
def test_each_holding_says_in_sentences_what_why_how_long_and_then(holding: Any) -> None:
    for words in (holding.why, holding.how_long, holding.because):
        assert words.endswith(".")
        assert words[0].isupper()
    assert not holding.title.endswith(".")
    assert holding.fate == Fate.KEPT or holding.forget is not nothing, "Nothing does what it promises."


def test_no_two_have_the_same_key() -> None:
    keys = [holding.key for holding in holdings()]
    assert len(keys) == len(set(keys))
    assert len(keys) > 20
