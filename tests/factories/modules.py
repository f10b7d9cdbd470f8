"""Modules, published through Wagtail as an educator's are."""

import datetime
import uuid
from typing import Any

import factory
from django.utils import timezone

from modules.models import Capability, CataloguePage, ModulePage, Role


def block_id(name: str) -> str:
    """A block id that is the same in every run."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, name))


def option(slug: str, *, right: bool = False) -> dict[str, Any]:
    """A raw list item of options."""
    value = {"text": slug.capitalize(), "feedback": f"About {slug}.", "is_right": right}
    return {"type": "item", "id": slug, "value": value}


def one_question(name: str, prompt: str = "Which row tells you how to speak with Win?") -> dict[str, Any]:
    """A raw single-choice block: `right` is right, `wrong` and `odd` are not."""
    value = {
        "question": prompt,
        "skill": "when",
        "outcome": 1,
        "why": "<p>Because it is.</p>",
        "options": [option("right", right=True), option("wrong"), option("odd")],
    }
    return {"type": "single_choice", "id": block_id(name), "value": value}


def many_question(name: str) -> dict[str, Any]:
    """A raw multiple-choice block: `a` and `b` are right, `c` is not."""
    value = {
        "question": "Which are good moments? Choose 2.",
        "skill": "helps",
        "outcome": 1,
        "why": "<p>Look early.</p>",
        "options": [option("a", right=True), option("b", right=True), option("c")],
    }
    return {"type": "multiple_choice", "id": block_id(name), "value": value}


def true_false_question(name: str) -> dict[str, Any]:
    """A raw true-or-false block: false, because `late`."""
    value = {
        "question": "What is not there has not happened.",
        "skill": "quality",
        "outcome": 1,
        "why": "<p>Feeds run late.</p>",
        "answer": "false",
        "feedback_true": "It may still be on its way.",
        "feedback_false": "Right.",
        "reasons": [option("late", right=True), option("never")],
    }
    return {"type": "true_false", "id": block_id(name), "value": value}


def section(name: str, *content: dict[str, Any], warning: str = "") -> dict[str, Any]:
    """A raw section with a paragraph and then `content`, behind a content warning where one is given."""
    text = {"type": "text", "id": block_id(f"{name} text"), "value": f"<p>About {name}.</p>"}
    value = {"title": name, "warning": warning, "content": [text, *content]}
    return {"type": "section", "id": block_id(name), "value": value}


def pool(name: str, draw: int, *questions: dict[str, Any]) -> dict[str, Any]:
    """A raw pool of the check, of which each try asks `draw`."""
    value = {"title": name, "draw": draw, "questions": list(questions)}
    return {"type": "pool", "id": block_id(name), "value": value}


def line(text: str) -> dict[str, Any]:
    """A raw line."""
    return {"type": "line", "id": block_id(text), "value": text}


class ModuleFactory(factory.django.DjangoModelFactory[ModulePage]):
    """A published module for nurses: three sections, a question in place in the second, five in the check.

    `draft=True` leaves it unpublished. Any field can be given; StreamFields take raw data.
    """

    class Meta:
        model = ModulePage

    title = factory.Sequence(lambda n: f"Module {n}")
    slug = factory.Sequence(lambda n: f"module-{n}")
    summary = "What changes for whom."
    minutes = 10
    when_to_use = factory.LazyFunction(lambda: [line("Before a decision")])
    when_not_to_use = factory.LazyFunction(lambda: [line("Out of interest")])
    outcomes = factory.LazyFunction(lambda: [line("Name three moments to look")])
    sources = factory.LazyFunction(
        lambda: [{"type": "source", "value": {"title": "A study", "publisher": "A journal", "url": ""}}]
    )
    review_by = factory.LazyFunction(lambda: timezone.localdate() + datetime.timedelta(days=365))
    change_note = "First Edition."
    sections = factory.LazyFunction(
        lambda: [section("Story"), section("Where to look", one_question("in place")), section("Habits")]
    )
    check_questions = factory.LazyFunction(
        lambda: [
            one_question("check 1"),
            many_question("check 2"),
            true_false_question("check 3"),
            one_question("check 4"),
            one_question("check 5"),
        ]
    )

    @classmethod
    def _create(cls, model_class: type[ModulePage], *args: Any, **kwargs: Any) -> ModulePage:
        draft, editor = kwargs.pop("draft", False), kwargs.pop("editor", None)
        roles = Role.objects.filter(slug__in=kwargs.pop("roles", ["nurse"]))
        capabilities = Capability.objects.filter(slug__in=kwargs.pop("capabilities", ["medicines"]))
        kwargs.setdefault(
            "how_it_helps",
            [
                {"type": "benefit", "value": {"role": role.pk, "text": f"Helps a {role.name}."}}
                for role in roles
            ],
        )
        page = model_class(live=False, **kwargs)
        page.roles.set(roles)
        page.capabilities.set(capabilities)
        CataloguePage.objects.get().add_child(instance=page)
        revision = page.save_revision(user=editor)
        if not draft:
            revision.publish()
            page.refresh_from_db()
        return page


def publish_again(
    page: ModulePage, *, change: str = "material", note: str = "Something new.", **fields: Any
) -> None:
    """Publish the module's next Edition."""
    page = page.get_latest_revision_as_object()
    for name, value in ({"change": change, "change_note": note} | fields).items():
        setattr(page, name, value)
    page.save_revision().publish()
