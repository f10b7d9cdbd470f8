"""What a module still lacks before learners may meet it."""

from collections.abc import Callable, Iterator
from typing import Any

from django.core.exceptions import ValidationError
from wagtail.fields import StreamField

from modules.blocks.walking import walk

REQUIRED = {
    "summary": "Say in one or two sentences what the module is about.",
    "roles": "Choose at least one role that the module is for.",
    "capabilities": "Choose at least one business capability that the module serves.",
    "when_to_use": "Give at least one moment when the record helps.",
    "when_not_to_use": "Give at least one moment when it does not help, or may not be opened.",
    "how_it_helps": "Say for each role how the record helps.",
    "outcomes": "Say at least one thing that a person can do after the module.",
    "minutes": "Say how many minutes the module takes.",
    "sources": "Name at least one source.",
    "review_by": "Give the day by which the module must be checked again.",
    "sections": "Write at least one section.",
    "check_questions": "Add at least one question to the check at the end.",
    "change_note": "Say in one line what changed.",
}


type Requires = Callable[[Any], dict[str, list[str]]]

_more: list[Requires] = []


def also_requires(requires: Requires) -> Requires:
    """Register what another app asks of a page before it may be published: messages for each field."""
    _more.append(requires)
    return requires


def required_elsewhere(page: Any) -> dict[str, list[str]]:
    """What other apps say against publishing a page, by field."""
    found: dict[str, list[str]] = {}
    for requires in _more:
        for name, messages in requires(page).items():
            found.setdefault(name, []).extend(messages)
    return found


def gaps(page: Any, revision: Any = None) -> dict[str, str]:
    """What is missing from a module before it may be published: a message for each field, keyed by its name.

    `page` is a ModulePage, saved or not, as a form or a revision gives it; `revision` is the one to be published,
    where there is one already.
    """
    missing = {name: message for name, message in REQUIRED.items() if _is_empty(getattr(page, name))}
    if "roles" not in missing and "how_it_helps" not in missing:
        unserved = _roles_without_benefit(page)
        if unserved:
            missing["how_it_helps"] = f"Say how the record helps these roles too: {', '.join(unserved)}."
    if "outcomes" not in missing:
        missing |= _questions_without_outcome(page)
    if "check_questions" not in missing and not _is_anything_scored(page):
        missing["check_questions"] = "Add at least one question that is scored."
    if "change_note" not in missing and _repeats_last_note(page, revision):
        missing["change_note"] = "This is what the last Edition said. Say in one line what changed since."
    return missing


def faults(page: Any, revision: Any = None) -> dict[str, list[str]]:
    """Everything that keeps a page from learners: what is missing, half-finished or not valid, by field.

    Of other pages than modules, only what is not valid.
    """
    found, unfinished = _invalid(page), _unfinished(page)
    if hasattr(page, "change_note"):
        found |= {name: [message] for name, message in gaps(page, revision).items()}
    for name, messages in unfinished.items():
        missing = found.get(name, []) if _is_empty(getattr(page, name)) else []
        found[name] = missing or messages
    for name, messages in required_elsewhere(page).items():
        found[name] = [*found.get(name, []), *messages]
    return found


def in_words(page: Any, found: dict[str, list[str]]) -> str:
    """Faults as one line of text, each with the field's name."""
    names = {
        field.name: str(field.verbose_name)
        for field in page._meta.get_fields()
        if hasattr(field, "verbose_name")
    }
    return " ".join(
        f"{names.get(name, name).capitalize()}: {' '.join(texts)}" for name, texts in found.items()
    )


def _invalid(page: Any) -> dict[str, list[str]]:
    try:
        page.full_clean()
    except ValidationError as error:
        return error.message_dict
    return {}


def _unfinished(page: Any) -> dict[str, list[str]]:
    found = {}
    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            try:
                field.stream_block.clean(getattr(page, field.name))
            except ValidationError:
                found[field.name] = ["Something in it is not finished. Open the module to see what."]
    return found


def _is_empty(value: Any) -> bool:
    if hasattr(value, "all"):
        return not value.all()
    return value in (None, "") or (hasattr(value, "__len__") and len(value) == 0)


def _roles_without_benefit(page: Any) -> list[str]:
    served = {block.value["role"].pk for block in page.how_it_helps if block.value["role"]}
    return [role.name for role in page.roles.all() if role.pk not in served]


def _questions_without_outcome(page: Any) -> dict[str, str]:
    """For each field with questions: those that name no outcome of the module."""
    found = {}
    for name in ("sections", "check_questions"):
        prompts = [
            f"“{value['question']}”"
            for _, value in _questions_below(getattr(page, name))
            if not 1 <= (value["outcome"] or 0) <= len(page.outcomes)
        ]
        if prompts:
            found[name] = (
                f"Say which of the {len(page.outcomes)} outcomes each question is about: {', '.join(prompts)}."
            )
    return found


def _is_anything_scored(page: Any) -> bool:
    return any(block.question_class.is_scored for block, _ in _questions_below(page.check_questions))


def _questions_below(stream: Any) -> Iterator[tuple[Any, Any]]:
    """Block and value of every question in a stream, those in sections and pools, too."""
    return (found for found in walk(stream.stream_block, stream) if hasattr(found[0], "question_class"))


def _repeats_last_note(page: Any, revision: Any) -> bool:
    last = page.editions.newest() if page.pk else None
    if last is None or (revision is not None and last.revision_id == revision.pk):
        return False
    return last.change_note == page.change_note
