"""What the demonstration teaches, found and taken apart: its modules, moments, shapes, strings and sentences."""

import dataclasses
import importlib
import pkgutil
import re
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser
from typing import Any

from training.demo import content as package
from training.demo.content import shapes

TAGS = {"p", "h2", "ul", "ol", "li", "b", "i", "a"}
HTML = {
    shapes.Text: {"html"},
    shapes.Callout: {"html"},
    shapes.Section: {"warning"},
    shapes.Entry: {"detail"},
    shapes.PracticeRecord: {"permission"},
    shapes.RecordVisit: {"task"},
    shapes.Scenario: {"introduction"},
    shapes.Node: {"text"},
    shapes.Ending: {"person", "next_worker"},
}
NO_PROSE = set(
    "slug ref key next node record row rows section kind file url skill verdict hits misses category roles state "
    "capabilities module nhs_number person publisher source author_role date when who role place sign_offs".split()
)


def _read() -> tuple[dict[str, Any], dict[str, str]]:
    """The files of content by name, and why those that cannot be read can't: one slip hides no other module."""
    files, broken = {}, {}
    for found in pkgutil.iter_modules(package.__path__):
        if re.match(r"m\d+_", found.name):
            try:
                files[found.name] = importlib.import_module(f"{package.__name__}.{found.name}")
            except Exception as error:
                broken[found.name] = repr(error)
    return files, broken


FILES, BROKEN = _read()
MODULES = list(
    dict.fromkeys(
        m for file in FILES.values() if isinstance(m := vars(file).get("MODULE"), shapes.ModuleContent)
    )
)
MOMENTS = list(dict.fromkeys(each for file in FILES.values() for each in vars(file).get("MOMENTS", ())))


def shapes_in(value: Any) -> Iterator[Any]:
    """The shape, and all within it."""
    if isinstance(value, tuple):
        for each in value:
            yield from shapes_in(each)
    elif dataclasses.is_dataclass(value):
        yield value
        for field in dataclasses.fields(value):
            yield from shapes_in(getattr(value, field.name))


def every(value: Any, *kinds: Any) -> list[Any]:
    return [each for each in shapes_in(value) if isinstance(each, kinds)]


def strings_in(value: Any) -> Iterator[tuple[Any, str, str]]:
    """Every string: the shape that holds it, its field, and what it says."""
    for shape in shapes_in(value):
        for field in dataclasses.fields(shape):
            for text in _flat(getattr(shape, field.name)):
                yield shape, field.name, text


def _flat(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _flat(each)


def questions(module: Any) -> list[Any]:
    return every(module, *shapes.Question.__value__.__args__)


def words_of(shape: Any, field: str, text: str) -> str:
    """The text without its tags; the end of a paragraph or a point ends a sentence."""
    if field in HTML.get(type(shape), ()):
        text = unescape(re.sub(r"<[^>]+>", " ", re.sub(r"</(p|li|h2)>", ". ", text)))
    return text.replace("\u2019", "'")


def sentences(module: Any) -> list[str]:
    prose = (words_of(*each) for each in strings_in(module) if each[1] not in NO_PROSE)
    parts = (part.strip() for text in prose for part in re.split(r"(?<=[.!?])[”)\u2019]*\s+", text))
    return [part for part in parts if re.search(r"\w", part)]


class Tags(HTMLParser):
    """Notes what is wrong with a piece of HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.faults: list[Any] = []
        self.feed(html)
        self.close()
        self.faults += [f"<{tag}> stays open" for tag in self.open]
        self.faults += re.findall(r"&(?!amp;|lt;|gt;|quot;|nbsp;|#\d+;)\w*", html)

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        if tag not in TAGS or any(tag != "a" or name != "href" for name, _ in attrs):
            self.faults.append(self.get_starttag_text())
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> closes nothing")
