"""What a module will report, before anybody takes it: each kind of statement, made as those of learners are."""

import datetime
import json
import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from learners.statements.builder import Occurrence, statement_of
from learners.statements.reading import in_words
from modules.outline import Outline, Section
from modules.questions.question import Question
from modules.scenarios.graph import Node, Scenario

EXAMPLE = uuid.UUID("00000000-0000-4000-8000-000000000000")
"""Whoever and whatever has a random name in a real statement."""
AT = datetime.datetime(2027, 1, 1, 9, 0, tzinfo=datetime.UTC)


@dataclass(frozen=True, slots=True)
class Emitted:
    """One statement as it would be: when it is made, what it says, and its JSON."""

    when: str
    reading: str
    payload: str


@dataclass(frozen=True, slots=True)
class _Answered:
    """A question as if it had been answered rightly."""

    question: Question

    @property
    def id(self) -> str:
        return self.question.id

    @property
    def prompt(self) -> str:
        return self.question.prompt

    def interaction(self) -> dict[str, Any]:
        return self.question.interaction()

    def response(self, answer: Mapping[str, Any]) -> str | None:
        """The first right answer of its pattern; None where somebody writes in their own words, or nothing is right."""
        interaction = self.question.interaction()
        if patterns := interaction.get("correctResponsesPattern"):
            return str(patterns[0])
        choices = interaction.get("choices") or interaction.get("scale") or []
        return str(choices[0]["id"]) if choices else None


@dataclass(frozen=True)
class _Module:
    outline: Outline
    key: uuid.UUID
    edition: int
    home: str

    def emitted(self, when: str, verb: str, detail: dict[str, Any], **more: Any) -> Emitted:
        occurrence = Occurrence(
            id=EXAMPLE,
            verb=verb,
            actor=EXAMPLE,
            organisation=EXAMPLE,
            module_key=self.key,
            module_title=self.outline.title,
            edition=self.edition,
            registration=EXAMPLE,
            session_id=EXAMPLE,
            at=AT,
            detail=detail,
            **more,
        )
        statement = statement_of(occurrence, home=self.home)
        return Emitted(when, in_words(statement), json.dumps(statement, ensure_ascii=False, indent=2))


def emitted_by(outline: Outline, *, key: uuid.UUID, edition: int, home: str) -> Iterator[Emitted]:
    """Every statement that one learner's way through a module can make, in the order of that way."""
    module = _Module(outline, key, edition, home)
    yield module.emitted("Somebody starts the module", "launched", {})
    for number, section in enumerate(outline.sections, start=1):
        yield from _of_section(module, section, number)
    for question in outline.check:
        yield _answered(module, question, "The check is handed in", {"sitting": 1})
    for verb, scaled, when in (
        ("passed", 1.0, "The check is passed"),
        ("failed", 0.0, "The check is not passed"),
    ):
        available = float(max(1, outline.asked))
        judged = {
            "raw": scaled * available,
            "maximum": available,
            "scaled": scaled,
            "pass_mark": outline.pass_mark,
        }
        yield module.emitted(when, verb, judged)
    yield module.emitted("Everything is read, and the check is passed", "completed", {"seconds": 600.0})
    yield module.emitted("A certificate is made for it", "earned", {"completion": str(EXAMPLE), "score": 1.0})


def _of_section(module: _Module, section: Section, number: int) -> Iterator[Emitted]:
    for part in section.parts:
        if isinstance(part, Question):
            yield _answered(module, part, f"In “{section.title}”", {"section": section.id})
        elif isinstance(part, Scenario):
            for node in part.nodes:
                if isinstance(node, Node) and node.choices:
                    yield _selected(module, part, node)
    progress = round(100 * number / (len(module.outline.sections) + 1))
    detail = {"section": section.id, "title": section.title, "seconds": 60.0, "progress": progress}
    yield module.emitted("Somebody goes on from the section", "experienced", detail)


def _answered(module: _Module, question: Question, when: str, where: dict[str, Any]) -> Emitted:
    available = 1.0 if question.is_scored else 0.0
    detail = {
        "question": question.id,
        "answer": {"words": 12},
        "points": available,
        "available": available,
        "right": True,
        **where,
    }
    return module.emitted(when, "answered", detail, question=_Answered(question))


def _selected(module: _Module, scenario: Scenario, node: Node) -> Emitted:
    first = node.choices[0]
    detail = {
        "scenario": scenario.id,
        "node": node.key,
        "choice": first.id,
        "next": first.next,
        "counts": True,
    }
    return module.emitted("Somebody chooses in a scenario", "selected", detail, node=node)
