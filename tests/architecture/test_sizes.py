"""Short files and short functions, so that each can be read in one go."""

import ast
from pathlib import Path
from statistics import median, quantiles

from tests.architecture.sources import PACKAGES, functions, lines, name_of, python_files


def percentile_90(numbers: list[int]) -> float:
    return quantiles(numbers, n=10)[-1]


def length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def sizes() -> dict[Path, int]:
    counted = {path: len(lines(path)) for path in python_files()}
    return {path: count for path, count in counted.items() if count}


def test_no_file_is_longer_than_300_lines() -> None:
    assert {name_of(path): count for path, count in sizes().items() if count > 300} == {}


def test_most_files_are_short() -> None:
    counts = list(sizes().values())
    assert median(counts) <= 80
    assert percentile_90(counts) <= 220


def test_most_functions_are_short() -> None:
    assert percentile_90([length(node) for path in python_files(*PACKAGES) for node in functions(path)]) <= 25
