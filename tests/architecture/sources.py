"""What the checkout holds, for the tests that hold it to the house's rules."""

import ast
import subprocess
from functools import lru_cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("training", "modules", "learners")


@lru_cache
def checkout() -> tuple[Path, ...]:
    """Every file of the project: what git tracks, and what it would if it were added now."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True).stdout
    paths = {ROOT / name for name in listed.split("\0") if name}
    return tuple(sorted(path for path in paths if path.is_file()))


def name_of(path: Path) -> str:
    """A path as it is written in the house."""
    return path.relative_to(ROOT).as_posix()


def python_files(*folders: str) -> list[Path]:
    """The Python files in folders (everywhere, where none is named), without the migrations that Django writes."""
    return [
        path
        for path in checkout()
        if path.suffix == ".py"
        and "migrations" not in path.parts
        and (not folders or path.relative_to(ROOT).parts[0] in folders)
    ]


def templates() -> list[Path]:
    """The templates of pages and their parts: all but those of e-mails, which mail programs want otherwise."""
    return [
        path
        for path in checkout()
        if path.suffix == ".html" and name_of(path).startswith("templates/") and "email" not in name_of(path)
    ]


def tree(path: Path) -> ast.Module:
    """A Python file, parsed."""
    return ast.parse(path.read_text(), filename=str(path))


def functions(path: Path) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function and method of a file."""
    return [node for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


def lines(path: Path) -> list[str]:
    """A text file's lines; none, where it is no text."""
    try:
        return path.read_text().splitlines()
    except UnicodeDecodeError:
        return []
