"""What somebody does at a practice record, through the addresses of the site."""

from typing import Any

from bs4 import BeautifulSoup
from django.urls import reverse

from learners.attempts.models import RecordView
from tests.factories import ModuleFactory
from tests.factories.modules import block_id, one_question, section
from tests.factories.practice import find_question, visit

VISIT, QUESTION = block_id("visit"), block_id("find")


def module_with(record: Any) -> Any:
    """One section that sends into the record and asks two questions about it; another comes after it."""
    asked = [visit("visit", record), find_question("find", record), one_question("plain")]
    sections = [section("Look", *asked), section("Then", visit("later", record))]
    return ModuleFactory(sections=sections, check_questions=[find_question("check", record)])


def door(attempt: Any, visit_id: str = VISIT) -> str:
    return reverse("attempts:record_door", args=[attempt.pk, visit_id])


def viewer(attempt: Any, **query: str) -> str:
    return reverse("attempts:record", args=[attempt.pk, VISIT], query=query or None)


def give(visitor: Any, attempt: Any, reason: str = "care") -> Any:
    return visitor.post(door(attempt), {"reason": reason}, follow=True)


def answer(visitor: Any, attempt: Any, *chosen: str) -> Any:
    url = reverse("attempts:answer", args=[attempt.pk, 1, QUESTION])
    return visitor.post(url, {f"{QUESTION}-chosen": list(chosen)}, follow=True)


def words(response: Any) -> str:
    return " ".join(BeautifulSoup(response.text, "html.parser").main.get_text(" ").split())


def seen() -> list[str]:
    return list(RecordView.objects.values_list("section", flat=True))
