"""Conventions of our Python that no linter knows."""

import ast

import pytest

from tests.architecture.sources import PACKAGES, functions, name_of, python_files, tree

DRAWERS = {"utils", "util", "helpers", "helper", "base", "core", "common", "misc"}


def test_every_function_says_what_it_returns() -> None:
    untyped = [
        f"{name_of(path)}:{node.lineno} {node.name}"
        for path in python_files(*PACKAGES)
        for node in functions(path)
        if node.returns is None
    ]
    assert untyped == []


def managers_used(source: ast.Module) -> list[int]:
    """Lines that reach for a model's manager."""
    names = {"objects", "_default_manager", "_base_manager", "all_objects"}
    return [n.lineno for n in ast.walk(source) if isinstance(n, ast.Attribute) and n.attr in names]


def test_views_and_exports_start_from_a_scope_never_from_a_manager() -> None:
    doors = [path for path in python_files(*PACKAGES) if {"views", "exports"} & {path.stem, path.parent.name}]
    assert [f"{name_of(path)}:{line}" for path in doors for line in managers_used(tree(path))] == []


@pytest.mark.parametrize(
    "code", ["Person.objects.all()", "get_object_or_404(models.Person._default_manager, pk=1)"]
)
def test_a_manager_would_be_found(code: str) -> None:
    assert managers_used(ast.parse(code)) == [1]


def test_every_file_is_named_after_what_it_holds() -> None:
    drawers = [
        name_of(path)
        for path in python_files(*PACKAGES)
        if DRAWERS & {path.stem, path.parent.name} and name_of(path) != "training/settings/base.py"
    ]
    assert drawers == []
