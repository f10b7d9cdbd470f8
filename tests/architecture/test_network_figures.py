"""A network is shown nothing that did not come through `suppress`."""

import ast

from tests.architecture.sources import PACKAGES, name_of, python_files, tree

PUBLISHING = "learners/dashboards/publishing.py"
COUNTED = {"Figure", "KeptStanding", "standings_of", "figures_of"}


def names_in(source: ast.Module) -> set[str]:
    """Every name that a file imports."""
    imports = (node for node in ast.walk(source) if isinstance(node, ast.ImportFrom))
    return {alias.name for node in imports for alias in node.names}


def calls_in(source: ast.Module) -> set[str]:
    """Every name that a file calls."""
    calls = (node.func for node in ast.walk(source) if isinstance(node, ast.Call))
    return {func.id for func in calls if isinstance(func, ast.Name)}


def test_only_publishing_writes_what_a_network_is_shown_and_it_suppresses() -> None:
    files = [path for path in python_files(*PACKAGES) if "migrations" not in path.parts]
    writers = [name_of(path) for path in files if "NetworkFigure" in calls_in(tree(path))]
    assert writers == [PUBLISHING]
    (publishing,) = (path for path in files if name_of(path) == PUBLISHING)
    assert {"suppress", "head_count"} <= calls_in(tree(publishing))


def test_whatever_shows_a_network_reads_no_figure_that_was_not_published() -> None:
    shows = [
        path for path in python_files(*PACKAGES) if path.stem == "network" and "models" not in path.parts
    ]
    screens = [path for path in shows if {"dashboards", "reports"} & set(path.parts)]
    assert len(screens) >= 2
    assert {name_of(path): names_in(tree(path)) & COUNTED for path in screens} == {
        name_of(path): set() for path in screens
    }
