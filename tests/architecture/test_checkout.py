"""What may be committed: our own work, with no machine's traces and nobody else's mark."""

import json
import re

from tests.architecture.sources import ROOT, checkout, lines, name_of

THIRD_PARTY = re.compile(
    r"(^|/)(node_modules|vendor|bower_components)/|\.min\.(js|css)$|\.(woff2?|ttf|otf|eot)$|^static/build/"
)
MACHINE = re.compile(r"(?<![\w.:/-])/(root|work|home/\w+|Users/\w+)/[\w.]+")
NOT_OURS = re.compile(r"frutiger|nhs[-_ ]?(?:uk[-_ ]?)?(?:logo|lozenge)|nhsuk-header__logo", re.IGNORECASE)


def test_third_party_assets_are_built_at_set_up_and_never_committed() -> None:
    assert [name_of(path) for path in checkout() if THIRD_PARTY.search(name_of(path))] == []


def test_python_locks_name_no_address() -> None:
    for lock in ROOT.glob("requirements*.lock"):
        text = lock.read_text()
        assert "://" not in text, lock.name
        assert "--hash=sha256:" in text, lock.name


def test_the_npm_lock_names_no_registry() -> None:
    packages = json.loads((ROOT / "package-lock.json").read_text())["packages"]
    assert [name for name, package in packages.items() if "resolved" in package] == []
    assert [name for name, package in packages.items() if name and "integrity" not in package] == []


def test_no_file_names_a_place_on_somebodys_machine() -> None:
    found = [
        f"{name_of(path)}:{number} {match[0]}"
        for path in checkout()
        if path.suffix != ".lock"
        for number, line in enumerate(lines(path), start=1)
        if (match := MACHINE.search(line))
    ]
    assert found == []


def test_the_look_is_our_own() -> None:
    """The NHS identity (logo, lozenge, Frutiger) belongs to the NHS: it is in neither our sources nor what is built."""
    shown = [path for path in checkout() if name_of(path).startswith(("static/", "templates/"))]
    shown += (ROOT / "static/build").rglob("*.css")
    found = [
        f"{name_of(path)}:{number}"
        for path in shown
        for number, line in enumerate(lines(path), start=1)
        if NOT_OURS.search(line) or NOT_OURS.search(path.name)
    ]
    assert found == []
