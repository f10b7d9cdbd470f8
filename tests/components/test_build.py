"""What set-up built: small enough for a slow line, ours to use, and asking nobody else for anything."""

import gzip
import re
from pathlib import Path

import pytest

STATIC = Path(__file__).parents[2] / "static"


@pytest.fixture(scope="module")
def css() -> str:
    return (STATIC / "build/site.css").read_text()


@pytest.fixture(scope="module")
def modules() -> dict[Path, str]:
    return {path: path.read_text() for path in STATIC.rglob("*.js")}


def test_the_style_sheet_is_small(css: str) -> None:
    assert len(gzip.compress(css.encode())) <= 15 * 1024


def test_the_looks_are_our_own(css: str) -> None:
    assert not re.search("frutiger|#005eb8|nhs-logo", css, re.IGNORECASE)


def test_nothing_is_fetched_by_the_style_sheet(css: str) -> None:
    assert not re.search(r"url\(|@import|@font-face", css)


def test_every_module_imports_only_what_is_there(modules: dict[Path, str]) -> None:
    imports = re.compile(r"(?:\bfrom|\bimport)\s*\(?\s*['\"]([^'\"]+)['\"]")
    wanted = {
        (path.parent / name).resolve() for path, code in modules.items() for name in imports.findall(code)
    }
    assert wanted <= set(modules)


def test_only_modules_that_are_imported_are_shipped(modules: dict[Path, str]) -> None:
    everything = "\n".join(modules.values())
    built = [path for path in modules if "build" in path.parts]
    assert built
    assert all(f"{path.name}'" in everything for path in built)
